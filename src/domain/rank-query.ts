// What the rank screen may ask the engine, and what comes back. The order is always the user's; an answer stands beside
// it and never proposes to change it.
import type { Whereabouts } from './change.ts';
import type { Pid } from './ids.ts';
import type { ChanceRange } from './model.ts';
import type { Track } from './program.ts';
import type { ProgramRow } from './query.ts';
import type { SeasonDate } from './rules.ts';

/** One line of the user's order, best first. */
export interface RankLine {
  /** Of the line within its list. */
  readonly id: number;
  readonly pid: Pid;
  /** They have been invited or interviewed there, so the invitation is no longer open. */
  readonly invited: boolean;
}

export interface RankedProgram {
  readonly pid: Pid;
  readonly found: Whereabouts;
  /** Null where this catalog does not hold it, or holds no more than its name. */
  readonly row: ProgramRow | null;
  readonly tracks: readonly Track[];
  /** The code of the program itself, the user's own first. */
  readonly code: { readonly value: string; readonly own: boolean } | null;
}

/** How far a place by score moves when the weights are moved a little. */
export interface PlaceRange {
  readonly pid: Pid;
  /** From 1: the place by score, and the best and worst in the middle 80 of 100 variations. Those that tie share all. */
  readonly place: number;
  readonly best: number;
  readonly worst: number;
}

export interface RankSensitivity {
  readonly draws: number;
  /** Programs compared: those of the list with anything known. */
  readonly programs: number;
  /**
   * The same `first` programs stay first in so many variations: three where the score tells the third from the fourth,
   * else the nearest number it does tell. Null where all of them tie.
   */
  readonly firm: { readonly first: number; readonly stays: number } | null;
  /** In the order by score. */
  readonly places: readonly PlaceRange[];
}

/** Lines that stand above ones that fit better and would be harder to reach. Says nothing of the user's reasons. */
export interface Shaped {
  readonly raised: number;
  readonly lowered: number;
  readonly pairs: number;
}

export interface RankAnswer {
  /** Of the pids asked, each once, in the order asked. */
  readonly programs: readonly RankedProgram[];
  /** Null while nothing is weighed, or fewer than two programs have a score. */
  readonly sensitivity: RankSensitivity | null;
  readonly shaped: Shaped | null;
  /** Dates of the newest season that bear on ranking, in order; empty where the catalog carries none. */
  readonly dates: readonly SeasonDate[];
}

/** Where one lands, in groups of lines: `from` and `to` count from 1. */
export interface LandingGroup extends ChanceRange {
  readonly from: number;
  readonly to: number;
}

export type LandingAnswer =
  | {
      readonly kind: 'landing';
      readonly groups: readonly LandingGroup[];
      /** Not at any program of this list. */
      readonly none: ChanceRange;
      /** Lines left out because nothing is published for them. */
      readonly without: readonly number[];
      /** Per line: how much less likely a place becomes without it, 0–1. */
      readonly dropped: readonly { readonly id: number; readonly loss: number }[];
      /** How much likelier a place becomes with one more program like the last one, at the end. */
      readonly oneMore: number;
      /** What it rests on; `source` in words. */
      readonly basis: readonly {
        readonly specialty: string;
        readonly years: string;
        readonly source: string;
      }[];
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'no-model' | 'no-applicant-type' | 'nothing-published' | 'empty';
    };
