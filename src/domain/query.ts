// What a screen may ask the engine, and what comes back. Plain data: it crosses the wire to the worker.
import type { OwnValue } from './correction.ts';
import type { Fact, FactValue } from './fact.ts';
import type { FieldKey } from './field.ts';
import type { Pid, SpecialtyId } from './ids.ts';
import type { Specialty } from './catalog.ts';
import type { DealBreaker, CriterionKey, Wishes } from './wishes.ts';
import type { OwnCriterion } from './own-criterion.ts';
import type { OwnProgram } from './own-program.ts';
import type { Profile } from './profile.ts';
import type {
  BaseRateEstimate,
  ChanceBand,
  ChanceRange,
  InterviewAnswer,
  NoPublishedData,
  SeasonShift,
} from './model.ts';
import type { HospitalLink, ProgramChange, ProgramStatus, Track } from './program.ts';

export type Sort = 'best' | 'fit' | 'distance' | 'name';

/** Filters as data. An absent filter lets everything through. */
export interface ProgramFilter {
  readonly specialty?: SpecialtyId;
  readonly states?: readonly string[];
  readonly regions?: readonly string[];
  /** Miles in a straight line from `from`, or from the profile's home. */
  readonly withinMiles?: number;
  readonly from?: { readonly lat: number; readonly lon: number };
  /** Only these programs, e.g. those of one stage. */
  readonly only?: readonly Pid[];
  /** Show programs last seen before 2024; hidden otherwise. */
  readonly unconfirmed?: boolean;
  /** Show tracks entered after another residency; hidden otherwise. */
  readonly independent?: boolean;
}

export interface ProgramQuery {
  readonly text: string;
  readonly filter: ProgramFilter;
  readonly sort: Sort;
}

/** Who asks: everything a score depends on. */
export interface Asker {
  readonly profile: Profile;
  readonly wishes: Wishes;
  /** Criteria of the user's own that they let into the fit. */
  readonly own?: readonly OwnCriterion[];
  /** Their own values, which win over what is published; their order is nothing. */
  readonly corrections?: readonly OwnValue[];
  /** Programs they added to the catalog; their order is nothing. */
  readonly ownPrograms?: readonly OwnProgram[];
}

/** How well a program meets the wishes, 0–1; `lo` and `hi` put every unknown at worst and at best. */
export interface Fit {
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  /** Share of the weight that rests on known values, 0–1. */
  readonly coverage: number;
}

/** Takes nobody any more. */
export type Ended = Extract<ProgramStatus, 'closed' | 'merged' | 'split'>;

/** A program in a list. `fit` is absent while no wish has a weight, or where nothing weighed is known. */
export interface ProgramRow {
  readonly pid: Pid;
  readonly name: string;
  readonly specialty: string;
  readonly city: string | null;
  readonly state: string;
  readonly milesFromHome: number | null;
  readonly fit: Fit | null;
  readonly unconfirmed: boolean;
  /** Absent while it goes on. */
  readonly ended?: Ended;
  /** A deal-breaker that excludes it. */
  readonly excludedBy: DealBreaker | null;
}

/** One list of answers; its rows are asked for as they come into view. */
export interface ListAnswer {
  /** Names the list for `rows`; an older list may have been forgotten. */
  readonly list: number;
  readonly total: number;
  /** Programs a deal-breaker or the hidden-by-default rules kept out. */
  readonly hidden: {
    readonly dealBreaker: number;
    readonly unconfirmed: number;
    readonly independent: number;
  };
  readonly first: readonly ProgramRow[];
  /** Spelling the search understood, when it differs from what was typed. */
  readonly understood: string | null;
  readonly ms: number;
}

/** One line of an explained fit. */
export interface FitReason {
  /** A key of `CRITERIA`, or of a criterion of the user's own. */
  readonly criterion: CriterionKey | OwnCriterion['key'];
  readonly label: string;
  /** What a high value means, in one line. */
  readonly meaning: string;
  readonly weight: number;
  /** 0–1, or null where the value is not known. */
  readonly value: number | null;
  /** The measured value in words, e.g. `42 mi` or `nonprofit`. */
  readonly words: string | null;
  readonly facts: readonly Fact[];
  /** The field the facts are of; absent where the value is not that of a field. */
  readonly field?: FieldKey;
}

export interface FieldFacts {
  readonly field: FieldKey;
  /** The user's own value first, then newest first; empty means nobody has published it. */
  readonly facts: readonly Fact[];
  /** The pid a value of the user's own is kept under: another one where the program was merged since. */
  readonly ownUnder?: Pid;
}

export interface ProgramDetail extends ProgramRow {
  readonly status: ProgramStatus;
  /** What became of it; absent while it is what it was. */
  readonly change?: ProgramChange;
  /** The programs a split one has become. */
  readonly became?: readonly { readonly pid: Pid; readonly name: string }[];
  /** The programs that were merged into it. */
  readonly took?: readonly { readonly pid: Pid; readonly name: string }[];
  readonly specialtyId: SpecialtyId;
  readonly names: readonly Fact[];
  readonly stateName: string;
  readonly timeZone: string | null;
  readonly lastSeenYear: number;
  readonly independent: boolean;
  readonly fields: readonly FieldFacts[];
  readonly hospitalLink: HospitalLink | null;
  readonly tracks: readonly Track[];
  /** Other programs of the same sponsor. */
  readonly siblings: readonly { readonly pid: Pid; readonly name: string; readonly specialty: string }[];
  readonly reasons: readonly FitReason[];
  /** Of a program the user added: the one of the catalog that has its code by now. */
  readonly nowInCatalog?: { readonly pid: Pid; readonly name: string };
}

