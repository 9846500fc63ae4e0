// Interviews that can be done in one go. A place nobody has given is never guessed, and no road is known: all distances
// are great circles. The answer does not depend on the order of the interviews given.
// [Note: Trips are runs] In-person interviews stand by their time, and a trip is a run of neighbors in that order, so
// that nothing far away comes between. A run is extended while every two of its stops are near in place and in days.
// Part of a run that fits fits too; so extending as far as possible gives the fewest trips there can be.
import type { Interview } from '#domain/interview.ts';
import { dayAt, isoDate, openZone, type Zone } from '#engine/follow-up/zone-time.ts';
import type { Point } from '#engine/place/distance.ts';
import { apartOf, milesBetween, type Stop, type Undated } from './stop.ts';
import { suggestTrips } from './suggest.ts';
import type { NotInTrip, Trip, TripAnswer, TripMiles, TripQuestion } from './trip.ts';

type Sorted =
  | { readonly kind: 'stop'; readonly stop: Stop }
  | { readonly kind: 'undated'; readonly undated: Undated }
  | { readonly kind: 'out'; readonly reason: NotInTrip };

export function clusterTrips({ interviews, home, now, zone: zoneName, limits }: TripQuestion): TripAnswer {
  const zone = openZone(zoneName);
  if (zone.kind === 'refused') return zone;
  const stops: Stop[] = [];
  const undated: Undated[] = [];
  const leftOut: { interviewId: Interview['interviewId']; reason: NotInTrip }[] = [];
  for (const interview of interviews.toSorted((a, b) => (a.interviewId < b.interviewId ? -1 : 1))) {
    const { interviewId } = interview;
    const sorted = sortOut(interview, zone);
    if (sorted.kind === 'stop') stops.push(sorted.stop);
    else if (sorted.kind === 'out') leftOut.push({ interviewId, reason: sorted.reason });
    else {
      leftOut.push({ interviewId, reason: 'date-not-known' });
      // One that was held needs no more plans.
      if (interview.status !== 'held') undated.push(sorted.undated);
    }
  }
  stops.sort((a, b) => a.startsAt - b.startsAt);
  const runs: Stop[][] = [];
  for (const stop of stops) {
    const run = runs.at(-1);
    const fits = run?.every(
      (other) =>
        Math.abs(stop.day - other.day) <= limits.days && apartOf([stop, other]).minutes <= limits.minutes,
    );
    if (run && fits) run.push(stop);
    else runs.push([stop]);
  }
  return {
    kind: 'trips',
    trips: runs.flatMap((run) => tripOf(run, home)),
    suggestions: suggestTrips(undated, runs, dayAt(now, zone), limits),
    leftOut,
  };
}

function sortOut({ status, mode, place, startsAt, zone, interviewId }: Interview, userZone: Zone): Sorted {
  if (status === 'declined' || status === 'canceled') return { kind: 'out', reason: 'declined-or-canceled' };
  if (mode !== 'in-person') return { kind: 'out', reason: mode === 'virtual' ? 'virtual' : 'mode-not-known' };
  if (!place || !Number.isFinite(place.lat) || !Number.isFinite(place.lon))
    return { kind: 'out', reason: 'place-not-known' };
  const undated = { interviewId, place: { lat: place.lat, lon: place.lon } };
  if (startsAt === undefined) return { kind: 'undated', undated };
  const own = zone === undefined ? userZone : openZone(zone);
  if (own.kind === 'refused') return { kind: 'out', reason: 'zone-not-known' };
  return { kind: 'stop', stop: { ...undated, startsAt, day: dayAt(startsAt, own) } };
}

function tripOf(run: readonly Stop[], home: Point | undefined): Trip[] {
  const [first] = run;
  if (!first) return [];
  return [
    {
      tripId: first.interviewId,
      stops: run.map(({ interviewId, startsAt, day, place }) => ({
        interviewId,
        startsAt,
        date: isoDate(day),
        place,
      })),
      apart: apartOf(run),
      miles: milesOf(run, home),
    },
  ];
}

function milesOf(run: readonly Stop[], home: Point | undefined): TripMiles {
  if (!home || !Number.isFinite(home.lat) || !Number.isFinite(home.lon)) return { kind: 'home-not-known' };
  let together = 0;
  let separate = 0;
  let from = home;
  for (const { place } of run) {
    together += milesBetween(from, place);
    separate += 2 * milesBetween(home, place);
    from = place;
  }
  return { kind: 'known', together: together + milesBetween(from, home), separate };
}
