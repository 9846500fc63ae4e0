import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pid } from '#domain/ids.ts';
import { type Interview, InterviewId } from '#domain/interview.ts';
import { distanceKm, KM_PER_MILE, type Point } from '#engine/place/distance.ts';
import { clusterTrips } from '#engine/trips/cluster.ts';
import {
  STRAIGHT_LINE_MPH,
  type TripAnswer,
  type TripQuestion,
  USUAL_TRIP_LIMITS,
} from '#engine/trips/trip.ts';

const BOSTON = { lat: 42.36, lon: -71.06 };
const WORCESTER = { lat: 42.26, lon: -71.8 };
const PROVIDENCE = { lat: 41.82, lon: -71.41 };
const SEATTLE = { lat: 47.61, lon: -122.33 };
const TACOMA = { lat: 47.25, lon: -122.44 };
const CHICAGO = { lat: 41.88, lon: -87.63 };

const NOW = Date.parse('2026-11-01T12:00:00Z');
const on = (date: string) => Date.parse(`${date}T15:00:00Z`);

interface Given extends Partial<Omit<Interview, 'interviewId' | 'place'>> {
  readonly at?: Point;
}
const interview = (id: string, { at, ...rest }: Given): Interview => ({
  interviewId: InterviewId.parse(id),
  pid: Pid.parse('p000000001'),
  label: '',
  status: 'booked',
  mode: 'in-person',
  zone: 'America/New_York',
  contactIds: [],
  note: '',
  ...(at ? { place: { label: 'A place', ...at } } : {}),
  ...rest,
});
const ask = (interviews: Interview[], more: Partial<TripQuestion> = {}) => {
  const question: TripQuestion = {
    interviews,
    now: NOW,
    zone: 'America/New_York',
    limits: USUAL_TRIP_LIMITS,
    ...more,
  };
  const answer = clusterTrips(question);
  if (answer.kind === 'refused') throw new Error(answer.reason);
  return answer;
};
const idsOf = ({ trips }: Extract<TripAnswer, { kind: 'trips' }>) =>
  trips.map(({ stops }) => stops.map(({ interviewId }) => interviewId));
const miles = (a: Point, b: Point) => distanceKm(a, b) / KM_PER_MILE;

