import { describe, expect, it } from 'vitest';
import { placeIdOf, placesOf } from '#press/places.ts';
import { PLATE, plateOf, PUERTO_RICO_INSET } from '#press/plate.ts';
import { coordinatesIn } from '#press/state-box.ts';

describe('the map position', () => {
  it('is that of the bundled outlines: the middle of the country in the middle of the plate', () => {
    const [x, y] = plateOf({ lat: 38.7, lon: -96.6, state: 'KS' }) ?? [0, 0];
    expect(Math.abs(x - PLATE.width / 2)).toBeLessThan(10);
    expect(Math.abs(y - PLATE.height / 2)).toBeLessThan(10);
  });

  it('of Alaska and Hawaii is in the insets at the lower left', () => {
    for (const point of [
      { lat: 61.2, lon: -149.9, state: 'AK' },
      { lat: 21.3, lon: -157.9, state: 'HI' },
    ]) {
      const [x, y] = plateOf(point) ?? [0, 0];
      expect(x).toBeLessThan(350);
      expect(y).toBeGreaterThan(450);
    }
  });

  it('of Puerto Rico is in our own inset, east to the right and north up', () => {
    const [, middle] = plateOf({ ...PUERTO_RICO_INSET.center, state: 'PR' }) ?? [];
    expect(middle).toBe(PUERTO_RICO_INSET.y);
    const ponce = plateOf({ lat: 18.01, lon: -66.61, state: 'PR' }) ?? [0, 0];
    const sanJuan = plateOf({ lat: 18.46, lon: -66.1, state: 'PR' }) ?? [0, 0];
    expect(sanJuan[0]).toBeGreaterThan(ponce[0]);
    expect(sanJuan[1]).toBeLessThan(ponce[1]);
    for (const [x, y] of [ponce, sanJuan]) {
      expect(x).toBeGreaterThan(880);
      expect(x).toBeLessThan(960);
      expect(y).toBeGreaterThan(540);
      expect(y).toBeLessThan(600);
    }
  });
});

describe('coordinates', () => {
  it('are taken inside the state and a little beyond its border', () => {
    expect(coordinatesIn('MA', 42.3576, -71.0598)).toEqual({ lat: 42.3576, lon: -71.0598 });
    expect(coordinatesIn('DC', 39.1, -77.3)).toHaveProperty('lat');
  });

  it('are refused elsewhere, or by halves', () => {
    expect(coordinatesIn('MA', 40.7, -74)).toEqual({ wrong: 'coordinates 40.7, -74 are not in MA' });
    expect(coordinatesIn('MA', 42.3, undefined)).toEqual({ wrong: 'half a pair of coordinates' });
    expect(coordinatesIn('MA', undefined, undefined)).toBeNull();
  });
});

describe('places', () => {
  it('have one id for a city and its state', () => {
    expect(placeIdOf("Coeur d'Alene", 'ID')).toBe('coeur-d-alene-id');
    expect(placeIdOf('St. Louis', 'MO')).toBe('st-louis-mo');
  });

  it('of one id are one place, spelled as most programs spell it', () => {
    const row = { state: 'TX', line: 2 };
    const { chunk, joined } = placesOf(
      [
        { ...row, city: 'San antonio', programs: 1 },
        { ...row, city: 'San Antonio', programs: 45 },
      ],
      [],
      [],
    );
    expect(chunk.places).toEqual([{ id: 'san-antonio-tx', city: 'San Antonio', state: 'TX', airports: [] }]);
    expect(joined).toEqual(['San antonio, TX is San Antonio, TX']);
  });
});
