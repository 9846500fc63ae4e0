// In-person interviews at known places, and how far apart they are in a straight line.
import type { InterviewId } from '#domain/interview.ts';
import { distanceKm, KM_PER_MILE, type Point } from '#engine/place/distance.ts';
import { type Apart, STRAIGHT_LINE_MPH } from './trip.ts';

export interface Undated {
  readonly interviewId: InterviewId;
  readonly place: Point;
}

/** `startsAt` in milliseconds since 1970; `day` in days since 1970-01-01 in the interview's own zone. */
export interface Stop extends Undated {
  readonly startsAt: number;
  readonly day: number;
}

/** Great-circle miles. */
export const milesBetween = (a: Point, b: Point): number => distanceKm(a, b) / KM_PER_MILE;

/** The two farthest of some places; zero for a single one. */
export function apartOf(places: readonly Undated[]): Apart {
  let miles = 0;
  for (const [i, a] of places.entries())
    for (const b of places.slice(i + 1)) miles = Math.max(miles, milesBetween(a.place, b.place));
  return { miles, minutes: (miles / STRAIGHT_LINE_MPH) * 60 };
}
