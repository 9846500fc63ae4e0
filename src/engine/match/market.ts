// A market of single applicants as flat arrays: what deferred acceptance runs on. Built once, never changed.
import { type FlatLists, rankLookup } from './rank-lookup.ts';

export interface Market {
  readonly applicants: number;
  readonly programs: number;
  /** Programs on each applicant's list, best first; entry e is one line of one list. */
  readonly lists: FlatLists;
  /** Per entry: how the program ranks the applicant, from 0; −1 where it does not. */
  readonly rank: Int32Array;
  /** Applicants on each program's list, best first. */
  readonly programLists: FlatLists;
  readonly quota: Int32Array;
  /** Sums of quotas before each program: where its seats begin in one array of all seats. */
  readonly seatStart: Int32Array;
}

/** Sums before each of `quota`, and the total at the end. */
function seatStarts(quota: Int32Array): Int32Array {
  const start = new Int32Array(quota.length + 1);
  for (let p = 0; p < quota.length; p++) start[p + 1] = start[p]! + quota[p]!;
  return start;
}

/** Joins applicants' lists, programs' lists (both by number, without repeats) and quotas (0 or more) to a market. */
export function buildMarket(lists: FlatLists, programLists: FlatLists, quota: Int32Array): Market {
  const applicants = lists.start.length - 1;
  return {
    applicants,
    programs: quota.length,
    lists,
    rank: rankLookup(lists, (applicant) => applicant, programLists, applicants),
    programLists,
    quota,
    seatStart: seatStarts(quota),
  };
}
