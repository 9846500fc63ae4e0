import { describe, expect, it } from 'vitest';
import type { School } from '#domain/school.ts';
import { isHomeProgram } from '#engine/chance/home-program.ts';

const school = (name: string, shortName: string, city: string, state: string): School => ({
  name,
  shortName,
  type: 'MD',
  city,
  state,
  country: 'US',
});
const CINCINNATI = school('University of Cincinnati College of Medicine', 'Cincinnati', 'Cincinnati', 'OH');
const YALE = school('Yale School of Medicine', 'Yale', 'New Haven', 'CT');
const SAINT_LOUIS = school('Saint Louis University School of Medicine', 'SLU', 'St. Louis', 'MO');
const WASHINGTON = school(
  'Washington University in St. Louis School of Medicine',
  'WashU',
  'St. Louis',
  'MO',
);
const MOUNT_SINAI = school('Icahn School of Medicine at Mount Sinai', 'Icahn Mount Sinai', 'New York', 'NY');
const ILLINOIS: School = {
  ...school('Illinois College of Osteopathic Medicine at The Chicago School', 'IllinoisCOM', 'Chicago', 'IL'),
  type: 'DO',
};

describe('a home program', () => {
  it.each([
    [CINCINNATI, 'University of Cincinnati Medical Center/College of Medicine Program', 'Ohio'],
    [YALE, 'Yale-New Haven Medical Center Program', 'Connecticut'],
    [SAINT_LOUIS, 'SSM Health/Saint Louis University School of Medicine Program', 'Missouri'],
    [WASHINGTON, 'Washington University/B-JH/SLCH Consortium Program', 'Missouri'],
    [MOUNT_SINAI, 'Icahn School of Medicine at Mount Sinai Program', 'New York'],
  ])('of $shortName is %2$s', (of, name, stateName) => {
    expect(isHomeProgram(of, { name, city: of.city ?? null, state: of.state ?? '' }, stateName)).toBe(true);
  });

  it.each([
    [
      'another hospital of the town',
      CINCINNATI,
      'Jewish Hospital of Cincinnati Program',
      'Cincinnati',
      'OH',
      'Ohio',
    ],
    [
      'another university of the town',
      SAINT_LOUIS,
      'Washington University/B-JH/SLCH Consortium Program',
      'St. Louis',
      'MO',
      'Missouri',
    ],
    [
      'the same name in another town',
      YALE,
      'Yale-New Haven Medical Center Program',
      'Bridgeport',
      'CT',
      'Connecticut',
    ],
    [
      'the same town of another state',
      CINCINNATI,
      'University of Cincinnati Program',
      'Cincinnati',
      'IA',
      'Iowa',
    ],
    [
      'a name that only shares the state',
      ILLINOIS,
      'University of Illinois College of Medicine at Chicago Program',
      'Chicago',
      'IL',
      'Illinois',
    ],
  ])('is not %s', (_, of, name, city, state, stateName) => {
    expect(isHomeProgram(of, { name, city, state }, stateName)).toBe(false);
  });

  it('is none where the city of the program is not known, or the school lies abroad', () => {
    expect(
      isHomeProgram(YALE, { name: 'Yale-New Haven Program', city: null, state: 'CT' }, 'Connecticut'),
    ).toBe(false);
    const abroad: School = { ...YALE, type: 'IMG' };
    const program = { name: 'Yale-New Haven Program', city: 'New Haven', state: 'CT' };
    expect(isHomeProgram(abroad, program, 'Connecticut')).toBe(false);
  });
});
