import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pid, SpecialtyId } from '#domain/ids.ts';
import type { DealBreaker } from '#domain/wishes.ts';
import { closeAll, freshState, type State } from './fresh-state.ts';

const pid = Pid.parse('p00000000a');
const other = Pid.parse('p00000000b');
const surgery = SpecialtyId.parse('general-surgery');

let state: State;
let stop = () => {};
beforeEach(async () => {
  state = await freshState();
  const { profile, wishes, shortlist, pickMarks } = state;
  stop = effect(() => void [profile.value, wishes.value, shortlist.value, pickMarks.value]);
  await vi.waitFor(() => expect(shortlist.value).toBeDefined());
  await vi.waitFor(() => expect(pickMarks.value).toBeDefined());
});
afterEach(async () => {
  stop();
  await closeAll();
});

describe('the profile', () => {
  const stored = async () => (await state.whenOpen()).profile.get('profile');

  it('merges quick changes field by field, in one order', async () => {
    const outcomes = await Promise.all([
      state.saveProfile({ graduationYear: 2025 }),
      state.saveProfile({ school: 'Tufts' }),
      state.saveProfile({ scores: { step2: 240 } }),
      state.saveProfile({ graduationYear: 2026 }),
      state.saveProfile({ scores: { step1: 'pass' } }),
    ]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(5).fill('written'));
    expect(await stored()).toMatchObject({
      graduationYear: 2026,
      school: 'Tufts',
      scores: { step2: 240, step1: 'pass' },
    });
  });

  it('shows a change at once, before it is stored', () => {
    void state.saveProfile({ school: 'Tufts' });
    expect(state.profile.value?.school).toBe('Tufts');
    expect(state.writeState.value.kind).toBe('writing');
  });

  it('never shows an older value between the change and its storing', async () => {
    const seen: unknown[] = [];
    const stopSeeing = effect(() => void seen.push(state.profile.value?.school));
    await state.saveProfile({ school: 'Tufts' });
    await state.saveProfile({ school: 'Brown' });
    await state.saveProfile({ graduationYear: 2026 });
    stopSeeing();
    expect([...new Set(seen)]).toEqual([undefined, 'Tufts', 'Brown']);
    expect(seen.lastIndexOf('Tufts')).toBeLessThan(seen.indexOf('Brown'));
  });

  it('saves the sound fields and names the others', async () => {
    const outcome = await state.saveProfile({
      specialties: [surgery],
      budgetUsd: -5,
      scores: { step2: 999, comlex2: 500 },
    });
    expect(outcome).toMatchObject({ kind: 'written', refusedFields: ['budgetUsd', 'scores.step2'] });
    expect(await stored()).toMatchObject({ specialties: [surgery], scores: { comlex2: 500 } });
    expect(await stored()).not.toHaveProperty('budgetUsd');
  });

  it('writes nothing when no field is sound', async () => {
    expect(await state.saveProfile({ budgetUsd: Number.NaN })).toEqual({
      kind: 'refused',
      reason: 'invalid',
      refusedFields: ['budgetUsd'],
    });
    expect(await stored()).toBeUndefined();
  });

  it('takes no field it does not know', async () => {
    const foreign = JSON.parse('{"school":"Tufts","admin":true,"__proto__":{"x":1}}');
    expect(await state.saveProfile(foreign)).toMatchObject({
      kind: 'written',
      refusedFields: ['admin', '__proto__'],
    });
    expect(await stored()).not.toHaveProperty('admin');
  });

  it('forgets a field set to undefined, and keeps the others', async () => {
    await state.saveProfile({ school: 'Tufts', graduationYear: 2026, scores: { step1: 'pass', step2: 240 } });
    await state.saveProfile({ school: undefined, scores: { step2: undefined } });
    expect(state.profile.value).toEqual({
      specialties: [],
      ties: [],
      scores: { step1: 'pass' },
      graduationYear: 2026,
    });
    expect(await stored()).not.toHaveProperty('school');
  });
});

