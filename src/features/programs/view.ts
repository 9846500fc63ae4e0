// What the Programs screen is showing, as data, and as an address. It lives behind the # of the address, which no
// browser sends to a server: what somebody looks for is theirs.
import type { SpecialtyId } from '#domain/ids.ts';
import type { ProgramFilter, ProgramQuery, Sort } from '#domain/query.ts';
import { STAGES, type ShortlistEntry, type Stage } from '#domain/shortlist.ts';
import type { Spot } from './map-view.ts';

export interface ProgramsView {
  readonly text: string;
  /** Empty for all specialties. */
  readonly specialty: string;
  readonly states: readonly string[];
  readonly regions: readonly string[];
  /** Miles from `near`, or from home when `near` is null; null for no limit. */
  readonly within: number | null;
  readonly near: { readonly label: string; readonly lat: number; readonly lon: number } | null;
  /** Only programs of this stage; `kept` means any stage. */
  readonly stage: Stage | 'kept' | null;
  readonly unconfirmed: boolean;
  readonly independent: boolean;
  readonly sort: Sort;
  /** The program open beside the list on a wide screen. */
  readonly open: string | null;
  readonly shape: 'list' | 'map';
  /** Where the map is looked at; null for the whole country. */
  readonly spot: Spot | null;
  /** The mark whose programs are listed beside the map. */
  readonly mark: string | null;
  /** Keys of the places with circles of distance around them. */
  readonly rings: readonly string[];
}

export const EMPTY_VIEW: ProgramsView = {
  text: '',
  specialty: '',
  states: [],
  regions: [],
  within: null,
  near: null,
  stage: null,
  unconfirmed: false,
  independent: false,
  sort: 'best',
  open: null,
  shape: 'list',
  spot: null,
  mark: null,
  rings: [],
};

/** All programs, seen as before: the shape and the place on the map stay. */
export const withoutFilters = ({ shape, spot, rings }: ProgramsView): ProgramsView => ({
  ...EMPTY_VIEW,
  shape,
  spot,
  rings,
});

const SORTS: readonly Sort[] = ['best', 'fit', 'distance', 'name'];
const listOf = (text: string | null) => (text ? text.split(',').filter(Boolean) : []);

function spotFrom(text: string | null): Spot | null {
  const [x = Number.NaN, y = Number.NaN, zoom = Number.NaN] = listOf(text).map(Number);
  return Number.isFinite(x) && Number.isFinite(y) && zoom >= 1 ? { x, y, zoom } : null;
}

/**
 * Reads a view from an address; whatever it does not understand is left out.
 * @param ownSpecialty shown while the address names none: the user's first, or '' for all.
 */
export function viewFromHash(hash: string, ownSpecialty = ''): ProgramsView {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const within = Number(params.get('within'));
  const [lat, lon] = listOf(params.get('at')).map(Number);
  const specialty = params.get('specialty');
  const stage = params.get('stage');
  const sort = params.get('sort');
  const placed = lat !== undefined && lon !== undefined && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return {
    text: params.get('q') ?? '',
    specialty: specialty === 'all' ? '' : (specialty ?? ownSpecialty),
    states: listOf(params.get('states')),
    regions: listOf(params.get('regions')),
    within: within > 0 ? within : null,
    near: placed ? { label: params.get('near') ?? 'the place you chose', lat, lon } : null,
    stage: stage === 'kept' ? 'kept' : (STAGES.find((s) => s === stage) ?? null),
    unconfirmed: params.has('unconfirmed'),
    independent: params.has('independent'),
    sort: SORTS.find((s) => s === sort) ?? 'best',
    open: params.get('open'),
    shape: params.get('as') === 'map' ? 'map' : 'list',
    spot: spotFrom(params.get('spot')),
    mark: params.get('mark'),
    rings: listOf(params.get('rings')),
  };
}

/** The address of a view, `#` included. */
export function hashOfView(view: ProgramsView): string {
  const params = new URLSearchParams();
  if (view.text) params.set('q', view.text);
  params.set('specialty', view.specialty || 'all');
  if (view.states.length > 0) params.set('states', view.states.join(','));
  if (view.regions.length > 0) params.set('regions', view.regions.join(','));
  if (view.within !== null) params.set('within', String(view.within));
  if (view.near) {
    params.set('near', view.near.label);
    params.set('at', `${view.near.lat},${view.near.lon}`);
  }
  if (view.stage) params.set('stage', view.stage);
  if (view.unconfirmed) params.set('unconfirmed', '');
  if (view.independent) params.set('independent', '');
  if (view.sort !== 'best') params.set('sort', view.sort);
  if (view.open) params.set('open', view.open);
  if (view.shape === 'map') params.set('as', 'map');
  if (view.spot) {
    const { x, y, zoom } = view.spot;
    params.set('spot', `${x.toFixed(2)},${y.toFixed(2)},${zoom.toFixed(3)}`);
  }
  if (view.mark) params.set('mark', view.mark);
  if (view.rings.length > 0) params.set('rings', view.rings.join(','));
  return `#${params.toString()}`;
}

/** The question to the engine. The shortlist is looked at only where the view asks for a stage. */
export function queryOfView(view: ProgramsView, shortlist: () => readonly ShortlistEntry[]): ProgramQuery {
  const filter: ProgramFilter = {
    ...(view.specialty && { specialty: view.specialty as SpecialtyId }),
    ...(view.states.length > 0 && { states: view.states }),
    ...(view.regions.length > 0 && { regions: view.regions }),
    ...(view.within !== null && { withinMiles: view.within }),
    ...(view.near && { from: view.near }),
    ...(view.stage && {
      only: shortlist()
        .filter((e) => view.stage === 'kept' || e.stage === view.stage)
        .map((e) => e.pid),
    }),
    unconfirmed: view.unconfirmed,
    independent: view.independent,
  };
  return { text: view.text, filter, sort: view.sort };
}

/** How many filters are on besides the text, for the button that opens them. */
export const filtersOn = (view: ProgramsView): number =>
  [
    view.specialty !== '',
    view.states.length > 0,
    view.regions.length > 0,
    view.within !== null,
    view.stage !== null,
    view.unconfirmed,
    view.independent,
  ].filter(Boolean).length;
