// What each criterion is worth at every program, 0–1, NaN where nothing is published. One function a criterion; the
// curves are simple on purpose, so that they can be said in a sentence.
import type { Asker } from '#domain/query.ts';
import type { CriterionKey } from '#domain/wishes.ts';
import { type Catalog, UNKNOWN_BREADTH } from '#engine/catalog/catalog.ts';
import { milesToAll } from '#engine/place/distance.ts';

/** The worth of being near halves every so many miles. */
const HALVING_MILES = 300;
/** USD-free price levels between which cost runs from best to worst (US = 100). */
const CHEAP = 85;
const DEAR = 115;
/** People, as powers of ten, between which a city goes from small to large. */
const SMALL_CITY = 4.3;
const LARGE_CITY = 6;
const SMALL_HOSPITAL_BEDS = 100;
const LARGE_HOSPITAL_BEDS = 900;
const SMALL_CLASS = 3;
const LARGE_CLASS = 25;
/** Residents per bed at which a hospital counts as a teaching house through and through. */
const FULL_TEACHING_RATIO = 0.8;
/** Other specialties at the sponsor beyond which more hardly changes anything. */
const FULL_BREADTH = 20;
/** Miles to an airport at which it stops being a help. */
const AIRPORT_MILES = 120;
const MEDIUM_AIRPORT = 0.6;
const TRAUMA: Readonly<Record<string, number>> = { I: 1, II: 0.75, III: 0.5, IV: 0.25, V: 0.1 };

const clamp = (x: number) => Math.min(1, Math.max(0, x));
const share = (x: number, none: number, full: number) => clamp((x - none) / (full - none));
/** Small, middle or large on a scale that runs 0–1; NaN stays NaN. */
function bySize(position: number, wanted: 'small' | 'middle' | 'large'): number {
  if (wanted === 'large') return position;
  return wanted === 'small' ? 1 - position : 1 - Math.abs(position - 0.5) * 2;
}

const nearness = (miles: number) => 2 ** (-miles / HALVING_MILES);

/** CMS ownership wording → the four kinds a user can choose from. */
export function ownerKind(ownership: string): 'nonprofit' | 'public' | 'federal' | 'for-profit' | null {
  if (/^(Voluntary|Tribal)/.test(ownership)) return 'nonprofit';
  if (/Federal|Veterans|Defense/.test(ownership)) return 'federal';
  if (ownership.startsWith('Government')) return 'public';
  return /^(Proprietary|Physician)/.test(ownership) ? 'for-profit' : null;
}

const TRACK_BIT = { categorical: 1, advanced: 4, preliminary: 2 };

type Measure = (catalog: Catalog, asker: Asker) => (row: number) => number;

const hospitalNumber = (catalog: Catalog, row: number, key: string) => {
  const value = catalog.hospitals[catalog.columns.hospital[row] ?? -1]?.facts[key]?.[0];
  return typeof value === 'number' ? value : Number.NaN;
};
const hospitalWord = (catalog: Catalog, row: number, key: string) => {
  const value = catalog.hospitals[catalog.columns.hospital[row] ?? -1]?.facts[key]?.[0];
  return typeof value === 'string' ? value : null;
};
const placeOf = (catalog: Catalog, row: number) => catalog.places[catalog.columns.place[row] ?? -1];
const unknown = () => Number.NaN;

