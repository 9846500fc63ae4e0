// A typed city or ZIP code → places we can measure from. Cities are those with programs; a ZIP code is known by its
// first three digits, so its place is the middle of that area.
import type { PlaceSuggestion } from '#domain/query.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { fold } from '#engine/search/tokens.ts';

const MOST = 8;

/**
 * Places that match a text, best first, at most eight.
 * A full ZIP code gives one place or none; a city may be followed by a state ("portland, or").
 */
export function suggestPlaces(catalog: Catalog, text: string): PlaceSuggestion[] {
  const typed = fold(text).trim();
  const zip = /^(\d{3})\d{0,2}(-\d{0,4})?$/.exec(typed);
  if (zip?.[1]) {
    const at = catalog.zips.get(zip[1]);
    return at
      ? [
          {
            label: typed.length >= 5 ? `ZIP ${typed.slice(0, 5)}` : `ZIP area ${zip[1]}`,
            lat: at[0],
            lon: at[1],
            state: null,
          },
        ]
      : [];
  }
  const [city = '', state = ''] = typed.split(',').map((part) => part.trim());
  if (city.length < 2) return [];
  return catalog.places
    .filter((p) => p.lat !== undefined && p.lon !== undefined && fold(p.state).startsWith(state.slice(0, 2)))
    .map((place) => {
      const name = fold(place.city);
      const rank = name === city ? 0 : name.startsWith(city) ? 1 : name.includes(` ${city}`) ? 2 : 3;
      return { place, rank };
    })
    .filter(({ rank }) => rank < 3)
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        (b.place.population ?? 0) - (a.place.population ?? 0) ||
        a.place.id.localeCompare(b.place.id),
    )
    .slice(0, MOST)
    .map(({ place }) => ({
      label: `${place.city}, ${place.state}`,
      lat: place.lat ?? 0,
      lon: place.lon ?? 0,
      state: place.state,
    }));
}