/** What names a program in a table of the user's. Whatever is absent is not looked at. */
export interface ProgramNames {
  readonly pid?: string;
  readonly acgmeId?: string;
  readonly nrmpCode?: string;
  readonly name?: string;
  /** Two letters, or the name. */
  readonly state?: string;
  readonly specialty?: string;
}

export type ProgramMatch =
  | {
      readonly kind: 'found';
      readonly pid: Pid;
      readonly name: string;
      /** The newest published value of each field asked for; absent where nobody has published one. */
      readonly published: Readonly<Partial<Record<FieldKey, FactValue>>>;
    }
  | {
      readonly kind: 'none';
      /** What of the names the catalog knows, for a program to be added; null where it is not known. */
      readonly specialty: SpecialtyId | null;
      readonly state: string | null;
    }
  /** Two of the names belong to different programs, or one name to several. */
  | { readonly kind: 'several' };

/** What can be said of chances at one program. `noModel`: this catalog carries no figures. */
export interface ProgramChance {
  readonly interview: InterviewAnswer | { readonly kind: 'noModel' };
  /** Of people of this group with about this score, how many matched in this specialty. Needs a type and a score. */
  readonly baseRate: BaseRateEstimate | NoPublishedData | null;
}

/** What the first screens need to know of the catalog. */
export interface CatalogOverview {
  readonly version: number;
  readonly date: string;
  readonly programs: number;
  readonly specialties: readonly Specialty[];
  readonly states: readonly { readonly code: string; readonly name: string }[];
  readonly regions: readonly string[];
  readonly decodeMs: number;
}

export type SignalChoice = 'none' | 'silver' | 'gold';

/** What a program said this season. */
export interface SeasonWord {
  readonly pid: Pid;
  readonly outcome: 'invited' | 'rejected';
}

export interface PickRequest {
  readonly specialty: SpecialtyId;
  readonly budgetUsd: number;
  readonly locks: readonly Pid[];
  readonly bans: readonly Pid[];
  readonly heard: readonly SeasonWord[];
}

export interface PickEntry {
  readonly row: ProgramRow;
  readonly locked: boolean;
  /** Price of this application at its place in the list. */
  readonly feeUsd: number;
  /** The criteria that lifted it most. */
  readonly reasons: readonly FitReason[];
  readonly signal: SignalChoice;
  /** Chance of an interview with that signal; null where nothing is published or the list is by fit only. */
  readonly chance: { readonly band: ChanceBand; readonly lo: number; readonly hi: number } | null;
  /** Points of the list's worth that this entry adds; null in a list by fit only. */
  readonly gain: number | null;
}

/** What a list by chance knows besides its entries. */
export interface PickChance {
  /** P(at least one place), as an 80 % range. */
  readonly any: ChanceRange;
  readonly tiers: { readonly reach: number; readonly target: number; readonly likely: number };
  /** No list is worth more. */
  readonly exact: boolean;
  /** No list is worth more than this many hundredths above this one; 0 when exact. */
  readonly withinPercent: number;
  readonly signals: {
    readonly season: number;
    readonly gold: { readonly used: number; readonly limit: number };
    readonly silver: { readonly used: number; readonly limit: number };
    readonly source: string;
    readonly note: string | null;
  } | null;
  readonly shift: SeasonShift;
}

/** What more money buys: fee in USD and worth of the list in points, ascending. Null where chances are not known. */
export type PickCurve = readonly { readonly usd: number; readonly worth: number }[] | null;

export type FitOnlyReason = 'no-applicant-type' | 'nothing-published' | 'no-model';

export type PickAnswer =
  | {
      readonly kind: 'list';
      readonly entries: readonly PickEntry[];
      readonly feeUsd: number;
      readonly leftUsd: number;
      /** Programs that could be chosen from, before the budget. */
      readonly candidates: number;
      readonly excluded: number;
      /** The next ten applications past this list, by gain (by fit only: past the budget), with what each would cost. */
      readonly next: readonly PickEntry[];
      /** What ends the list. */
      readonly limitedBy: 'budget' | 'programs' | 'gain';
      readonly fees: { readonly season: number; readonly source: string; readonly note: string | null };
      /** Null in a list by fit only; `fitOnly` says why. */
      readonly chance: PickChance | null;
      readonly fitOnly: FitOnlyReason | null;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'budget-below-one-fee' | 'locks-over-budget' | 'no-programs' | 'no-fees';
      readonly needUsd: number;
    };

/** A place the engine knows, offered for a typed city or ZIP code. */
export interface PlaceSuggestion {
  readonly label: string;
  readonly lat: number;
  readonly lon: number;
  readonly state: string | null;
}
