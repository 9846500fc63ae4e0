import { describe, expect, it } from 'vitest';
import { ChanceModel, type InterviewAnswer } from '#domain/model.ts';
import { EMPTY_PROFILE, type Profile } from '#domain/profile.ts';
import { chancesFor } from '#engine/chance/chance-answer.ts';
import { programTerms } from '#engine/chance/program-terms.ts';
import { pid, smallCatalog } from '../../fixtures/small-catalog.ts';
import { MODEL } from './small-model.ts';

const small = smallCatalog();
const DIVISIONS: Readonly<Record<string, string>> = { MA: 'New England', WA: 'Pacific' };
const catalog = {
  ...small,
  places: small.places.map((place) => ({ ...place, division: DIVISIONS[place.state] ?? 'Elsewhere' })),
  schools: [
    ...small.schools,
    {
      name: 'Hillside University School of Medicine',
      shortName: 'Hillside',
      type: 'MD' as const,
      city: 'Worcester',
      state: 'MA',
      country: 'US',
    },
  ],
};
const row = (letter: string) => catalog.rowOf.get(pid(letter)) ?? -1;
const anchor = (state: string) => ({ label: state, lat: 42, lon: -71, state });
const STUDENT: Profile = { ...EMPTY_PROFILE, applicantType: 'us-md', scores: { step2: 244 } };
const chancesOf = (profile: Profile, news: Parameters<typeof chancesFor>[3] = []) =>
  chancesFor(MODEL, catalog, profile, news);
function estimate(answer: InterviewAnswer) {
  if (answer.kind !== 'estimate') throw new Error(`no estimate: ${answer.kind}`);
  return answer;
}

it('rests on a model that keeps its schema', () => {
  expect(ChanceModel.safeParse(MODEL).success).toBe(true);
});

describe('the terms between an applicant and a program', () => {
  it('are none without a home, ties and a school', () => {
    expect(programTerms(catalog, EMPTY_PROFILE)(row('a'))).toEqual([]);
  });
  it('are the home state, or a division one has ties to', () => {
    const terms = programTerms(catalog, { ...EMPTY_PROFILE, home: anchor('MA'), ties: [anchor('WA')] });
    expect(terms(row('a'))).toEqual(['inState']);
    expect(terms(row('c'))).toEqual(['aligned']);
  });
  it('reach from a home to the rest of its division', () => {
    const terms = programTerms(catalog, { ...EMPTY_PROFILE, home: anchor('CT') });
    expect(terms(row('a'))).toEqual([]);
    const withHome = { ...catalog, places: [...catalog.places, { ...catalog.places[0]!, state: 'CT' }] };
    expect(programTerms(withHome, { ...EMPTY_PROFILE, home: anchor('CT') })(row('a'))).toEqual(['aligned']);
  });
  it('are the home program alone where the school is the program’s own', () => {
    const terms = programTerms(catalog, { ...EMPTY_PROFILE, home: anchor('MA'), school: 'hillside' });
    expect(terms(row('b'))).toEqual(['home']);
    expect(terms(row('a'))).toEqual(['inState']);
  });
});

describe('the answer for a program', () => {
  it('asks for the applicant type instead of taking one', () => {
    expect(chancesOf(EMPTY_PROFILE).answer(row('a'))).toEqual({ kind: 'noApplicantType' });
  });

  it('says so where nothing is published', () => {
    expect(chancesOf({ ...STUDENT, applicantType: 'us-do' }).answer(row('a'))).toEqual({
      kind: 'noPublishedData',
    });
    expect(chancesOf({ ...STUDENT, applicantType: 'us-do' }).pickProgram(row('a'))).toBeNull();
  });

  it('carries a range, a band and what it rests on', () => {
    const { p, lo, hi, band, basis } = estimate(chancesOf(STUDENT).answer(row('a')));
    expect(lo).toBeLessThan(p);
    expect(hi).toBeGreaterThan(p);
    expect(band).toMatch(/reach|target|likely/);
    expect(basis.map(({ kind }) => kind)).toEqual(['interviews', 'headline', 'score', 'slope']);
  });

  it('names the terms it used', () => {
    const { basis } = estimate(chancesOf({ ...STUDENT, home: anchor('MA') }).answer(row('a'), 'gold'));
    expect(basis.flatMap((one) => (one.kind === 'term' ? [one.term] : []))).toEqual(['inState', 'gold']);
  });

  it('says that no score was entered, and rests on no slope then', () => {
    const { basis } = estimate(chancesOf({ ...STUDENT, scores: {} }).answer(row('a')));
    expect(basis).toContainEqual({ kind: 'score', step2: null });
    expect(basis.some(({ kind }) => kind === 'slope')).toBe(false);
  });

  it('labels US citizens from schools abroad by the evidence there is', () => {
    const entry = {
      ...MODEL,
      interviews: MODEL.interviews.map((one) => ({ ...one, evidence: 'national' as const, headline: null })),
    };
    const { basis } = estimate(
      chancesFor(entry, catalog, { ...STUDENT, applicantType: 'us-img' }).answer(row('a')),
    );
    expect(basis[0]).toMatchObject({ kind: 'interviews', evidence: 'national' });
  });

  it('is the same object for programs with the same terms', () => {
    const { answer } = chancesOf(STUDENT);
    expect(answer(row('a'))).toBe(answer(row('d')));
  });

  it('rises at all programs after an invitation, across specialties, and says what it heard', () => {
    const before = chancesOf(STUDENT);
    const after = chancesOf(STUDENT, [{ row: row('a'), level: 'none', outcome: 'invited' }]);
    for (const letter of ['b', 'c', 'e'])
      expect(estimate(after.answer(row(letter))).p).toBeGreaterThan(estimate(before.answer(row(letter))).p);
    expect(estimate(after.answer(row('b'))).basis).toContainEqual({
      kind: 'season',
      invited: 1,
      rejected: 0,
    });
    expect(after.shift.direction).toBe('stronger');
  });

  it('hears nothing of programs it has no estimate for', () => {
    const deaf = chancesOf({ ...STUDENT, applicantType: 'us-do' }, [
      { row: row('a'), level: 'none', outcome: 'rejected' },
    ]);
    expect(deaf.shift).toMatchObject({ direction: 'as expected', rejected: 0 });
  });
});
