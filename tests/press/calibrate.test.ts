import { beforeAll, describe, expect, it } from 'vitest';
import { baseRate } from '#engine/chance/base-rate.ts';
import { NARROWEST } from '#engine/chance/parameter-draws.ts';
import { type BuiltModel, buildModel } from '#press/calibrate/build-model.ts';
import {
  coverage,
  headlineError,
  leftOutError,
  lineError,
  pooledBlocks,
  samplingNoise,
} from '#press/calibrate/measure.ts';
import { gapsOf, reproductions } from '#press/calibrate/measure-lists.ts';
import { reportLines } from '#press/calibrate/report.ts';
import { STAT_TABLE_NAMES } from '#press/calibrate/tables.ts';
import { readTables, SOURCES_DIR } from '#press/reader.ts';

const DATE = '2026-11-24';
let built: BuiltModel;
beforeAll(() => {
  const made = buildModel(readTables(SOURCES_DIR, STAT_TABLE_NAMES), DATE);
  if (made.kind !== 'model') throw new Error(`${made.reason}: ${made.detail}`);
  built = made;
}, 60_000);

const bands = () => pooledBlocks(built.calibration.blocks.bands);
const mdLine = () => {
  const { at0, perLogit, sd } = built.model.slopes['us-md'];
  return { at0: at0.value, perLogit: perLogit.value, sd };
};

describe('the Step 2 curve on the published bands', () => {
  it('is within 5 points of the bands with 30 people or more, root mean square', () => {
    const { bands: counted, points } = lineError(bands(), mdLine());
    expect(counted).toBe(77);
    expect(points).toBeLessThanOrEqual(4.5);
  });

  it('is within 5 points of specialties it was not fitted to', () => {
    expect(leftOutError(bands(), false).points).toBeLessThanOrEqual(5);
    expect(leftOutError(bands(), true).points).toBeLessThanOrEqual(5);
  });

  it('says far more than the headline rate alone, and little less than the counts can', () => {
    const { points } = lineError(bands(), mdLine());
    expect(points).toBeLessThan(headlineError(bands()).points / 3);
    expect(points).toBeLessThan(samplingNoise(bands()).points + 1.5);
  });

  it('holds at least 80 % of the bands in its range, of both kinds of US seniors', () => {
    expect(coverage(bands(), mdLine(), built.model.drift.value).held).toBeGreaterThanOrEqual(0.8);
    const osteopathic = built.calibration.blocks.bands.filter(({ type }) => type === 'us-do');
    const { at0, perLogit, sd } = built.model.slopes['us-do'];
    const line = { at0: at0.value, perLogit: perLogit.value, sd };
    expect(coverage(osteopathic, line, built.model.drift.value)).toMatchObject({ bands: 3, held: 1 });
  });

  it('gives the same through the question, for a specialty it has never heard of', () => {
    let squares = 0;
    let held = 0;
    let counted = 0;
    for (const { bands: block, rate } of bands()) {
      const scoreMix = block.map(({ step2, n }) => ({ step2, n }));
      for (const band of block.filter(({ n }) => n >= 30)) {
        const question = {
          specialty: 'A new specialty',
          applicantType: 'US MD senior',
          step2: band.step2,
          headlineRate: rate,
          scoreMix,
        };
        const answer = baseRate(built.model, question);
        if (answer.kind !== 'estimate') throw new Error(answer.kind);
        squares += (100 * (answer.p - band.rate)) ** 2;
        held += answer.lo <= band.rate && band.rate <= answer.hi ? 1 : 0;
        counted++;
      }
    }
    expect(Math.sqrt(squares / counted)).toBeLessThanOrEqual(4.5);
    expect(held / counted).toBeGreaterThanOrEqual(0.8);
  });

  it('takes the line that predicts specialties it has not seen best', () => {
    const errors = built.calibration.candidates.map(({ leftOut }) => leftOut.points);
    expect(errors[0]).toBe(Math.min(...errors));
  });

  it('is closer still where a group has a curve of its own', () => {
    const errors = bands().flatMap(({ specialty, bands: block }) =>
      block
        .filter(({ n }) => n >= 30)
        .flatMap(({ step2, rate }) => {
          const answer = baseRate(built.model, { specialty, applicantType: 'US MD senior', step2 });
          return answer.kind === 'estimate' ? [(100 * (answer.p - rate)) ** 2] : [];
        }),
    );
    const own = Math.sqrt(errors.reduce((a, b) => a + b, 0) / errors.length);
    expect(errors).toHaveLength(77);
    expect(own).toBeLessThan(lineError(bands(), mdLine()).points);
  });
});

describe('typical lists', () => {
  it('give the published headline rates', () => {
    const made = reproductions(built.model, built.calibration.shapes);
    expect(made.length).toBeGreaterThan(50);
    for (const { specialty, type, headline, match } of made)
      expect(Math.abs(match - headline), `${specialty} ${type}`).toBeLessThan(0.005);
  });

  it('are as steep in the score as the published curves, on average', () => {
    const logs = built.calibration.ratios.map(({ ratio }) => Math.log(ratio));
    expect(logs.reduce((a, b) => a + b, 0) / logs.length).toBeCloseTo(0, 1);
  });

  it('bring a believable number of invitations', () => {
    for (const { specialty, type, invitations } of reproductions(built.model, built.calibration.shapes))
      if (type === 'us-md') {
        expect(invitations, specialty).toBeGreaterThan(7);
        expect(invitations, specialty).toBeLessThan(25);
      }
  });
});

