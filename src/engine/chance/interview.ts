// P(interview | apply) = logistic(base + strength + Σ log-odds terms), averaged over the strength. A chance of applying;
// it never judges a person and never an order of ranking.
import type { ChanceModel, ChanceRange, InterviewBase, TermKey } from '#domain/model.ts';
import type { Random } from '#engine/random.ts';
import { STRENGTH, Z90 } from '#engine/strength.ts';
import type { ChanceIndex } from './chance-index.ts';
import { DRAWS, freshDraws, normalDraws, shownRange } from './parameter-draws.ts';
import { type StrengthPrior, strengthPrior, strengthScale } from './strength-prior.ts';

export type SignalLevel = 'none' | 'silver' | 'gold';

/** The terms of an application sent with a signal. */
export const withSignal = (terms: readonly TermKey[], level: SignalLevel): readonly TermKey[] =>
  level === 'none' ? terms : [...terms, level];

/** One applicant in one specialty: all its programs with the same terms have the same chance. */
export interface InterviewContext {
  readonly model: ChanceModel;
  readonly entry: InterviewBase;
  readonly prior: StrengthPrior;
  /** Weights of the 15 nodes; those of the normal law until the season says something. */
  readonly weights: Float64Array;
  /** Logits by draw: base, year and slope together, and one column for signals, places and rotations. */
  readonly draws: {
    readonly level: Float64Array;
    readonly signal: Float64Array;
    readonly place: Float64Array;
    readonly away: Float64Array;
  };
}

export interface InterviewAsker {
  /** The catalog's name. */
  readonly specialty: string;
  readonly type: InterviewBase['type'];
  /** Step 2 CK, or null where none was entered. */
  readonly step2: number | null;
}

/** Null where nothing is published to estimate an invitation from. */
export function interviewContext(
  index: ChanceIndex,
  { specialty, type, step2 }: InterviewAsker,
  weights: Float64Array = STRENGTH.weights,
  random: Random = freshDraws(),
): InterviewContext | null {
  const entry = index.interview(specialty, type);
  if (!entry) return null;
  const { model } = index;
  const prior = strengthPrior(strengthScale(index, entry), step2);
  const levelSd = Math.hypot(entry.base.sd, model.drift.value, prior.meanSd);
  const columns = normalDraws(DRAWS, 4, random);
  const column = (at: number) => columns[at] ?? new Float64Array(DRAWS);
  const level = column(0).map((z) => levelSd * z);
  const draws = { level, signal: column(1), place: column(2), away: column(3) };
  return { model, entry, prior, weights, draws };
}

const drawOf = (draws: InterviewContext['draws'], term: TermKey): Float64Array => {
  if (term === 'gold' || term === 'silver') return draws.signal;
  return term === 'away' ? draws.away : draws.place;
};

/** Log odds of some terms, in the middle. */
export const logOdds = (model: Pick<ChanceModel, 'terms'>, terms: readonly TermKey[]): number =>
  terms.reduce((sum, term) => sum + Math.log(model.terms[term].value), 0);

/** P(interview) at each of the 15 nodes of strength. */
export function interviewAtNodes(context: InterviewContext, terms: readonly TermKey[]): Float64Array {
  const { entry, prior, model } = context;
  const middle = entry.base.value + prior.mean + logOdds(model, terms);
  return STRENGTH.nodes.map((z) => 1 / (1 + Math.exp(-(middle + prior.sd * z))));
}

/** P(interview) with its 80 % range. Terms must not repeat. */
export function interviewChance(context: InterviewContext, terms: readonly TermKey[]): ChanceRange {
  const { entry, prior, model, weights, draws } = context;
  const factors = STRENGTH.nodes.map((z) => Math.exp(-prior.sd * z));
  const mean = (logits: number) => {
    const scale = Math.exp(-logits);
    return weights.reduce((sum, weight, k) => sum + weight / (1 + scale * (factors[k] ?? 0)), 0);
  };
  const middle = entry.base.value + prior.mean + logOdds(model, terms);
  const shifts = Float64Array.from(draws.level);
  for (const term of terms) {
    const { lo, hi } = model.terms[term];
    const sd = Math.log(hi / lo) / (2 * Z90);
    const column = drawOf(draws, term);
    for (let draw = 0; draw < DRAWS; draw++) shifts[draw] = (shifts[draw] ?? 0) + sd * (column[draw] ?? 0);
  }
  return shownRange(
    mean(middle),
    shifts.map((shift) => mean(middle + shift)),
  );
}
