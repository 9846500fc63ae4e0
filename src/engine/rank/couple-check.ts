// Checks a couple's two columns as edited by hand against the rules of the Match: equal length, at most 300 rows, no row
// twice, no row without a program. It corrects nothing; every problem names its rows, counted from 1.
import { MOST_PAIRS } from './couple-pairs.ts';

export type Pair = readonly [first: string | null, second: string | null];

export interface PairProblem {
  readonly reason: 'unequal-length' | 'too-long' | 'duplicate-pair' | 'empty-row' | 'no-rows';
  /** Rows concerned, from 1. */
  readonly rows: readonly number[];
  readonly sentence: string;
}

export type PairCheck =
  | { readonly kind: 'pairs'; readonly pairs: readonly Pair[] }
  | { readonly kind: 'refused'; readonly reason: 'pairs-broken'; readonly problems: readonly PairProblem[] };

const named = (rows: readonly number[]) =>
  rows.length === 1
    ? `Row ${rows[0]}`
    : `Rows ${rows.slice(0, -1).join(', ')} and ${rows[rows.length - 1] ?? ''}`;

/** Checks two columns of program ids; null is a "No Match" row of that partner. */
export function checkPairs(first: readonly (string | null)[], second: readonly (string | null)[]): PairCheck {
  const problems: PairProblem[] = [];
  const length = Math.max(first.length, second.length);
  if (length === 0)
    problems.push({ reason: 'no-rows', rows: [], sentence: 'The joint list has no rows yet.' });
  if (first.length !== second.length)
    problems.push({
      reason: 'unequal-length',
      rows: [Math.min(first.length, second.length) + 1],
      sentence: `Both lists must have the same number of rows; yours have ${first.length} and ${second.length}.`,
    });
  if (length > MOST_PAIRS)
    problems.push({
      reason: 'too-long',
      rows: [MOST_PAIRS + 1],
      sentence: `A couple may rank at most ${MOST_PAIRS} pairs; yours has ${length}.`,
    });
  const pairs: Pair[] = [];
  const rowsOf = new Map<string, number[]>();
  const empty: number[] = [];
  for (let row = 0; row < Math.min(first.length, second.length); row++) {
    const pair: Pair = [first[row] ?? null, second[row] ?? null];
    pairs.push(pair);
    if (pair[0] === null && pair[1] === null) {
      empty.push(row + 1);
      continue;
    }
    const key = JSON.stringify(pair);
    rowsOf.set(key, [...(rowsOf.get(key) ?? []), row + 1]);
  }
  if (empty.length > 0)
    problems.push({
      reason: 'empty-row',
      rows: empty,
      sentence: `${named(empty)} ${empty.length === 1 ? 'names' : 'name'} no program for either of you.`,
    });
  for (const rows of rowsOf.values())
    if (rows.length > 1)
      problems.push({ reason: 'duplicate-pair', rows, sentence: `${named(rows)} hold the same pair.` });
  return problems.length > 0
    ? { kind: 'refused', reason: 'pairs-broken', problems }
    : { kind: 'pairs', pairs };
}
