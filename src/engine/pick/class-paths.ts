// E6: the best sum of weights for every count of programs in one specialty, with gold and silver limits. With weights
// −log(1−f) that is the greatest P(any place) of one scenario; with gains it is the bound of certificate.ts. It must not
// be used for expected utility itself, which is no sum.
// A transportation problem (program → class → places): successive best augmenting paths are optimal for every count
// (Ahuja, Magnanti and Orlin, Network Flows, 1993, §9.7). Programs of a class are interchangeable on a path, so a path
// is a sequence of classes and has at most three hops.
import { GOLD, NONE, SILVER, SKIP } from './portfolio-problem.ts';

export interface ClassProblem {
  /** Weight by level 1–3, then by member; all 0 or more. */
  readonly weights: readonly [Float64Array, Float64Array, Float64Array];
  readonly locked: Uint8Array;
  readonly gold: number;
  readonly silver: number;
  readonly most: number;
}

export interface ClassPlan {
  /** Best sum by count; −∞ below the number of locks. */
  readonly value: Float64Array;
  /** Levels of the members at a count. */
  readonly levelsAt: (count: number) => Uint8Array;
}

const CLASSES = [SKIP, NONE, SILVER, GOLD] as const;
/** Every simple path of classes from skip. */
const PATHS: readonly (readonly number[])[] = (() => {
  const paths: number[][] = [];
  const extend = (path: number[]) => {
    if (path.length > 1) paths.push(path);
    for (const next of CLASSES) if (!path.includes(next)) extend([...path, next]);
  };
  extend([SKIP]);
  return paths;
})();

/** Solves for every count from 0 to `most`. Time O(most · members). */
export function classPlan(problem: ClassProblem): ClassPlan {
  const { weights, locked, gold, silver, most } = problem;
  const members = locked.length;
  const locks = locked.reduce((sum, is) => sum + is, 0);
  const level = new Uint8Array(members);
  const used = [0, 0, 0, 0];
  const room = [0, Number.POSITIVE_INFINITY, silver, gold];
  const value = new Float64Array(most + 1).fill(Number.NEGATIVE_INFINITY);
  /** Changes of every augmentation: member, level, … */
  const changes: number[][] = [];
  const weightOf = (member: number, at: number) => (at === SKIP ? 0 : weights[at - 1]![member]!);
  /** Best exchange a → b, at 4a + b. */
  const gain = new Float64Array(16);
  const who = new Int32Array(16);
  let sum = 0;
  if (locks === 0) value[0] = 0;
  for (let count = 1; count <= most; count++) {
    // Locked members come in first; a path never puts one out again, so they stay.
    const onlyLocked = count <= locks;
    gain.fill(Number.NEGATIVE_INFINITY);
    for (let member = 0; member < members; member++) {
      const a = level[member]!;
      if (a === SKIP && onlyLocked && locked[member] === 0) continue;
      const held = weightOf(member, a);
      for (let b = NONE; b <= GOLD; b++) {
        if (b === a || room[b] === 0) continue;
        const by = weights[b - 1]![member]! - held;
        if (by > gain[4 * a + b]!) {
          gain[4 * a + b] = by;
          who[4 * a + b] = member;
        }
      }
    }
    let best = Number.NEGATIVE_INFINITY;
    let path: readonly number[] = [];
    for (const classes of PATHS) {
      const end = classes[classes.length - 1]!;
      if (used[end]! >= room[end]!) continue;
      let by = 0;
      for (let hop = 1; hop < classes.length; hop++) by += gain[4 * classes[hop - 1]! + classes[hop]!]!;
      if (by > best) {
        best = by;
        path = classes;
      }
    }
    if (best === Number.NEGATIVE_INFINITY) break;
    const change: number[] = [];
    for (let hop = 1; hop < path.length; hop++) {
      const member = who[4 * path[hop - 1]! + path[hop]!]!;
      change.push(member, path[hop]!);
    }
    for (let i = 0; i < change.length; i += 2) level[change[i]!] = change[i + 1]!;
    used[path[path.length - 1]!]!++;
    changes.push(change);
    sum += best;
    if (count >= locks) value[count] = sum;
  }
  return {
    value,
    levelsAt: (count) => {
      const levels = new Uint8Array(members);
      for (const change of changes.slice(0, count))
        for (let i = 0; i < change.length; i += 2) levels[change[i]!] = change[i + 1]!;
      return levels;
    },
  };
}
