import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_VIEW,
  hashOfView,
  type ProgramsView,
  queryOfView,
  viewFromHash,
} from '#features/programs/view.ts';
import { STAGES } from '#domain/shortlist.ts';
import { pid } from '../fixtures/small-catalog.ts';

const text = fc.string({ maxLength: 20 });
const state = fc.constantFrom('MA', 'WA', 'NY');
const view: fc.Arbitrary<ProgramsView> = fc.record({
  text,
  specialty: fc.constantFrom('', 'psychiatry', 'internal-medicine-pediatrics'),
  states: fc.uniqueArray(state),
  regions: fc.uniqueArray(fc.constantFrom('West', 'Puerto Rico')),
  within: fc.option(fc.integer({ min: 1, max: 6000 })),
  near: fc.option(
    fc.record({
      label: fc.string({ minLength: 1 }),
      lat: fc.integer({ min: -90, max: 90 }),
      lon: fc.integer({ min: -180, max: 180 }),
    }),
  ),
  stage: fc.option(fc.constantFrom('kept' as const, ...STAGES)),
  unconfirmed: fc.boolean(),
  independent: fc.boolean(),
  sort: fc.constantFrom('best' as const, 'fit' as const, 'distance' as const, 'name' as const),
  open: fc.option(fc.constant<string>(pid('a'))),
  shape: fc.constantFrom('list' as const, 'map' as const),
  spot: fc.option(
    fc.record({
      x: fc.integer({ min: -200, max: 97_000 }).map((n) => n / 100),
      y: fc.integer({ min: 600, max: 61_200 }).map((n) => n / 100),
      zoom: fc.integer({ min: 1000, max: 100_000 }).map((n) => n / 1000),
    }),
  ),
  mark: fc.option(fc.constantFrom('870,214.6', 'unplaced')),
  rings: fc.uniqueArray(fc.constantFrom('home', 'tie-1')),
});

describe('the address of a list', () => {
  it('brings back every view whole', () => {
    fc.assert(
      fc.property(view, (each) => {
        expect(viewFromHash(hashOfView(each))).toEqual(each);
      }),
    );
  });

  it('falls back to the user’s own specialty only while it names none', () => {
    expect(viewFromHash('', 'psychiatry').specialty).toBe('psychiatry');
    expect(viewFromHash(hashOfView(EMPTY_VIEW), 'psychiatry').specialty).toBe('');
  });

  it('survives an address somebody else wrote', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(() => viewFromHash(hash)).not.toThrow();
      }),
    );
    expect(viewFromHash('#at=999,999&within=-4&stage=x&sort=y')).toEqual(EMPTY_VIEW);
  });

  it('asks for the kept programs of a stage only', () => {
    const kept = [
      { pid: pid('a'), label: '', stage: 'applied' as const, note: '' },
      { pid: pid('b'), label: '', stage: 'invited' as const, note: '' },
    ];
    expect(queryOfView({ ...EMPTY_VIEW, stage: 'applied' }, () => kept).filter.only).toEqual([pid('a')]);
    expect(queryOfView({ ...EMPTY_VIEW, stage: 'kept' }, () => kept).filter.only).toHaveLength(2);
    expect(queryOfView(EMPTY_VIEW, () => kept).filter.only).toBeUndefined();
  });
});