describe('the wishes', () => {
  it('take weights one by one, and 0 takes a criterion out', async () => {
    await Promise.all([state.setWeight('home', 5), state.setWeight('cost', 2), state.setWeight('home', 4)]);
    expect(state.wishes.value?.weights).toEqual({ home: 4, cost: 2 });
    await state.setWeight('home', 0);
    expect(state.wishes.value?.weights).toEqual({ cost: 2 });
  });

  it.each([6, -1, 2.5, Number.NaN])('take no weight of %d', async (weight) => {
    expect(await state.setWeight('home', weight)).toEqual({ kind: 'refused', reason: 'invalid' });
    expect(state.wishes.value?.weights).toEqual({});
  });

  it('take preferences one by one', async () => {
    await Promise.all([state.setPreference('setting', 'rural'), state.setPreference('states', ['MA', 'RI'])]);
    expect(state.wishes.value?.preferences).toMatchObject({
      setting: 'rural',
      states: ['MA', 'RI'],
      citySize: 'large',
    });
  });

  it('hold one deal-breaker of each kind', async () => {
    await state.addDealBreaker({ kind: 'farther-than', miles: 100 });
    await state.addDealBreaker({ kind: 'military' });
    await state.addDealBreaker({ kind: 'farther-than', miles: 200 });
    expect(state.wishes.value?.dealBreakers).toEqual([
      { kind: 'farther-than', miles: 200 },
      { kind: 'military' },
    ]);
    await state.removeDealBreaker('farther-than');
    expect(state.wishes.value?.dealBreakers).toEqual([{ kind: 'military' }]);
  });

  it('take no deal-breaker that makes no sense', async () => {
    const senseless: DealBreaker = { kind: 'farther-than', miles: -1 };
    expect(await state.addDealBreaker(senseless)).toEqual({ kind: 'refused', reason: 'invalid' });
  });
});

describe('the shortlist', () => {
  it('keeps a program with its label, and moves and annotates it', async () => {
    await state.keepProgram(pid, 'Boston Medical');
    await Promise.all([state.moveToStage(pid, 'applied'), state.writeNote(pid, 'near the river')]);
    expect(state.shortlist.value).toEqual([
      { pid, label: 'Boston Medical', stage: 'applied', note: 'near the river' },
    ]);
  });

  it('keeps a program once, and leaves the label as it was frozen', async () => {
    await state.keepProgram(pid, 'Boston Medical');
    await state.writeNote(pid, 'mine');
    await state.keepProgram(pid, 'Boston Medical Center');
    expect(state.shortlist.value).toMatchObject([{ label: 'Boston Medical', note: 'mine' }]);
  });

  it('lets a program go and takes it back whole', async () => {
    await state.keepProgram(pid, 'Boston Medical');
    await state.keepProgram(other, 'Hillside');
    await state.writeNote(pid, 'mine');
    await state.letGo(pid);
    expect(state.shortlist.value?.map((entry) => entry.pid)).toEqual([other]);
    await state.takeBack(pid);
    expect(state.shortlist.value).toMatchObject([{ pid, note: 'mine' }, { pid: other }]);
  });

  it('brings back the note of a program that was let go and is kept again', async () => {
    await state.keepProgram(pid, 'Boston Medical');
    await state.writeNote(pid, 'mine');
    await state.letGo(pid);
    await state.keepProgram(pid, 'Boston Medical');
    expect(state.shortlist.value).toMatchObject([{ pid, note: 'mine' }]);
  });

  it('says so when a program is not on it, and writes nothing', async () => {
    const refused = { kind: 'refused', reason: 'not-on-shortlist' };
    expect(await state.moveToStage(pid, 'applied')).toEqual(refused);
    await state.keepProgram(pid, 'Boston Medical');
    await state.letGo(pid);
    expect(await state.writeNote(pid, 'late')).toEqual(refused);
    await state.takeBack(pid);
    expect(state.shortlist.value).toMatchObject([{ note: '' }]);
  });

  it('takes no note longer than a note may be, and keeps the one before', async () => {
    await state.keepProgram(pid, 'Boston Medical');
    await state.writeNote(pid, 'short');
    expect(await state.writeNote(pid, 'x'.repeat(20_001))).toEqual({ kind: 'refused', reason: 'invalid' });
    expect(state.shortlist.value).toMatchObject([{ note: 'short' }]);
  });

  it('keeps the last word of one who types quickly', async () => {
    await state.keepProgram(pid, 'Boston Medical');
    const words = 'near the river and the train';
    await Promise.all([...words].map((_, at) => state.writeNote(pid, words.slice(0, at + 1))));
    expect(state.shortlist.value).toMatchObject([{ note: words }]);
    const db = await state.whenOpen();
    expect(await db.shortlist.get(pid)).toMatchObject({ note: words });
  });
});

describe('marks on the pick list', () => {
  it('lock, ban and go away', async () => {
    await state.markPick(pid, 'Boston Medical', 'lock');
    await state.markPick(other, 'Hillside', 'ban');
    await state.markPick(pid, 'Boston Medical', 'ban');
    expect(state.pickMarks.value?.map(({ pid, mark }) => [pid, mark])).toEqual([
      [pid, 'ban'],
      [other, 'ban'],
    ]);
    await state.markPick(pid, 'Boston Medical', null);
    expect(state.pickMarks.value?.map((mark) => mark.pid)).toEqual([other]);
    await state.markPick(pid, 'Boston Medical', 'lock');
    expect(state.pickMarks.value).toMatchObject([{ pid, mark: 'lock' }, { pid: other }]);
  });
});
