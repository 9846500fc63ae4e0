import { describe, expect, it } from 'vitest';
import { checkTable } from '#press/check-table.ts';
import { joinTracks, trackOf } from '#press/join-tracks.ts';
import { TRACKS } from '#press/tables.ts';
import { csv } from './small-tables.ts';

const tracks = (...rows: Record<string, string>[]) => {
  const base = {
    institution: 'Harbor Hosp-MA',
    track: 'Track',
    state: 'MA',
    last_seen_year: '2024',
    source: 'nrmp-2024',
  };
  const full = rows.map((row) => ({
    ...base,
    specialty_code: row['nrmp_code']?.slice(4, 7) ?? '',
    track_type: row['nrmp_code']?.[7] ?? '',
    ...row,
  }));
  const table = checkTable(TRACKS, csv('nrmp_tracks', full));
  if (table.kind === 'refused') throw new Error(table.detail);
  expect(table.rejections).toEqual([]);
  return table.rows;
};
const joined = (...args: Parameters<typeof joinTracks>) => {
  const { tracksOf, unjoined } = joinTracks(...args);
  const codes = [...tracksOf].map(([key, list]) => [key, list.map((t) => t.nrmp_code)] as const);
  return { ...Object.fromEntries(codes), left: unjoined.map((t) => t.nrmp_code) };
};

describe('a track', () => {
  it('goes to its own row before the program whose number it bears', () => {
    const programs = [{ acgme_id: '1402421000' }, { nrmp_code: '1999140P0' }];
    const rows = tracks(
      { nrmp_code: '1999140C0', acgme_id: '1402421000' },
      { nrmp_code: '1999140P0', acgme_id: '1402421000' },
    );
    expect(joined(programs, rows)).toEqual({
      'acgme:1402421000': ['1999140C0'],
      'nrmp:1999140P0': ['1999140P0'],
      left: [],
    });
  });

  it('of a preliminary year goes to the preliminary row of its institution', () => {
    const programs = [{ acgme_id: '1402421000' }, { nrmp_code: '1999140P0' }];
    const rows = tracks({ nrmp_code: '1999140P1', acgme_id: '1402421000' }, { nrmp_code: '1999140P2' });
    expect(joined(programs, rows)).toEqual({ 'nrmp:1999140P0': ['1999140P1', '1999140P2'], left: [] });
  });

  it('goes to the row in its city where the institution has several, and to none where that is not enough', () => {
    const programs = [
      { nrmp_code: '1999999P0', city: 'Ocala' },
      { nrmp_code: '1999999P1', city: 'Tampa' },
    ];
    const rows = tracks({ nrmp_code: '1999999P2', city: 'Tampa' }, { nrmp_code: '1999999P3' });
    expect(joined(programs, rows)).toEqual({ 'nrmp:1999999P1': ['1999999P2'], left: ['1999999P3'] });
  });

  it('of a transitional year keeps the ACGME number it has', () => {
    const programs = [{ acgme_id: '9992421000' }, { nrmp_code: '1999999P0' }];
    const rows = tracks({ nrmp_code: '1999999P1', acgme_id: '9992421000' }, { nrmp_code: '1999999P2' });
    expect(joined(programs, rows)).toEqual({
      'acgme:9992421000': ['1999999P1'],
      'nrmp:1999999P0': ['1999999P2'],
      left: [],
    });
  });

  it('without any of these is listed', () => {
    expect(joined([{ acgme_id: '1402421000' }], tracks({ nrmp_code: '1998140C0' }))).toEqual({
      left: ['1998140C0'],
    });
  });

  it('has its quotas newest first, leaves out the years without one and keeps a published zero', () => {
    const [row] = tracks({
      nrmp_code: '1999140C0',
      quota_2024: '4',
      filled_2024: '0',
      quota_2026: '5',
      filled_2026: '5',
      source: 'nrmp-2024+nrmp-fl-2026',
    });
    expect(row && trackOf(row)).toMatchObject({
      quotas: [
        [2026, 5, 5],
        [2024, 4, 0],
      ],
      source: 'nrmp-fl-2026',
    });
  });
});
