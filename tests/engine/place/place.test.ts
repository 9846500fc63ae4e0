import { describe, expect, it } from 'vitest';
import { distanceKm } from '#engine/place/distance.ts';
import { suggestPlaces } from '#engine/place/suggest.ts';
import { suggestSchools } from '#engine/place/suggest-schools.ts';
import { smallCatalog } from '../../fixtures/small-catalog.ts';

const catalog = smallCatalog();

describe('distances', () => {
  it('lie within half a percent of the published ellipsoidal distance from Boston Logan to Seattle-Tacoma', () => {
    // BOS 42.3643 N 71.0052 W, SEA 47.4490 N 122.3093 W: 2,496 statute miles.
    const miles = distanceKm({ lat: 42.3643, lon: -71.0052 }, { lat: 47.449, lon: -122.3093 }) / 1.609344;
    expect(Math.abs(miles / 2496 - 1)).toBeLessThan(0.005);
  });
});

describe('a typed place', () => {
  it('may be a city, a city with its state, or a ZIP code', () => {
    expect(suggestPlaces(catalog, 'bos').map((p) => p.label)).toEqual(['Boston, MA']);
    expect(suggestPlaces(catalog, 'Seattle, wa').map((p) => p.label)).toEqual(['Seattle, WA']);
    expect(suggestPlaces(catalog, '02115').map((p) => p.label)).toEqual(['ZIP 02115']);
  });

  it('gives nothing for a ZIP code nobody has, or a single letter', () => {
    expect(suggestPlaces(catalog, '99999')).toEqual([]);
    expect(suggestPlaces(catalog, 'b')).toEqual([]);
    expect(suggestPlaces(catalog, 'Seattle, ma')).toEqual([]);
  });
});

describe('a typed school', () => {
  it('is found by its short name, its city, or any of its words', () => {
    for (const text of ['umass', 'worcester', 'chan medicine'])
      expect(suggestSchools(catalog, text)).toHaveLength(1);
    expect(suggestSchools(catalog, 'nowhere')).toEqual([]);
  });
});
