// Where an interview that has no date yet could go: beside a trip still to come, or with others that have none. It only
// offers; nothing is put into a trip without a date.
import { isoDate } from '#engine/follow-up/zone-time.ts';
import { apartOf, type Stop, type Undated } from './stop.ts';
import type { TripLimits, TripSuggestion } from './trip.ts';

/**
 * Each undated interview joins the nearest trip that it fits (of equally near ones the earlier); what fits none is
 * grouped by itself. `undated` by id, `runs` by time; `today` in days since 1970-01-01.
 */
export function suggestTrips(
  undated: readonly Undated[],
  runs: readonly (readonly Stop[])[],
  today: number,
  limits: TripLimits,
): TripSuggestion[] {
  const joins: TripSuggestion[] = [];
  const alone: Undated[] = [];
  for (const one of undated) {
    const [best] = runs
      .flatMap((_, index) => joinOf(one, runs, index, today, limits))
      .toSorted((a, b) => a.apart.miles - b.apart.miles);
    if (best) joins.push(best);
    else alone.push(one);
  }
  return [...joins, ...groupsOf(alone, limits)];
}

type Join = Extract<TripSuggestion, { kind: 'join' }>;

/** The days on which it would fit: within the limit, not in the past, and clear of the trips before and after. */
function joinOf(
  one: Undated,
  runs: readonly (readonly Stop[])[],
  index: number,
  today: number,
  limits: TripLimits,
): Join[] {
  const run = runs[index] ?? [];
  const [first] = run;
  const apart = apartOf([...run, one]);
  if (!first || apart.minutes > limits.minutes) return [];
  const days = run.map(({ day }) => day);
  const before = (runs[index - 1] ?? []).map(({ day }) => day + 1);
  const after = (runs[index + 1] ?? []).map(({ day }) => day - 1);
  const from = Math.max(today, Math.max(...days) - limits.days, ...before);
  const to = Math.min(Math.min(...days) + limits.days, ...after);
  // A trip that is over is joined by nothing, even where the days would still allow it.
  if (from > to || Math.max(...days) < today) return [];
  const { interviewId } = one;
  return [
    { kind: 'join', interviewId, tripId: first.interviewId, apart, from: isoDate(from), to: isoDate(to) },
  ];
}

/** Merges the two groups that lie nearest, by their farthest pair, as long as all of them stay within the limit. */
function groupsOf(places: readonly Undated[], limits: TripLimits): TripSuggestion[] {
  const groups = places.map((place) => [place]);
  for (;;) {
    const nearest = groups
      .flatMap((a, i) =>
        groups.slice(i + 1).map((b, k) => ({ i, j: i + 1 + k, apart: apartOf([...a, ...b]) })),
      )
      .filter(({ apart }) => apart.minutes <= limits.minutes)
      .toSorted((a, b) => a.apart.miles - b.apart.miles)[0];
    if (!nearest) break;
    const [joined = []] = groups.splice(nearest.j, 1);
    groups[nearest.i]?.push(...joined);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => ({
      kind: 'together',
      interviewIds: group.map(({ interviewId }) => interviewId).toSorted(),
      apart: apartOf(group),
    }));
}
