// Draws one imaginary season: who lists which programs, and how programs rank those who list them. Seeded and in slices.
// It describes no real person; it is a model, and says what it assumes:
// - applicants differ in one strength, standard normal;
// - an applicant lists `listLength` programs, drawn one after another in proportion to e^appeal (Plackett 1975, Luce 1959),
//   in the order drawn;
// - a program scores whoever lists it by agreement · strength + √(1 − agreement²) · its own standard normal taste.
import { normal, type Random } from '#engine/random.ts';
import { buildMarket, type Market } from './market.ts';

export interface SeasonPlan {
  /** People in the market. Beyond about 5,000 a phone needs seconds per season. */
  readonly applicants: number;
  /** Seats of each program. */
  readonly quota: readonly number[];
  /** How much applicants in general want each program, in log-odds; 0 for all means taste alone. */
  readonly appeal: readonly number[];
  readonly listLength: number;
  /** 0: every program has its own taste; 1: all programs rank alike. */
  readonly agreement: number;
}

export interface Season {
  readonly market: Market;
  /** Score of each line of the programs' lists, in the order of `market.programLists.items`. */
  readonly score: Float64Array;
}

/** How much work may pass between two pauses; counted in list entries. */
export interface Meter {
  readonly slice: number;
  left: number;
}

/** True once per slice: time to pause. */
export function isSpent(meter: Meter, steps: number): boolean {
  meter.left -= steps;
  if (meter.left > 0) return false;
  meter.left = meter.slice;
  return true;
}

/** Draws of repeats per wanted program before the rest of a list is drawn from keys. */
const TRIES = 8;

/** Draws lists of different programs in proportion to e^appeal, one program after another. */
function listDrawer(appeal: readonly number[], programs: number, random: Random) {
  const upTo = new Float64Array(programs);
  let total = 0;
  for (let p = 0; p < programs; p++) upTo[p] = total += Math.exp(appeal[p] ?? 0);
  const takenBy = new Int32Array(programs).fill(-1);
  const drawOne = () => {
    const aim = random() * total;
    let low = 0;
    let high = programs - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > aim) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  /** The rest in order of appeal plus a Gumbel number, which is the same law and never repeats. */
  const drawRest = (applicant: number) =>
    Array.from({ length: programs }, (_, p) => p)
      .filter((p) => takenBy[p] !== applicant)
      .map((p) => ({ p, key: (appeal[p] ?? 0) - Math.log(-Math.log(1 - random())) }))
      .sort((x, y) => y.key - x.key);
  return (applicant: number, list: Int32Array): void => {
    let at = 0;
    for (let tries = TRIES * list.length; at < list.length && tries > 0; tries--) {
      const p = drawOne();
      if (takenBy[p] === applicant) continue;
      takenBy[p] = applicant;
      list[at++] = p;
    }
    if (at < list.length) for (const { p } of drawRest(applicant).slice(0, list.length - at)) list[at++] = p;
  };
}

/** Puts each program's lines in order of falling score, in place; people follow their scores. */
function* sortLines(
  start: Int32Array,
  people: Int32Array,
  score: Float64Array,
  meter: Meter,
): Generator<void, void, void> {
  for (let p = 0; p + 1 < start.length; p++) {
    const from = start[p]!;
    const to = start[p + 1]!;
    const order = Array.from({ length: to - from }, (_, i) => from + i);
    order.sort((x, y) => score[y]! - score[x]! || x - y);
    const sortedPeople = order.map((line) => people[line]!);
    const sortedScore = order.map((line) => score[line]!);
    people.set(sortedPeople, from);
    score.set(sortedScore, from);
    if (isSpent(meter, to - from)) yield;
  }
}

/** Draws a season, pausing (yielding) whenever `meter` is spent. */
export function* drawSeason(plan: SeasonPlan, random: Random, meter: Meter): Generator<void, Season, void> {
  const { applicants, agreement } = plan;
  const programs = plan.quota.length;
  const length = Math.min(plan.listLength, programs);
  const drawList = listDrawer(plan.appeal, programs, random);
  const strength = new Float64Array(applicants);
  const start = Int32Array.from({ length: applicants + 1 }, (_, a) => a * length);
  const items = new Int32Array(applicants * length);
  const size = new Int32Array(programs + 1);
  for (let a = 0; a < applicants; a++) {
    strength[a] = normal(random);
    const list = items.subarray(a * length, (a + 1) * length);
    drawList(a, list);
    for (const p of list) size[p + 1]!++;
    if (isSpent(meter, length)) yield;
  }
  for (let p = 0; p < programs; p++) size[p + 1]! += size[p]!;
  const programStart = size.slice();
  const people = new Int32Array(items.length);
  const score = new Float64Array(items.length);
  const ownTaste = Math.sqrt(1 - agreement * agreement);
  for (let a = 0; a < applicants; a++) {
    for (let e = a * length; e < (a + 1) * length; e++) {
      const line = size[items[e]!]!++;
      people[line] = a;
      score[line] = agreement * strength[a]! + ownTaste * normal(random);
    }
    if (isSpent(meter, length)) yield;
  }
  yield* sortLines(programStart, people, score, meter);
  const market = buildMarket(
    { start, items },
    { start: programStart, items: people },
    Int32Array.from(plan.quota),
  );
  return { market, score };
}
