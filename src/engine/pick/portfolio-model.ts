// The portfolio problem as typed arrays, best candidate last: what every solver reads. It drops what can never help
// (banned, or worth no more than staying out) and keeps a canonical order, so that the order of input is nothing.
import { type Candidate, GOLD, NONE, type PortfolioProblem, SILVER, SKIP } from './portfolio-problem.ts';

/** Slack for sums of fees: no schedule has prices below a hundredth of a cent. */
export const FEE_SLACK = 1e-6;

export interface ModelSpecialty {
  /** USD by count, from 0 to the most that can be bought; empty with own fees. */
  readonly fee: Float64Array;
  readonly gold: number;
  readonly silver: number;
  /** Most programs: cap, price list, budget and supply together. */
  readonly most: number;
}

export interface PortfolioModel {
  readonly count: number;
  readonly scenarios: number;
  readonly weights: Float64Array;
  /** Added to every value: the outside utility, or 0. */
  readonly base: number;
  readonly budget: number;
  /** Place of each row in the problem's candidates. */
  readonly source: Int32Array;
  /** Utility over the outside option, 0 or more, ascending; 1 throughout when the aim is any place at all. */
  readonly gain: Float64Array;
  /** By level 0–3, then row · scenarios + scenario; level 0 is all zero. */
  readonly chance: readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  readonly specialty: Int32Array;
  /** Shared signal unit, or −1 where nothing is shared. */
  readonly unit: Int32Array;
  readonly units: number;
  readonly locked: Uint8Array;
  readonly locks: number;
  /** USD per row, or null where the count sets the fee. */
  readonly ownFee: Float64Array | null;
  readonly specialties: readonly ModelSpecialty[];
}

/** Whether the signals of a specialty can be used at all. */
export const hasSignals = (model: PortfolioModel): boolean =>
  model.specialties.some(({ gold, silver }) => gold > 0 || silver > 0);

/** The price of `count` applications at one price each, as a price list. */
const evenFees = (fee: number, count: number) => Float64Array.from({ length: count + 1 }, (_, k) => k * fee);

const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function compareChances(a: Candidate, b: Candidate): number {
  for (const level of ['none', 'silver', 'gold'] as const)
    for (let q = 0; q < a.chance[level].length; q++) {
      const gap = (a.chance[level][q] ?? 0) - (b.chance[level][q] ?? 0);
      if (gap !== 0) return gap;
    }
  return 0;
}

/** Scenarios with a weight; all of them as one where they do not differ. */
function distinctScenarios(problem: PortfolioProblem): number[] {
  const weighed = problem.scenarioWeights.flatMap((weight, q) => (weight > 0 ? [q] : []));
  const first = weighed[0] ?? 0;
  const alike = problem.candidates.every(({ chance }) =>
    [chance.none, chance.silver, chance.gold].every((by) => weighed.every((q) => by[q] === by[first])),
  );
  return alike ? [first] : weighed;
}

/** Rows of a shared unit carry its number; a unit with one row left in the model shares nothing. */
function sharedUnits(rows: readonly Candidate[]) {
  const members = new Map<string, number[]>();
  rows.forEach(({ unit, specialty }, row) => {
    if (unit === null) return;
    const key = `${specialty}/${unit}`;
    members.set(key, [...(members.get(key) ?? []), row]);
  });
  const unit = new Int32Array(rows.length).fill(-1);
  let units = 0;
  for (const shared of members.values()) {
    if (shared.length < 2) continue;
    for (const row of shared) unit[row] = units;
    units++;
  }
  return { unit, units };
}

