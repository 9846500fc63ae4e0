import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SpecialtyId } from '#domain/ids.ts';

const surgery = SpecialtyId.parse('general-surgery');
const BOSTON = { label: 'Boston, MA', lat: 42.36, lon: -71.06 };
const SEATTLE = { label: 'Seattle, WA', lat: 47.61, lon: -122.33 };

async function load() {
  vi.resetModules();
  const [notebook, profile, wishes, scenarios, actions, real] = await Promise.all([
    import('#state/notebook.ts'),
    import('#state/profile.ts'),
    import('#state/wishes.ts'),
    import('#state/scenarios.ts'),
    import('#state/scenario-actions.ts'),
    import('#state/real-self.ts'),
  ]);
  const state = { ...notebook, ...profile, ...wishes, ...scenarios, ...actions, ...real };
  stops.push(
    effect(() => {
      void [state.profile.value, state.wishes.value, state.scenarios.value];
      void [state.realProfile.value.value, state.realWishes.value.value];
    }),
    () => state.openedNotebook.peek()?.db.close(),
  );
  await vi.waitFor(() => expect([state.profile.value, state.scenarios.value]).not.toContain(undefined));
  await vi.waitFor(() => expect(state.realProfile.value.value).toBeDefined());
  return state;
}

const stops: (() => void)[] = [];
let state: Awaited<ReturnType<typeof load>>;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  const settings = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => settings.get(key) ?? null,
    setItem: (key: string, value: string) => void settings.set(key, value),
    removeItem: (key: string) => void settings.delete(key),
  });
  state = await load();
  await state.saveProfile({ specialties: [surgery], home: BOSTON });
  await state.setWeight('home', 3);
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  vi.unstubAllGlobals();
});

async function begin(name: string) {
  const [profile, wishes] = [state.profile.value, state.wishes.value];
  if (!profile || !wishes) throw new Error('still loading');
  return state.beginScenario(name, { profile, wishes });
}
const real = () => ({ profile: state.realProfile.value.value, wishes: state.realWishes.value.value });

describe('while a what-if is on', () => {
  it('profile and wishes are its own, for reading and for writing', async () => {
    await begin('west');
    await state.saveProfile({ home: SEATTLE, scores: { step2: 250 } });
    await state.setWeight('cost', 2);
    await state.addDealBreaker({ kind: 'rural' });
    expect(state.profile.value).toMatchObject({ home: SEATTLE, scores: { step2: 250 } });
    expect(state.wishes.value?.weights).toEqual({ home: 3, cost: 2 });
    expect(real()).toMatchObject({
      profile: { home: BOSTON, scores: {} },
      wishes: { weights: { home: 3 }, dealBreakers: [] },
    });
  });

  it('it is on after a reload, and what was changed in it is there', async () => {
    await begin('west');
    await state.saveProfile({ home: SEATTLE });
    state = await load();
    expect(state.scenarioOn.value?.name).toBe('west');
    expect(state.profile.value?.home).toEqual(SEATTLE);
    state.leaveScenario();
    await vi.waitFor(() => expect(state.profile.value?.home).toEqual(BOSTON));
    state = await load();
    expect(state.scenarioOn.value).toBeNull();
  });

  it('writes what is not valid nowhere', async () => {
    await begin('west');
    const outcome = await state.saveProfile({ scores: { step2: 900 } });
    expect(outcome).toMatchObject({ kind: 'refused', refusedFields: ['scores.step2'] });
    expect(state.profile.value?.scores).toEqual({});
  });

  it('goes on with the real one when it is gone', async () => {
    await begin('west');
    await state.saveProfile({ home: SEATTLE });
    await (await state.whenOpen()).scenarios.clear();
    await vi.waitFor(() => expect(state.profile.value?.home).toEqual(BOSTON));
    await state.saveProfile({ school: 'Tufts' });
    expect(real().profile?.school).toBe('Tufts');
  });
});

describe('a what-if', () => {
  it('needs a name', async () => {
    expect(await begin('  ')).toEqual({ kind: 'refused', reason: 'invalid' });
    expect(state.scenarioOn.value).toBeNull();
  });

  it('becomes the real one whole, and that is undone whole', async () => {
    await begin('west');
    await state.saveProfile({ home: SEATTLE });
    await state.setWeight('home', 5);
    const scenario = state.scenarioOn.value;
    if (!scenario) throw new Error('none is on');
    const undo = await state.adoptScenario(scenario);
    expect(state.scenarioOn.value).toBeNull();
    expect(real()).toMatchObject({ profile: { home: SEATTLE }, wishes: { weights: { home: 5 } } });
    await undo();
    expect(real()).toMatchObject({ profile: { home: BOSTON }, wishes: { weights: { home: 3 } } });
    expect(state.scenarioOn.value?.profile.home).toEqual(SEATTLE);
  });
});

describe('the profile', () => {
  it('keeps research and letters field by field, and forgets a group whose last field goes', async () => {
    await state.saveProfile({ research: { works: 4 }, letters: { specialty: 2 } });
    await state.saveProfile({ research: { experiences: 1 }, letters: { specialty: undefined } });
    expect(state.profile.value?.research).toEqual({ works: 4, experiences: 1 });
    expect(state.profile.value).not.toHaveProperty('letters');
    const outcome = await state.saveProfile({ research: { works: -1 }, usClinicalMonths: 6 });
    expect(outcome).toMatchObject({ kind: 'written', refusedFields: ['research.works'] });
    expect(state.profile.value).toMatchObject({ research: { works: 4 }, usClinicalMonths: 6 });
  });
});
