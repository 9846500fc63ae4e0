import { describe, expect, it } from 'vitest';
import { bucketOf, bucketOfByte } from '#press/bucket.ts';
import { kindOf, specialtiesOf, specialtyIdOf, withCounts } from '#press/specialties.ts';

describe('a specialty', () => {
  it('is of the kind its name and its code say', () => {
    const kind = (name: string, code: string) => kindOf({ name, code });
    expect(kind('General Surgery', '440')).toBe('residency');
    expect(kind('Preliminary Surgery', '440')).toBe('preliminary');
    expect(kind('Transitional Year', '999')).toBe('transitional');
    expect(kind('Thoracic Surgery (Independent)', '460')).toBe('independent');
    expect(kind('Internal Medicine-Pediatrics', '700')).toBe('combined');
    expect(kind('Neurodevelopmental Disabilities', '186')).toBe('residency');
  });

  it('is not mixed up with its preliminary year, which has the same code', () => {
    const rows = ['General Surgery', 'Preliminary Surgery', 'General Surgery'].map((specialty) => ({
      specialty,
      specialty_code: '440',
    }));
    expect(specialtiesOf(rows).map(({ id, programs }) => [id, programs])).toEqual([
      ['general-surgery', 2],
      ['preliminary-surgery', 1],
    ]);
    expect(specialtyIdOf('Plastic Surgery (Integrated)')).toBe('plastic-surgery-integrated');
  });
});

describe('the bucket of a program', () => {
  it('is the low six bits of the first byte of the digest of its pid', () => {
    expect(bucketOfByte(0xff)).toBe('3f');
    expect(bucketOfByte(0x41)).toBe('01');
    // SHA-256 of "abc" begins with ba.
    expect(bucketOf('abc')).toBe('3a');
  });
});

describe('what others have counted', () => {
  const specialties = specialtiesOf([
    { specialty: 'Psychiatry', specialty_code: '400' },
    { specialty: 'Urology', specialty_code: '480' },
  ]);
  const row = (
    line: number,
    specialty: string,
    source: 'acgme-registry-2026' | 'nrmp-tracks-2025',
    year: number,
  ) => ({
    line,
    specialty,
    source,
    year,
    count: line * 100,
  });

  it('stands with its specialty, newest first, and nowhere else', () => {
    const { specialties: counted, rejections } = withCounts(specialties, [
      row(2, 'Psychiatry', 'nrmp-tracks-2025', 2025),
      row(3, 'Psychiatry', 'acgme-registry-2026', 2026),
    ]);
    expect(counted.map(({ id, published }) => [id, published])).toEqual([
      [
        'psychiatry',
        [
          [300, 'acgme-registry-2026', 2026],
          [200, 'nrmp-tracks-2025', 2025],
        ],
      ],
      ['urology', undefined],
    ]);
    expect(rejections).toEqual([]);
  });

  it('of a specialty that nobody knows is a row that is told of', () => {
    const { specialties: counted, rejections } = withCounts(specialties, [
      row(4, 'Psychology', 'nrmp-tracks-2025', 2025),
    ]);
    expect(counted).toEqual(specialties);
    expect(rejections).toMatchObject([{ table: 'program_counts', line: 4, what: 'row' }]);
  });
});