const MEASURES: Record<CriterionKey, Measure> = {
  home: ({ columns }, { profile }) => {
    if (!profile.home) return unknown;
    const miles = milesToAll(profile.home, columns.lat, columns.lon);
    return (row) => nearness(miles[row] ?? Number.NaN);
  },
  ties: ({ columns }, { profile }) => {
    if (profile.ties.length === 0) return unknown;
    const miles = profile.ties.map((tie) => milesToAll(tie, columns.lat, columns.lon));
    return (row) => nearness(Math.min(...miles.map((m) => m[row] ?? Number.NaN)));
  },
  region: (catalog, { wishes }) => {
    const { states, regions } = wishes.preferences;
    if (states.length === 0 && regions.length === 0) return unknown;
    const wanted = catalog.states.map((s) => states.includes(s.code) || regions.includes(s.region ?? ''));
    return (row) => (wanted[catalog.columns.state[row] ?? -1] ? 1 : 0);
  },
  citySize:
    (catalog, { wishes }) =>
    (row) => {
      const people = placeOf(catalog, row)?.population;
      const position = people === undefined ? Number.NaN : share(Math.log10(people), SMALL_CITY, LARGE_CITY);
      return bySize(position, wishes.preferences.citySize);
    },
  setting:
    (catalog, { wishes }) =>
    (row) => {
      const setting = hospitalWord(catalog, row, 'setting');
      return setting === null ? Number.NaN : Number(setting.toLowerCase() === wishes.preferences.setting);
    },
  ownership:
    (catalog, { wishes }) =>
    (row) => {
      const { ownership } = wishes.preferences;
      const kind = ownerKind(hospitalWord(catalog, row, 'ownership') ?? '');
      return kind === null || ownership.length === 0 ? Number.NaN : Number(ownership.includes(kind));
    },
  hospitalSize:
    (catalog, { wishes }) =>
    (row) =>
      bySize(
        share(hospitalNumber(catalog, row, 'beds'), SMALL_HOSPITAL_BEDS, LARGE_HOSPITAL_BEDS),
        wishes.preferences.hospitalSize,
      ),
  teaching: (catalog) => (row) =>
    clamp(hospitalNumber(catalog, row, 'residentBedRatio') / FULL_TEACHING_RATIO),
  trauma: (catalog) => (row) => TRAUMA[hospitalWord(catalog, row, 'traumaLevel') ?? ''] ?? Number.NaN,
  sponsorBreadth:
    ({ columns }) =>
    (row) => {
      const breadth = columns.sponsorBreadth[row] ?? UNKNOWN_BREADTH;
      return breadth === UNKNOWN_BREADTH ? Number.NaN : clamp(breadth / FULL_BREADTH);
    },
  cost:
    ({ states, columns }) =>
    (row) =>
      1 - share(states[columns.state[row] ?? -1]?.priceLevel ?? Number.NaN, CHEAP, DEAR),
  visa: ({ columns }, { profile }) => {
    const { visa } = profile;
    if (visa === 'j1') return (row) => columns.visaJ1[row] ?? Number.NaN;
    if (visa === 'h1b') return (row) => columns.visaH1b[row] ?? Number.NaN;
    if (visa !== 'any') return unknown;
    return (row) => {
      const [j1 = Number.NaN, h1b = Number.NaN] = [columns.visaJ1[row], columns.visaH1b[row]];
      return j1 === 1 || h1b === 1 ? 1 : j1 + h1b;
    };
  },
  classSize:
    ({ columns }, { wishes }) =>
    (row) =>
      bySize(
        share(columns.positions[row] ?? Number.NaN, SMALL_CLASS, LARGE_CLASS),
        wishes.preferences.classSize,
      ),
  trackType: ({ columns }, { wishes }) => {
    const bit = TRACK_BIT[wishes.preferences.trackType];
    return (row) => {
      const tracks = columns.tracks[row] ?? 0;
      return tracks === 0 ? Number.NaN : Number((tracks & bit) !== 0);
    };
  },
  airport: (catalog) => (row) => {
    const airports = placeOf(catalog, row)?.airports ?? [];
    if (airports.length === 0) return Number.NaN;
    return Math.max(
      ...airports.map(
        ({ km, size }) =>
          (1 - share(km / 1.609344, 0, AIRPORT_MILES)) * (size === 'large' ? 1 : MEDIUM_AIRPORT),
      ),
    );
  },
};

/** The column of one criterion for one asker: length of the catalog, values 0–1 or NaN for unknown. */
export function measureAll(catalog: Catalog, asker: Asker, criterion: CriterionKey): Float32Array {
  const at = MEASURES[criterion](catalog, asker);
  const out = new Float32Array(catalog.columns.count);
  for (let row = 0; row < out.length; row++) out[row] = at(row);
  return out;
}
