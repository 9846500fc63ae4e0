// The next question. Of all pairs among the programs that may be in the top 20, it takes the one whose answer is
// expected to settle most of who is in the top 10, and beside that to tell most about the weights: the pair the
// posterior is least sure of because it does not know the weights, not because the two are alike. Both are mutual
// information in bits (Lindley 1956; "BALD", Houlsby et al. 2011). Measured on 64 seeded people with 8 criteria and 200
// programs, looking at the top 10 as well found 8.6 of it after 15 answers, looking at the weights alone 8.3.
import { answerChance } from './choice-model.ts';
import { meanWeights, type Posterior } from './posterior.ts';
import {
  type Comparison,
  comparisonOf,
  differencesOf,
  heaviest,
  type ProfileSpace,
  rowDifferences,
} from './profile-space.ts';
import { topOfDraws } from './top-list.ts';

/** Questions are about programs that may be among these. */
const TOP_FOR_QUESTIONS = 20;
/** The list whose members are to be settled. */
export const TOP_TO_SETTLE = 10;
/** Programs that may be asked about: those most often among the top 20. */
const POOL = 30;
/** Particles looked at; more changes no choice worth changing. */
const LOOK = 133;
/** All pairs are looked at with every fourth of those first, and only the best so far with all. */
const GLANCE = 4;
const SHORT_LIST = 40;
/** Differences smaller than this are no trade. */
const LEAST_DIFFERENCE = 0.05;
/** Programs surer than this, in or out, have nothing left to settle. */
const SURE = 0.03;

export interface PreferenceQuestion extends Comparison {
  readonly first: string;
  readonly second: string;
  /** Bits the answer is expected to tell about the weights, 0–1.6. */
  readonly bits: number;
}

const part = (p: number) => (p > 0 ? -p * Math.log2(p) : 0);
const entropy = (p: number) => part(p) + part(1 - p);

interface Look {
  readonly particles: readonly number[];
  /** Rows that may be asked about. */
  readonly pool: readonly number[];
  /** Per particle a row of flags: is the k-th unsettled program in its top 10? */
  readonly isIn: Uint8Array;
  readonly unsettled: number;
}

function lookAt(space: ProfileSpace, posterior: Posterior): Look {
  const stride = Math.max(1, Math.floor(posterior.count / LOOK));
  const draws = topOfDraws(space, posterior, TOP_FOR_QUESTIONS, stride);
  const share = (tops: readonly (readonly number[])[]) => {
    const shares = new Map<number, number>();
    for (const rows of tops)
      for (const row of rows) shares.set(row, (shares.get(row) ?? 0) + 1 / draws.length);
    return [...shares];
  };
  const tops = draws.map(({ rows }) => rows);
  const tens = tops.map((rows) => rows.slice(0, TOP_TO_SETTLE));
  const pool = share(tops)
    .toSorted((p, q) => q[1] - p[1] || p[0] - q[0])
    .slice(0, POOL)
    .map(([row]) => row);
  const open = share(tens).flatMap(([row, p]) => (p > SURE && p < 1 - SURE ? [row] : []));
  const place = new Map(open.map((row, at) => [row, at]));
  const isIn = new Uint8Array(draws.length * open.length);
  tens.forEach((rows, draw) => {
    for (const row of rows) {
      const at = place.get(row);
      if (at !== undefined) isIn[draw * open.length + at] = 1;
    }
  });
  return { particles: draws.map(({ particle }) => particle), pool, isIn, unsettled: open.length };
}

interface Worth {
  readonly bits: number;
  readonly settles: number;
}

