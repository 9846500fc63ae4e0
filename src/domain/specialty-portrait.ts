// A specialty as someone sees it who has not chosen one yet: how large it is, where it is, and what is published of it.
import type { SpecialtyId } from './ids.ts';
import type { HeadlineRate } from './model.ts';
import type { ApplicantType } from './profile.ts';

export interface PublishedGroup {
  readonly type: ApplicantType;
  /** Of those who wanted this specialty most, who matched in it; null where nothing is published. */
  readonly headline: (HeadlineRate & { readonly sourceName: string }) | null;
  /** Applications of a typical list; null where nothing is published. */
  readonly applications: {
    readonly count: number;
    readonly years: string;
    readonly sourceName: string;
  } | null;
}

export interface SpecialtyPortrait {
  readonly id: SpecialtyId;
  readonly name: string;
  readonly programs: number;
  readonly states: number;
  /** Programs by region, most first. */
  readonly regions: readonly { readonly name: string; readonly programs: number }[];
  /** Within 100 miles of home in a straight line; null without a home. */
  readonly nearHome: number | null;
  /** Residents a year of the middle program, over those where it is known; null where it is known of none. */
  readonly classSize: { readonly middle: number; readonly known: number } | null;
  /** One a type asked for, in the same order. */
  readonly published: readonly PublishedGroup[];
}
