import { describe, expect, it } from 'vitest';
import type { Pid } from '#domain/ids.ts';
import type { ApplicantType } from '#domain/profile.ts';
import type { PickRequest } from '#domain/query.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { answerCurve, answerPick } from '#engine/pick/answer-pick.ts';
import { publishedCatalog } from '../../bench/catalog.ts';
import { askerWith } from '../../fixtures/small-catalog.ts';

const { catalog } = publishedCatalog();
const model = fitModels(catalog);
const specialtyOf = (name: string) => {
  const found = catalog.specialties.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return found.id;
};
const HOME = { label: 'Cambridge', lat: 42.37, lon: -71.11, state: 'MA' };

function ask(
  name: string,
  applicantType: ApplicantType | undefined,
  request: Partial<PickRequest> = {},
  step2: number | undefined = 245,
) {
  const specialty = specialtyOf(name);
  const fit = model(
    askerWith(
      {
        specialties: [specialty],
        home: HOME,
        ...(applicantType && { applicantType }),
        scores: step2 === undefined ? {} : { step2 },
      },
      { weights: { home: 3, citySize: 2, cost: 1 } },
    ),
  );
  const whole: PickRequest = { specialty, budgetUsd: 450, locks: [], bans: [], heard: [], ...request };
  const answer = answerPick(catalog, fit, whole);
  if (answer.kind !== 'list') throw new Error(answer.reason);
  return { answer, fit, whole };
}

describe('the pick list by fit and chance, on the real catalog', () => {
  it('keeps to budget and signal limits, names every chance by band and range, and bounds what it may have missed', () => {
    const { answer } = ask('Dermatology', 'us-md', { budgetUsd: 300 }, 255);
    const { chance, entries, feeUsd } = answer;
    if (!chance?.signals) throw new Error('no chance');
    expect(feeUsd).toBeLessThanOrEqual(300);
    expect(new Set(entries.map(({ row }) => row.pid)).size).toBe(entries.length);
    expect(chance.signals.gold.used).toBeLessThanOrEqual(chance.signals.gold.limit);
    expect(chance.signals.silver.used).toBeLessThanOrEqual(chance.signals.silver.limit);
    expect(chance.signals.gold.used + chance.signals.silver.used).toBeGreaterThan(0);
    for (const { chance: each, gain } of entries) {
      expect(each?.band).toMatch(/reach|target|likely/);
      expect((each?.hi ?? 0) - (each?.lo ?? 0)).toBeGreaterThan(0.03);
      expect(gain).toBeGreaterThan(0);
    }
    expect(chance.any.lo).toBeLessThan(chance.any.hi);
    expect(chance.withinPercent).toBeGreaterThanOrEqual(0);
    expect(chance.tiers.reach + chance.tiers.target + chance.tiers.likely).toBe(entries.length);
  });

  it('keeps locks, leaves out bans, and gives the same answer twice', () => {
    const { answer: plain } = ask('Urology', 'us-md', { budgetUsd: 220 }, 250);
    const [best] = plain.entries;
    const worst = plain.next.at(-1);
    if (!best || !worst) throw new Error('short list');
    const marks = { budgetUsd: 220, locks: [worst.row.pid], bans: [best.row.pid] };
    const { answer } = ask('Urology', 'us-md', marks, 250);
    const pids = answer.entries.map(({ row }) => row.pid);
    expect(pids).toContain(worst.row.pid);
    expect(pids).not.toContain(best.row.pid);
    expect(ask('Urology', 'us-md', marks, 250).answer).toEqual(answer);
  });

  it('takes the season in: invitations lift the chances, rejections lower them', () => {
    const { answer: before } = ask('Urology', 'us-md', { budgetUsd: 220 }, 250);
    const pids = before.entries.slice(0, 4).map(({ row }) => row.pid);
    const heard = (outcome: 'invited' | 'rejected') => pids.map((pid: Pid) => ({ pid, outcome }));
    const after = (outcome: 'invited' | 'rejected') =>
      ask('Urology', 'us-md', { budgetUsd: 220, heard: heard(outcome) }, 250).answer.chance;
    expect(after('invited')?.any.p).toBeGreaterThan(before.chance?.any.p ?? 1);
    expect(after('rejected')?.any.p).toBeLessThan(before.chance?.any.p ?? 0);
    expect(after('invited')?.shift).toMatchObject({ direction: 'stronger', invited: 4 });
  });

  it('spends one signal on all tracks of a sponsor', () => {
    const { answer } = ask('Urology', 'us-md', { budgetUsd: 480 }, 250);
    const signaled = answer.entries.filter(({ signal }) => signal === 'gold');
    const sponsors = new Set(
      signaled.map(({ row }) => catalog.columns.sponsor[catalog.rowOf.get(row.pid) ?? -1]),
    );
    expect(answer.chance?.signals?.gold.used).toBe(sponsors.size);
  });

  it('says why it is by fit only', () => {
    expect(ask('Psychiatry', undefined).answer.fitOnly).toBe('no-applicant-type');
    expect(ask('Medical Genetics and Genomics', 'us-md').answer).toMatchObject({
      fitOnly: 'nothing-published',
      chance: null,
    });
  });

  it('draws a curve that never falls', () => {
    const { fit, whole } = ask('Urology', 'us-md', { budgetUsd: 220 }, 250);
    const curve = answerCurve(catalog, fit, whole) ?? [];
    expect(curve.length).toBeGreaterThan(5);
    curve.forEach(({ usd, worth }, at) => {
      expect(usd).toBeGreaterThanOrEqual(curve[at - 1]?.usd ?? 0);
      expect(worth).toBeGreaterThanOrEqual(curve[at - 1]?.worth ?? 0);
    });
  });
});