describe('a trip', () => {
  it('joins what is near in place and in days, by date', () => {
    const answer = ask([
      interview('seattle', { at: SEATTLE, startsAt: on('2026-12-01') }),
      interview('providence', { at: PROVIDENCE, startsAt: on('2026-11-12') }),
      interview('boston', { at: BOSTON, startsAt: on('2026-11-10') }),
      interview('worcester', { at: WORCESTER, startsAt: on('2026-11-11') }),
    ]);
    expect(idsOf(answer)).toEqual([['boston', 'worcester', 'providence'], ['seattle']]);
    const [trip] = answer.trips;
    expect(trip?.tripId).toBe('boston');
    expect(trip?.stops.map(({ date }) => date)).toEqual(['2026-11-10', '2026-11-11', '2026-11-12']);
  });

  it('says how far its farthest stops are apart, by the stated straight-line speed', () => {
    const [trip] = ask([
      interview('boston', { at: BOSTON, startsAt: on('2026-11-10') }),
      interview('providence', { at: PROVIDENCE, startsAt: on('2026-11-11') }),
    ]).trips;
    const straight = miles(BOSTON, PROVIDENCE);
    expect(straight).toBeGreaterThan(40);
    expect(straight).toBeLessThan(43);
    expect(trip?.apart.miles).toBeCloseTo(straight, 9);
    expect(trip?.apart.minutes).toBeCloseTo((straight / STRAIGHT_LINE_MPH) * 60, 9);
  });

  it('ends when the days run out, or when something far away comes between', () => {
    const late = ask([
      interview('first', { at: BOSTON, startsAt: on('2026-11-10') }),
      interview('last', { at: BOSTON, startsAt: on('2026-11-15') }),
    ]);
    expect(idsOf(late)).toEqual([['first'], ['last']]);
    const between = ask([
      interview('first', { at: BOSTON, startsAt: on('2026-11-10') }),
      interview('away', { at: CHICAGO, startsAt: on('2026-11-11') }),
      interview('last', { at: BOSTON, startsAt: on('2026-11-12') }),
    ]);
    expect(idsOf(between)).toEqual([['first'], ['away'], ['last']]);
  });

  it('counts days by the date at the program, not by the hours between', () => {
    // 10 p.m. on the 10th in Honolulu is the 11th in New York.
    const [trip] = ask([
      interview('late', {
        at: SEATTLE,
        startsAt: Date.parse('2026-11-11T08:00:00Z'),
        zone: 'Pacific/Honolulu',
      }),
    ]).trips;
    expect(trip?.stops[0]?.date).toBe('2026-11-10');
    const [own] = ask([
      {
        ...interview('late', { at: SEATTLE, startsAt: Date.parse('2026-11-11T08:00:00Z') }),
        zone: 'Asia/Karachi',
      },
    ]).trips;
    expect(own?.stops[0]?.date).toBe('2026-11-11');
  });

  it('counts one round trip against one for each stop', () => {
    const interviews = [
      interview('boston', { at: BOSTON, startsAt: on('2026-11-10') }),
      interview('worcester', { at: WORCESTER, startsAt: on('2026-11-11') }),
    ];
    const [trip] = ask(interviews, { home: CHICAGO }).trips;
    const out = miles(CHICAGO, BOSTON);
    const back = miles(WORCESTER, CHICAGO);
    expect(trip?.miles).toEqual({
      kind: 'known',
      together: expect.closeTo(out + miles(BOSTON, WORCESTER) + back, 6),
      separate: expect.closeTo(2 * out + 2 * back, 6),
    });
    expect(ask(interviews).trips[0]?.miles).toEqual({ kind: 'home-not-known' });
  });

  it('leaves out what needs no travel or is not known, each with the reason', () => {
    const startsAt = on('2026-11-10');
    const answer = ask([
      interview('a-call', { at: BOSTON, startsAt, mode: 'virtual' }),
      interview('b-mode', { at: BOSTON, startsAt, mode: 'not-known' }),
      interview('c-place', { startsAt }),
      interview('d-lost', { at: { lat: Number.NaN, lon: 0 }, startsAt }),
      interview('e-date', { at: BOSTON }),
      interview('f-zone', { at: BOSTON, startsAt, zone: 'Mars/Base' }),
      interview('g-no', { at: BOSTON, startsAt, status: 'canceled' }),
    ]);
    expect(answer.trips).toEqual([]);
    expect(answer.leftOut.map(({ reason }) => reason)).toEqual([
      'virtual',
      'mode-not-known',
      'place-not-known',
      'place-not-known',
      'date-not-known',
      'zone-not-known',
      'declined-or-canceled',
    ]);
  });

  it('refuses a zone of the user that nobody knows', () => {
    expect(clusterTrips({ interviews: [], now: NOW, zone: 'Mars/Base', limits: USUAL_TRIP_LIMITS })).toEqual({
      kind: 'refused',
      reason: 'zone-not-known',
    });
  });
});

