// The shapes of trip clustering: what is asked, and what comes back.
import type { Interview, InterviewId } from '#domain/interview.ts';
import type { Point } from '#engine/place/distance.ts';

/**
 * Miles of a straight line covered in an hour by car: 60 miles an hour on the road, with the road 1.3 times as long as
 * the line. An assumption, not a route; every time that comes from it is to be called straight-line.
 */
export const STRAIGHT_LINE_MPH = 45;

export interface TripLimits {
  /** No two stops of a trip are farther apart, in straight-line minutes. */
  readonly minutes: number;
  /** No two stops of a trip are more days apart. */
  readonly days: number;
}
export const USUAL_TRIP_LIMITS: TripLimits = { minutes: 90, days: 4 };

export interface TripQuestion {
  readonly interviews: readonly Interview[];
  /** Absent when the user has not said where home is. */
  readonly home?: Point;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The user's IANA zone: for an interview without one, and for what day it is. */
  readonly zone: string;
  readonly limits: TripLimits;
}

/** How far apart the two farthest are, in a straight line. */
export interface Apart {
  readonly miles: number;
  /** At `STRAIGHT_LINE_MPH`. */
  readonly minutes: number;
}

/** Straight-line miles. `separate` is a round trip from home for every stop, `together` is never more. */
export type TripMiles =
  | { readonly kind: 'known'; readonly together: number; readonly separate: number }
  | { readonly kind: 'home-not-known' };

export interface TripStop {
  readonly interviewId: InterviewId;
  readonly startsAt: number;
  /** ISO date in the interview's own zone. */
  readonly date: string;
  readonly place: Point;
}

/** One or more stops, by date. */
export interface Trip {
  /** The first stop's interview. */
  readonly tripId: InterviewId;
  readonly stops: readonly TripStop[];
  readonly apart: Apart;
  readonly miles: TripMiles;
}

export type TripSuggestion =
  /** An interview without a date would fit a trip, on a day from `from` to `to` (ISO, both included). */
  | {
      readonly kind: 'join';
      readonly interviewId: InterviewId;
      readonly tripId: InterviewId;
      readonly apart: Apart;
      readonly from: string;
      readonly to: string;
    }
  /** Interviews without a date that lie near each other. */
  | { readonly kind: 'together'; readonly interviewIds: readonly InterviewId[]; readonly apart: Apart };

/** Why an interview is in no trip. One without a date may still be in a suggestion. */
export type NotInTrip =
  | 'declined-or-canceled'
  | 'virtual'
  | 'mode-not-known'
  | 'place-not-known'
  | 'date-not-known'
  | 'zone-not-known';

export type TripAnswer =
  | {
      readonly kind: 'trips';
      /** By date. */
      readonly trips: readonly Trip[];
      readonly suggestions: readonly TripSuggestion[];
      readonly leftOut: readonly { readonly interviewId: InterviewId; readonly reason: NotInTrip }[];
    }
  | { readonly kind: 'refused'; readonly reason: 'zone-not-known' };
