// Proposes a joint list for a couple: every pair of their programs, with rows where only one of them is placed, in the
// order of what the two want together. It never pairs a program with itself twice over and never exceeds the limit of
// the Match; the couple edits the result by hand.
import { distanceKm, KM_PER_MILE, type Point } from '#engine/place/distance.ts';

/** Most rows of one certified rank order list of a couple (NRMP, Couples in The Match). */
export const MOST_PAIRS = 300;

export interface CoupleProgram {
  readonly id: string;
  /** How much this partner wants it, 0–1. */
  readonly utility: number;
  /** Null where the place is not known. */
  readonly place: Point | null;
}

export interface PairWishes {
  /** Weight of the first partner's wishes, of the second's, and of being close. */
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  /** What it costs, on the scale of the score, that one of the two is not placed. */
  readonly onePenalty: number;
  /** Farther pairs are left out; null for no limit. Pairs of unknown distance stay and are named by `miles: null`. */
  readonly milesLimit: number | null;
  /** At most this many rows, at most 300. */
  readonly most: number;
}

export interface ScoredPair {
  readonly first: string | null;
  readonly second: string | null;
  readonly score: number;
  /** Straight-line miles; null where a place is not known or one partner is not placed. */
  readonly miles: number | null;
}

export interface PairList {
  readonly pairs: readonly ScoredPair[];
  /** Pairs left out, by reason. */
  readonly left: {
    readonly tooFar: number;
    /** Worth less than neither being placed (a score below 0). */
    readonly belowNoMatch: number;
    readonly pastLimit: number;
  };
}

/** Miles at which closeness has fallen to one half: a drive of about an hour. */
const HALF_CLOSENESS_MILES = 50;

/** 1 in the same city, one half at 50 miles, toward 0 with distance. */
export const closeness = (miles: number): number => 1 / (1 + miles / HALF_CLOSENESS_MILES);

function milesBetween(a: Point | null, b: Point | null): number | null {
  const miles = a && b ? distanceKm(a, b) / KM_PER_MILE : Number.NaN;
  return Number.isNaN(miles) ? null : miles;
}

/** α·u₁ + β·u₂ + γ·closeness; where the distance is unknown the known part stands for the whole. */
function togetherScore(wishes: PairWishes, a: CoupleProgram, b: CoupleProgram, miles: number | null): number {
  const { alpha, beta, gamma } = wishes;
  const known = alpha * a.utility + beta * b.utility;
  if (miles !== null) return known + gamma * closeness(miles);
  return alpha + beta > 0 ? (known * (alpha + beta + gamma)) / (alpha + beta) : known;
}

/** Without a second mention of a program, so that no row can stand twice. */
const distinct = (programs: readonly CoupleProgram[]): readonly CoupleProgram[] => [
  ...new Map(programs.toReversed().map((program) => [program.id, program])).values(),
];

/**
 * All pairs (a, b), (a, –) and (–, b), best score first; equal scores in the order the programs were given. The two
 * columns of the result have equal length and no row twice.
 */
export function proposePairs(
  firstPrograms: readonly CoupleProgram[],
  secondPrograms: readonly CoupleProgram[],
  wishes: PairWishes,
): PairList {
  const first = distinct(firstPrograms);
  const second = distinct(secondPrograms);
  const { alpha, beta, onePenalty, milesLimit } = wishes;
  let tooFar = 0;
  const all: ScoredPair[] = [];
  for (const a of first) {
    for (const b of second) {
      const miles = milesBetween(a.place, b.place);
      if (miles !== null && milesLimit !== null && miles > milesLimit) tooFar++;
      else all.push({ first: a.id, second: b.id, score: togetherScore(wishes, a, b, miles), miles });
    }
  }
  for (const a of first)
    all.push({ first: a.id, second: null, score: alpha * a.utility - onePenalty, miles: null });
  for (const b of second)
    all.push({ first: null, second: b.id, score: beta * b.utility - onePenalty, miles: null });
  const worthwhile = all.filter(({ score }) => score >= 0).toSorted((x, y) => y.score - x.score);
  const pairs = worthwhile.slice(0, Math.max(0, Math.min(wishes.most, MOST_PAIRS)));
  return {
    pairs,
    left: {
      tooFar,
      belowNoMatch: all.length - worthwhile.length,
      pastLimit: worthwhile.length - pairs.length,
    },
  };
}
