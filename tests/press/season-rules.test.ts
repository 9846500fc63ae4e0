import { beforeAll, describe, expect, it } from 'vitest';
import type { FeeSchedule, Rules } from '#domain/rules.ts';
import { checkTable, type TableSpec } from '#press/check-table.ts';
import { readTables, SOURCES_DIR } from '#press/reader.ts';
import { rulesOf, type RulesResult } from '#press/season-rules.ts';
import { noteFor, specialtyNameOf } from '#press/signal-words.ts';
import { FEES, SEASON_DAYS, SIGNALS } from '#press/tables-season.ts';
import { csv } from './small-tables.ts';

const rowsOf = <T>(spec: TableSpec<T>, text: string) => {
  const table = checkTable(spec, text);
  if (table.kind === 'refused') throw new Error(table.detail);
  return table.rows;
};
let result: RulesResult;
let rules: Rules;

beforeAll(() => {
  const text = readTables(SOURCES_DIR, ['eras_fees', 'interview_signals', 'timeline']);
  result = rulesOf(
    rowsOf(FEES, text.get('eras_fees') ?? ''),
    rowsOf(SIGNALS, text.get('interview_signals') ?? ''),
    rowsOf(SEASON_DAYS, text.get('timeline') ?? ''),
  );
  rules = result.rules;
});

/** The price of a number of applications in one specialty, added up step by step. */
const priceOf = ({ steps }: FeeSchedule, count: number) =>
  steps.reduce((sum, { from, to, usd, flat }) => {
    const inStep = Math.max(0, Math.min(count, to ?? count) - from + 1);
    return sum + (flat ? Math.sign(inStep) * usd : inStep * usd);
  }, 0);
const season = (year: number): FeeSchedule => {
  const found = rules.fees.find((schedule) => schedule.season === year);
  if (!found) throw new Error(`no schedule for ${year}`);
  return found;
};

describe('the fees', () => {
  it('of season 2026 give the worked examples of the AAMC page', () => {
    const steps = season(2026);
    expect(priceOf(steps, 30)).toBe(330);
    expect(priceOf(steps, 43) + priceOf(steps, 7)).toBe(797);
    expect(priceOf(steps, 32) + priceOf(steps, 32)).toBe(780);
  });

  it('of season 2024 begin with a flat price for ten', () => {
    const steps = season(2024);
    expect([1, 10, 11, 20, 30, 31].map((n) => priceOf(steps, n))).toEqual([99, 99, 118, 289, 519, 546]);
  });

  it('are there for no season without a published price', () => {
    expect(rules.fees.map((schedule) => schedule.season)).toEqual([2026, 2024]);
    expect(result.notPublished).toContain('ERAS application 2027');
    expect(rules.fees.every((schedule) => schedule.source.startsWith('AAMC'))).toBe(true);
    expect(season(2026).note).toMatch(/^Two-tier schedule, .*\.$/);
  });

  it('are rejected when the steps leave a gap', () => {
    const step = { season: '2030', item: 'ERAS application', unit: 'per program', scope: 'residency' };
    const from = { ...step, source_type: 'primary', source: 'AAMC', price_usd: '11' };
    const made = rulesOf(
      rowsOf(
        FEES,
        csv('eras_fees', [
          { ...from, from_n: '1', to_n: '30' },
          { ...from, from_n: '32' },
        ]),
      ),
      [],
      [],
    );
    expect(made.rules.fees).toEqual([]);
    expect(made.rejections).toEqual([
      {
        table: 'eras_fees',
        line: 2,
        what: 'row',
        reason: 'the steps of season 2030 do not cover every count once',
      },
    ]);
  });
});

describe('the signals', () => {
  const limit = (specialtyName: string, year: number) =>
    rules.signals.find((s) => s.specialtyName === specialtyName && s.season === year);

  it('join gold and silver of a specialty and count a single tier as gold', () => {
    expect(limit('Internal Medicine', 2027)).toMatchObject({ gold: 3, silver: 12 });
    expect(limit('Orthopaedic Surgery', 2027)).toMatchObject({ gold: 30, silver: 0 });
  });

  it('keep the published none, and have one entry for a specialty and a season', () => {
    expect(limit('Nuclear Medicine', 2027)).toMatchObject({ gold: 0, silver: 0 });
    const keys = rules.signals.map((s) => `${s.season} ${s.specialtyName}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(result.rejections).toEqual([]);
  });

  it('use the names of the programs table and only the notes that concern them', () => {
    expect(specialtyNameOf('Interventional Radiology')).toBe('Interventional Radiology (Integrated)');
    expect(specialtyNameOf('Aerospace Medicine')).toBe('Aerospace Medicine');
    const note = 'DR and IR share one joint allotment; EM guidance: do not signal home and away rotations';
    expect(noteFor('Dermatology', note)).toBeUndefined();
    expect(noteFor('Diagnostic Radiology', note)).toBe(
      'Diagnostic and interventional radiology share one allotment.',
    );
    expect(noteFor('Dermatology', 'something new')).toBe('something new');
  });
});

describe('the dates', () => {
  it('are in order and leave out what was looked for and not found', () => {
    const dates = rules.dates.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
    expect(rules.dates.find((d) => d.season === 2027 && d.event === 'Match Day')).toMatchObject({
      date: '2027-03-19',
      timeEt: '12:00',
      sourceType: 'secondary',
    });
    expect(result.notPublished.some((text) => text.startsWith('2026: Rank order list'))).toBe(true);
  });
});
