import { describe, expect, it } from 'vitest';
import { sponsorName } from '#press/sponsor-name.ts';
import { type SponsorMember, sponsorClusters } from '#press/sponsors.ts';

let next = 0;
const program = (name: string, city: string | undefined, institution?: string): SponsorMember => {
  const [number = '', ...words] = institution?.split(' ') ?? [];
  return {
    key: `k${String(next++).padStart(3, '0')}`,
    name,
    city,
    state: city === 'Omaha' ? 'NE' : 'XX',
    institution: institution === undefined ? null : { number, name: words.join(' ') },
  };
};
const groups = (...members: SponsorMember[]) => {
  const labels = new Map(members.map((m) => [m.key, m.name]));
  return sponsorClusters(members).map((keys) => keys.map((key) => labels.get(key)));
};
const times = (count: number, make: () => SponsorMember) => Array.from({ length: count }, make);

describe('the name of a sponsor', () => {
  it('leaves out the endings that vary between its programs', () => {
    const name = 'university of iowa';
    expect(sponsorName('University of Iowa Hospitals and Clinics Program', 'Iowa City')).toBe(name);
    expect(sponsorName('University of Iowa College of Medicine Program', 'Iowa City')).toBe(name);
  });

  it('leaves out a parenthesis that names the city or abbreviates, and keeps one that names a campus', () => {
    expect(sponsorName('Creighton University School of Medicine (Omaha) Program', 'Omaha')).toBe(
      'creighton university',
    );
    expect(sponsorName('Kaweah Delta Health Care District (KDHCD) Program', 'Visalia')).toBe(
      'kaweah delta health care district',
    );
    const columbia = sponsorName('New York Presbyterian Hospital (Columbia Campus) Program', 'New York');
    const cornell = sponsorName('New York Presbyterian Hospital (Cornell Campus) Program', 'New York');
    expect(columbia).not.toBe(cornell);
  });

  it('does not shrink to a word that fits every sponsor', () => {
    expect(sponsorName('University Hospital Program', 'Newark')).toBe('university hospital');
  });
});

describe('programs have one sponsor', () => {
  it('when their names agree in one city, or when they share the NRMP institution', () => {
    expect(
      groups(
        program('University of Wyo Program', 'Casper', '1001 U Wyo'),
        program('University of Wyo Medical Center Program', 'Casper'),
        program('U Wyo', undefined, '1001 U Wyo'),
        program('University of Wyo (Cody) Program', 'Cody', '1001 U Wyo'),
      ),
    ).toHaveLength(1);
  });

  it('not when only the name agrees, in another city', () => {
    const phoenix = program(
      'Creighton University School of Medicine Program',
      'Phoenix',
      '2154 Creighton-AZ',
    );
    const omaha = program(
      'Creighton University School of Medicine (Omaha) Program',
      'Omaha',
      '1372 Creighton-NE',
    );
    expect(groups(phoenix, omaha)).toHaveLength(2);
  });

  it('not when the city is unknown and nothing else speaks', () => {
    expect(groups(program('Mercy', undefined), program('Mercy', undefined))).toHaveLength(2);
  });
});

describe('one code among many programs', () => {
  const slu = () =>
    program('SSM Health/Saint Louis University Program', 'St. Louis', '1365 St Louis Univ SOM-MO');
  const washington = () => program('Washington University/B-JH/SLCH Consortium Program', 'St. Louis');

  it('does not bring two institutions together when the names share no telling word', () => {
    const stray = program(
      'Washington University/B-JH/SLCH Consortium Program',
      'St. Louis',
      '1365 St Louis Univ SOM-MO',
    );
    const sizes = groups(...times(3, slu), ...times(9, washington), stray).map((group) => group.length);
    expect(sizes.toSorted((a, b) => a - b)).toEqual([3, 10]);
  });

  it('counts when they do', () => {
    const allegheny = () => program('Allegheny Health Network Consortium Program', 'Pittsburgh');
    const coded = program(
      'Allegheny Health Network Consortium Program',
      'Pittsburgh',
      '1648 Allegheny Gen Hosp-PA',
    );
    const matchOnly = program('Allegheny Gen Hosp', undefined, '1648 Allegheny Gen Hosp-PA');
    expect(groups(...times(9, allegheny), coded, matchOnly)).toHaveLength(1);
  });

  it('decides nothing where two institutions are named equally often', () => {
    const maine = program('MaineHealth Program', 'Portland', '1236 Maine Med Ctr');
    const eastern = (code: string) => program('Eastern Maine Medical Center Program', 'Bangor', code);
    expect(groups(maine, eastern('2520 Eastern Maine Med Ctr'), eastern('1236 Maine Med Ctr'))).toHaveLength(
      2,
    );
  });
});