/** Builds the model. The problem has passed `checkPortfolio`. Time O(N log N + N·Q). */
export function portfolioModel(problem: PortfolioProblem): PortfolioModel {
  const { objective, outsideUtility, budgetUsd, candidates } = problem;
  const any = objective === 'pAtLeastOne';
  const gainOf = ({ utility }: Candidate) => (any ? 1 : Math.max(0, utility - outsideUtility));
  const locks = new Set(problem.locks);
  const bans = new Set(problem.bans);
  const scenarios = distinctScenarios(problem);
  const canHelp = (candidate: Candidate) => {
    const { gold = 0, silver = 0 } = problem.specialties[candidate.specialty] ?? {};
    const { chance } = candidate;
    const open = (by: readonly number[]) => scenarios.some((q) => (by[q] ?? 0) > 0);
    return (
      gainOf(candidate) > 0 &&
      (open(chance.none) || (silver > 0 && open(chance.silver)) || (gold > 0 && open(chance.gold)))
    );
  };
  const kept = candidates
    .map((candidate, at) => ({ candidate, at, gain: gainOf(candidate) }))
    .filter(({ candidate }) => locks.has(candidate.id) || (!bans.has(candidate.id) && canHelp(candidate)))
    .sort(
      (a, b) =>
        a.gain - b.gain ||
        compareChances(a.candidate, b.candidate) ||
        compareIds(a.candidate.id, b.candidate.id),
    );
  const rows = kept.map(({ candidate }) => candidate);
  const count = rows.length;
  const width = scenarios.length;
  const weights = Float64Array.from(
    scenarios,
    width === 1 ? () => 1 : (q) => problem.scenarioWeights[q] ?? 0,
  );
  const table = (level: 'none' | 'silver' | 'gold') => {
    const odds = new Float64Array(count * width);
    rows.forEach(({ chance }, row) => {
      const by = chance[level];
      for (let k = 0; k < width; k++) odds[row * width + k] = by[scenarios[k]!]!;
    });
    return odds;
  };
  const fees = rows.map(({ feeUsd }) => feeUsd);
  const own = fees.some((fee) => fee !== null);
  // One price for all is a price by count, and the count is the easier state.
  const even = own && problem.specialties.length === 1 && fees.every((fee) => fee === fees[0]);
  const lockedUsd = lockedFee(problem, rows, locks);
  const specialties = problem.specialties.map((terms, s): ModelSpecialty => {
    const members = rows.filter(({ specialty }) => specialty === s);
    const supply = Math.min(members.length, terms.most ?? Number.POSITIVE_INFINITY);
    const fee =
      own && !even
        ? new Float64Array(0)
        : even
          ? evenFees(fees[0] ?? 0, supply)
          : Float64Array.from(terms.feeUsd.slice(0, supply + 1));
    let most = supply;
    if (fee.length > 0) {
      const mine = members.filter(({ id }) => locks.has(id)).length;
      const left = budgetUsd - (lockedUsd - (fee[mine] ?? 0)) + FEE_SLACK;
      most = fee.length - 1;
      while (most > 0 && (fee[most] ?? 0) > left) most--;
    }
    const clip = (limit: number) => Math.min(limit, most);
    return { fee: fee.slice(0, most + 1), gold: clip(terms.gold), silver: clip(terms.silver), most };
  });
  const signalled = specialties.some(({ gold, silver }) => gold > 0 || silver > 0);
  return {
    count,
    scenarios: width,
    weights,
    base: any ? 0 : outsideUtility,
    budget: budgetUsd,
    source: Int32Array.from(kept, ({ at }) => at),
    gain: Float64Array.from(kept, ({ gain }) => gain),
    chance: [new Float64Array(count * width), table('none'), table('silver'), table('gold')],
    specialty: Int32Array.from(rows, ({ specialty }) => specialty),
    ...(signalled ? sharedUnits(rows) : { unit: new Int32Array(count).fill(-1), units: 0 }),
    locked: Uint8Array.from(rows, ({ id }) => (locks.has(id) ? 1 : 0)),
    locks: rows.filter(({ id }) => locks.has(id)).length,
    ownFee: own && !even ? Float64Array.from(fees, (fee) => fee ?? 0) : null,
    specialties,
  };
}

/** USD the locked programs cost together. */
function lockedFee(
  problem: PortfolioProblem,
  rows: readonly Candidate[],
  locks: ReadonlySet<string>,
): number {
  const locked = rows.filter(({ id }) => locks.has(id));
  if (locked.some(({ feeUsd }) => feeUsd !== null))
    return locked.reduce((sum, { feeUsd }) => sum + (feeUsd ?? 0), 0);
  return problem.specialties.reduce(
    (sum, { feeUsd }, s) => sum + (feeUsd[locked.filter(({ specialty }) => specialty === s).length] ?? 0),
    0,
  );
}

/** The model of some of its rows, in the same order. Limits stay; locked rows must be among them. */
export function narrowed(model: PortfolioModel, rows: Int32Array): PortfolioModel {
  const { scenarios } = model;
  const pick = (from: Float64Array) => {
    const to = new Float64Array(rows.length * scenarios);
    rows.forEach((row, at) => to.set(from.subarray(row * scenarios, (row + 1) * scenarios), at * scenarios));
    return to;
  };
  const [skip, none, silver, gold] = model.chance;
  return {
    ...model,
    count: rows.length,
    source: rows.map((row) => model.source[row]!),
    gain: Float64Array.from(rows, (row) => model.gain[row]!),
    chance: [pick(skip), pick(none), pick(silver), pick(gold)],
    specialty: rows.map((row) => model.specialty[row]!),
    unit: rows.map((row) => model.unit[row]!),
    locked: Uint8Array.from(rows, (row) => model.locked[row]!),
    ownFee: model.ownFee && Float64Array.from(rows, (row) => model.ownFee![row]!),
  };
}

/** The levels a specialty's limits leave open, skip first. */
export function openLevels(terms: ModelSpecialty): readonly number[] {
  return [SKIP, NONE, ...(terms.silver > 0 ? [SILVER] : []), ...(terms.gold > 0 ? [GOLD] : [])];
}