/** What the answer to a pair is expected to tell: entropies before it minus their mean after it. */
function worthOf(
  difference: Float64Array,
  { particles, isIn, unsettled }: Look,
  posterior: Posterior,
): Worth {
  const { dimensions, weights, decided } = posterior;
  const draws = particles.length;
  const ofA = new Float64Array(draws);
  const ofB = new Float64Array(draws);
  let [a, b, within] = [0, 0, 0];
  particles.forEach((particle, draw) => {
    let utility = 0;
    for (let c = 0; c < dimensions; c++) {
      utility += (weights[particle * dimensions + c] ?? 0) * (difference[c] ?? 0);
    }
    utility *= decided[particle] ?? 0;
    const pa = answerChance(utility, 'a');
    const pb = answerChance(utility, 'b');
    ofA[draw] = pa;
    ofB[draw] = pb;
    a += pa;
    b += pb;
    within += part(pa) + part(pb) + part(1 - pa - pb);
  });
  const same = draws - a - b;
  const bits = part(a / draws) + part(b / draws) + part(same / draws) - within / draws;
  let settles = 0;
  for (let at = 0; at < unsettled; at++) {
    let [inAll, inA, inB] = [0, 0, 0];
    for (let draw = 0; draw < draws; draw++) {
      if (isIn[draw * unsettled + at] !== 1) continue;
      inAll++;
      inA += ofA[draw] ?? 0;
      inB += ofB[draw] ?? 0;
    }
    settles +=
      entropy(inAll / draws) -
      (a * entropy(inA / a) + b * entropy(inB / b) + same * entropy((inAll - inA - inB) / same)) / draws;
  }
  return { bits: Math.max(0, bits), settles: Math.max(0, settles) };
}

/** A pair by what it trades, whichever side is first. */
function keyOf(difference: Float64Array): string {
  const sign = Math.sign(difference.find((value) => value !== 0) ?? 1);
  return Array.from(difference, (value) => Math.round(value * sign * 1000)).join();
}

interface Pair {
  readonly first: number;
  readonly second: number;
  /** Of what is shown; 0 elsewhere. */
  readonly difference: Float64Array;
}

/** The pairs of the pool that trade one known criterion for another and have not been asked. */
function openPairs(
  space: ProfileSpace,
  pool: readonly number[],
  answers: readonly Comparison[],
  shownOf: (difference: Float64Array) => Float64Array,
): Pair[] {
  const asked = new Set(answers.map((answer) => keyOf(differencesOf(answer, space.criteria))));
  return pool.flatMap((first, at) =>
    pool.slice(at + 1).flatMap((second): Pair[] => {
      const difference = shownOf(rowDifferences(space, first, second));
      // Where one is better on everything known the answer tells nothing about weights.
      const isTrade =
        difference.some((value) => value > LEAST_DIFFERENCE) &&
        difference.some((value) => value < -LEAST_DIFFERENCE);
      return isTrade && !asked.has(keyOf(difference)) ? [{ first, second, difference }] : [];
    }),
  );
}

/** Pairs with their worth, best first; equal ones keep their order. */
function byWorth(pairs: readonly Pair[], look: Look, posterior: Posterior) {
  return pairs
    .map((pair) => ({ pair, worth: worthOf(pair.difference, look, posterior) }))
    .toSorted((a, b) => b.worth.bits + b.worth.settles - (a.worth.bits + a.worth.settles));
}

/** The same look with every `GLANCE`-th of its particles. */
function glanceOf({ particles, pool, isIn, unsettled }: Look): Look {
  const some = particles.flatMap((particle, draw) => (draw % GLANCE === 0 ? [{ particle, draw }] : []));
  const flags = new Uint8Array(some.length * unsettled);
  some.forEach(({ draw }, at) => {
    flags.set(isIn.subarray(draw * unsettled, (draw + 1) * unsettled), at * unsettled);
  });
  return { particles: some.map(({ particle }) => particle), pool, isIn: flags, unsettled };
}

/**
 * The next question, or null when no two programs of the pool trade one known criterion for another.
 * A trade already asked is not asked again.
 * @param asked comparisons that were answered, or passed over.
 * @param mostShown criteria that one question may show, at least 2; the others count as alike. All by default.
 */
export function nextQuestion(
  space: ProfileSpace,
  posterior: Posterior,
  asked: readonly Comparison[],
  mostShown = Number.POSITIVE_INFINITY,
): PreferenceQuestion | null {
  const look = lookAt(space, posterior);
  const weights = meanWeights(posterior);
  const shownOf = (difference: Float64Array) => heaviest(difference, weights, mostShown);
  const glance = byWorth(openPairs(space, look.pool, asked, shownOf), glanceOf(look), posterior);
  const shortList = glance.slice(0, SHORT_LIST).map(({ pair }) => pair);
  const [best] = byWorth(shortList, look, posterior);
  if (!best) return null;
  const { first, second, difference } = best.pair;
  return {
    ...comparisonOf(space, first, second, mostShown < space.criteria.length ? difference : undefined),
    first: space.ids[first] ?? '',
    second: space.ids[second] ?? '',
    bits: best.worth.bits,
  };
}