describe('an interview without a date', () => {
  it('is offered the nearest trip to come, on the days that fit', () => {
    const { suggestions } = ask([
      interview('boston', { at: BOSTON, startsAt: on('2026-11-10') }),
      interview('seattle', { at: SEATTLE, startsAt: on('2026-11-12') }),
      interview('worcester', { at: WORCESTER }),
    ]);
    expect(suggestions).toMatchObject([
      // Four days before to one day before Seattle.
      { kind: 'join', interviewId: 'worcester', tripId: 'boston', from: '2026-11-06', to: '2026-11-11' },
    ]);
  });

  it('is offered no day that is past, and no trip that is over', () => {
    const undated = interview('worcester', { at: WORCESTER });
    const soon = ask([interview('boston', { at: BOSTON, startsAt: on('2026-11-02') }), undated]);
    expect(soon.suggestions).toMatchObject([{ kind: 'join', from: '2026-11-01', to: '2026-11-06' }]);
    const over = ask([interview('boston', { at: BOSTON, startsAt: on('2026-10-31') }), undated]);
    expect(over.suggestions).toEqual([]);
  });

  it('is grouped with its like when no trip is near', () => {
    const { suggestions } = ask([
      interview('tacoma', { at: TACOMA, status: 'invited' }),
      interview('boston', { at: BOSTON, status: 'invited' }),
      interview('seattle', { at: SEATTLE, status: 'invited' }),
      interview('held', { at: SEATTLE, status: 'held' }),
    ]);
    expect(suggestions).toMatchObject([{ kind: 'together', interviewIds: ['seattle', 'tacoma'] }]);
  });
});

describe('laws of trips', () => {
  const place = fc.record({
    lat: fc.double({ min: 40, max: 43, noNaN: true }),
    lon: fc.double({ min: -74, max: -70, noNaN: true }),
  });
  const given = fc
    .array(
      fc.record({
        place: fc.option(place, { nil: undefined }),
        day: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
        mode: fc.constantFrom<Interview['mode']>(
          'in-person',
          'in-person',
          'in-person',
          'virtual',
          'not-known',
        ),
      }),
      { maxLength: 14 },
    )
    .map((all) =>
      all.map(({ place, day, mode }, index) =>
        interview(`i${index}`, {
          mode,
          ...(place ? { at: place } : {}),
          ...(day === undefined ? {} : { startsAt: NOW + day * 86_400_000 }),
        }),
      ),
    );

  it('the order of the interviews is nothing, and each is in one trip or left out', () => {
    fc.assert(
      fc.property(
        given.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([all, shuffled]) => {
          const answer = ask(all, { home: CHICAGO });
          expect(ask(shuffled, { home: CHICAGO })).toEqual(answer);
          const seen = [...idsOf(answer).flat(), ...answer.leftOut.map(({ interviewId }) => interviewId)];
          expect(seen.toSorted()).toEqual(all.map(({ interviewId }) => interviewId).toSorted());
        },
      ),
    );
  });

  it('every two stops keep the limits, and no trip is longer than its parts', () => {
    fc.assert(
      fc.property(given, (all) => {
        for (const trip of ask(all, { home: CHICAGO }).trips) {
          const starts = trip.stops.map(({ startsAt }) => startsAt);
          expect(starts).toEqual(starts.toSorted((a, b) => a - b));
          expect(trip.apart.minutes).toBeLessThanOrEqual(USUAL_TRIP_LIMITS.minutes);
          const span = Date.parse(trip.stops.at(-1)?.date ?? '') - Date.parse(trip.stops[0]?.date ?? '');
          expect(span).toBeLessThanOrEqual(USUAL_TRIP_LIMITS.days * 86_400_000);
          if (trip.miles.kind !== 'known') throw new Error('home is known');
          expect(trip.miles.together).toBeLessThanOrEqual(trip.miles.separate + 1e-6);
        }
      }),
    );
  });

  it('what is suggested is undated, near, and not in the past', () => {
    fc.assert(
      fc.property(given, (all) => {
        const { suggestions, leftOut } = ask(all);
        const undated = leftOut.filter(({ reason }) => reason === 'date-not-known').map((o) => o.interviewId);
        const named = suggestions.flatMap((s) => (s.kind === 'join' ? [s.interviewId] : s.interviewIds));
        expect(new Set(named).size).toBe(named.length);
        for (const id of named) expect(undated).toContain(id);
        for (const suggestion of suggestions) {
          expect(suggestion.apart.minutes).toBeLessThanOrEqual(USUAL_TRIP_LIMITS.minutes);
          if (suggestion.kind === 'together') continue;
          expect(suggestion.from >= '2026-11-01' && suggestion.from <= suggestion.to).toBe(true);
        }
      }),
    );
  });
});
