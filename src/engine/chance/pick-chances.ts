// f = P(interview) · P(would take me | interview) for the pick list: one value per program, signal level and node of
// strength. The nodes are the scenarios of the portfolio: inside one, programs decide independently.
import type { ChanceRange, TermKey } from '#domain/model.ts';
import { logit, logistic, STRENGTH_NODES } from '#engine/strength.ts';
import { DRAWS, freshDraws, normalDraws, shownRange } from './parameter-draws.ts';
import { type InterviewContext, interviewAtNodes, type SignalLevel, withSignal } from './interview.ts';

export interface PickProgram {
  readonly context: InterviewContext;
  /** Terms but for the signal. */
  readonly terms: readonly TermKey[];
}

export interface PickChances {
  /** Weights of the scenarios: 15, adding up to one. */
  readonly weights: Float64Array;
  /** `f[level][program · 15 + node]`, 0–1. */
  readonly f: Readonly<Record<SignalLevel, Float64Array>>;
}

/** Chances for the optimizer. @param weights of the 15 nodes, those the contexts were made with. */
export function pickChances(programs: readonly PickProgram[], weights: Float64Array): PickChances {
  const made = new Map<InterviewContext, Map<string, Float64Array>>();
  const atNodes = (context: InterviewContext, terms: readonly TermKey[]) => {
    const known = made.get(context) ?? new Map<string, Float64Array>();
    made.set(context, known);
    const key = terms.join();
    const ready = known.get(key) ?? interviewAtNodes(context, terms).map((p) => p * context.entry.take.value);
    known.set(key, ready);
    return ready;
  };
  const table = (level: SignalLevel) => {
    const f = new Float64Array(programs.length * STRENGTH_NODES);
    programs.forEach(({ context, terms }, at) =>
      f.set(atNodes(context, withSignal(terms, level)), at * STRENGTH_NODES),
    );
    return f;
  };
  return { weights, f: { none: table('none'), silver: table('silver'), gold: table('gold') } };
}

export interface ChosenProgram extends PickProgram {
  readonly level: SignalLevel;
}

/**
 * P(at least one place) from a list, with its 80 % range over the level of the year and the slope of each specialty.
 * How invitations and places share a known rate between them is left out: a list feels only their product.
 */
export function listChance(chosen: readonly ChosenProgram[], weights: Float64Array): ChanceRange {
  const counts = new Map<InterviewContext, Map<string, { terms: readonly TermKey[]; n: number }>>();
  for (const { context, terms, level } of chosen) {
    const cells = counts.get(context) ?? new Map<string, { terms: readonly TermKey[]; n: number }>();
    counts.set(context, cells);
    const all = withSignal(terms, level);
    const key = all.join();
    cells.set(key, { terms: all, n: (cells.get(key)?.n ?? 0) + 1 });
  }
  const groups = [...counts].map(([context, cells]) => ({
    context,
    cells: [...cells.values()].map(({ terms, n }) => ({
      n,
      logits: interviewAtNodes(context, terms).map(logit),
    })),
    sd: Math.hypot(
      context.model.drift.value,
      context.prior.meanSd,
      context.entry.headline ? 0 : context.entry.base.sd,
    ),
  }));
  const any = (shift: (group: number) => number) =>
    weights.reduce((sum, weight, k) => {
      let none = 1;
      groups.forEach(({ context, cells }, g) => {
        for (const { n, logits } of cells)
          none *= (1 - logistic((logits[k] ?? 0) + shift(g)) * context.entry.take.value) ** n;
      });
      return sum + weight * (1 - none);
    }, 0);
  const columns = normalDraws(DRAWS, groups.length, freshDraws());
  const values = Float64Array.from({ length: DRAWS }, (_, draw) =>
    any((g) => (groups[g]?.sd ?? 0) * (columns[g]?.[draw] ?? 0)),
  );
  return shownRange(
    any(() => 0),
    values,
  );
}