describe('the model', () => {
  it('names a source of its own list for every figure', () => {
    const { sources, groups, interviews, terms, slopes, strength, drift } = built.model;
    const cited = [
      ...groups.flatMap(({ headline, mix }) => [headline.source, ...(mix ? [mix.source] : [])]),
      ...interviews.map(({ source }) => source),
      ...Object.values(terms).map(({ source }) => source),
      ...Object.values(slopes).flatMap(({ at0, perLogit }) => [at0.source, perLogit.source]),
      strength.sd.source,
      strength.scoreShare.source,
      drift.source,
    ];
    for (const key of cited) expect(sources[key], key).toBeTruthy();
  });

  it('keeps every figure inside its range', () => {
    const { terms, strength, drift, openBand, typicalList } = built.model;
    for (const { value, lo, hi } of [
      ...Object.values(terms),
      ...Object.values(strength),
      ...Object.values(typicalList),
      drift,
      openBand,
    ]) {
      expect(lo).toBeLessThanOrEqual(value);
      expect(hi).toBeGreaterThanOrEqual(value);
    }
  });

  it('multiplies the odds of a signal by the like-for-like gain, gold over silver, and caps what is raw', () => {
    const { gold, silver, inState, aligned, home, away } = built.model.terms;
    expect(gold.value).toBeLessThanOrEqual(2.5);
    expect(silver.value).toBeGreaterThanOrEqual(2);
    expect(silver.value).toBeLessThan(gold.value);
    expect([inState.lo, inState.hi]).toEqual([2.45, 5.14]);
    expect([aligned.lo, aligned.hi]).toEqual([1.83, 2.75]);
    expect(home.value).toBeGreaterThan(inState.value);
    expect(Math.max(home.value, home.hi, away.value, away.hi)).toBeLessThanOrEqual(5);
  });

  it('makes US citizens from schools abroad wider than other graduates abroad, and says why', () => {
    const { interviews, sources } = built.model;
    const abroad = interviews.filter(({ type }) => type === 'us-img');
    expect(abroad.length).toBeGreaterThan(20);
    for (const { specialty, base, evidence, source } of abroad) {
      const other = interviews.find((one) => one.type === 'non-us-img' && one.specialty === specialty);
      expect(base.sd).toBeGreaterThan(other?.base.sd ?? Number.POSITIVE_INFINITY);
      expect(evidence).toBe('national');
      expect(sources[source]).toMatch(/^No figures of US citizens from schools abroad/);
    }
  });

  it('calls specialties what the catalog calls them', () => {
    const names = new Set(built.specialties);
    const used = [
      ...built.model.groups.map(({ specialty }) => specialty),
      ...built.model.interviews.map(({ specialty }) => specialty),
      ...Object.values(built.model.specialtyNames),
    ];
    expect(used.filter((name) => !names.has(name))).toEqual([]);
  });

  it('has no base rate for a group nobody has published, and lists it', () => {
    const { noBaseRate, noInterview } = gapsOf(built.model, built.specialties);
    expect(noBaseRate['us-img']).toEqual(built.specialties);
    expect(noBaseRate['us-md']).toContain('Ophthalmology');
    expect(noInterview['us-md']).toContain('Ophthalmology');
    expect(
      baseRate(built.model, { specialty: 'Ophthalmology', applicantType: 'US MD senior', step2: 250 }),
    ).toEqual({
      kind: 'noPublishedData',
    });
  });

  it('never answers more surely than four points to either side', () => {
    for (const { specialty, type } of built.model.groups) {
      const answer = baseRate(built.model, { specialty, applicantType: type, step2: 250 });
      if (answer.kind !== 'estimate') throw new Error(`${specialty} ${type}: ${answer.kind}`);
      expect(answer.lo).toBeLessThanOrEqual(Math.max(0, answer.p - NARROWEST));
      expect(answer.hi).toBeGreaterThanOrEqual(Math.min(1, answer.p + NARROWEST));
    }
  });

  it('is made of the same bytes from the same tables', () => {
    const again = buildModel(readTables(SOURCES_DIR, STAT_TABLE_NAMES), DATE);
    expect(again.kind === 'model' && Buffer.from(again.bytes).equals(Buffer.from(built.bytes))).toBe(true);
  }, 60_000);

  it('comes from tables without a row that cannot be read', () => {
    expect(built.rejections).toEqual([]);
  });
});

describe('a table that is missing', () => {
  it('stops the calibration', () => {
    const tables = readTables(SOURCES_DIR, STAT_TABLE_NAMES);
    tables.delete('step2_bins');
    expect(buildModel(tables, DATE)).toEqual({
      kind: 'refused',
      reason: 'missing-table',
      detail: 'step2_bins.csv',
    });
  });
});

describe('the report', () => {
  it('says how good the curve is, what lists reproduce and what is missing', () => {
    const text = reportLines(built).join('\n');
    expect(text).toMatch(/fit +4\.\d\d points/);
    expect(text).toMatch(/headline rate alone +16\.57 points/);
    expect(text).toMatch(/80 % range holds +\d+\.\d % of bands/);
    expect(text).toMatch(/at most 0\.\d\d points off/);
    expect(text).toMatch(/US IMG: 5\d: Anesthesiology/);
  });
});
