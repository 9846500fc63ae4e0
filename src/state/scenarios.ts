// What-ifs: copies of the profile and the wishes, to be changed without touching the real ones. While one is on, profile
// and wishes are its own, for reading and for writing; which one is on belongs to this device.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { EMPTY_PROFILE, type Profile } from '#domain/profile.ts';
import { Scenario, ScenarioId } from '#domain/scenario.ts';
import { EMPTY_WISHES, type Wishes } from '#domain/wishes.ts';
import { letRowGo, takeRowBack } from '#storage/rows.ts';
import { changeScenario, readScenarios } from '#storage/scenarios.ts';
import { readSetting, writeSetting } from './device.ts';
import type { Change, LaneOutcome } from './lane.ts';
import type { OneRow } from './one-row.ts';
import { realProfile, realWishes } from './real-self.ts';
import { rowsById } from './rows-by-id.ts';

const table = rowsById<Scenario, ScenarioId>('scenarios', ({ key }) => key, readScenarios, changeScenario);

/** Undefined while loading. */
export const scenarios: ReadonlySignal<readonly Scenario[] | undefined> = table.rows;

const SETTING = 'what-if';
function storedId(): ScenarioId | null {
  const stored = ScenarioId.safeParse(readSetting(SETTING));
  return stored.success ? stored.data : null;
}
const onId = signal<ScenarioId | null>(storedId());

function turnTo(id: ScenarioId | null): void {
  onId.value = id;
  writeSetting(SETTING, id);
}

/** The what-if that is on; null for none, undefined while loading. One that is gone is none. */
export const scenarioOn: ReadonlySignal<Scenario | null | undefined> = computed(() => {
  const id = onId.value;
  if (id === null) return null;
  return scenarios.value === undefined
    ? undefined
    : (scenarios.value.find((each) => each.key === id) ?? null);
});

interface Self {
  readonly profile: Profile;
  readonly wishes: Wishes;
}

/** One half of what a person is to the engine: the what-if's while one is on, else the real one. */
export function halfOf<K extends keyof Self>(half: K, real: OneRow<Self[K]>): OneRow<Self[K]> {
  return {
    value: computed(() => {
      const on = scenarioOn.value;
      return on === null ? real.value.value : on?.[half];
    }),
    change: async (change: Change<Self[K]>): Promise<LaneOutcome<Self[K]>> => {
      const on = scenarioOn.peek();
      // While loading it is not known whether the what-if is still there, only that one was on.
      const id = on === undefined ? onId.peek() : (on?.key ?? null);
      if (id === null) return real.change(change);
      const outcome = await table.change(
        id,
        (current) =>
          current && { ...current, value: { ...current.value, [half]: change(current.value[half]) } },
      );
      if (outcome.kind !== 'written') return outcome;
      return outcome.value
        ? { kind: 'written', value: outcome.value.value[half] }
        : { kind: 'refused', reason: 'invalid' };
    },
  };
}

const newId = () => ScenarioId.parse(`w-${crypto.randomUUID()}`);

/** Begins a what-if as a copy of how things are now, and turns to it. @param name 1–60 characters. */
export async function beginScenario(name: string, self: Self): Promise<LaneOutcome<unknown>> {
  const made = Scenario.safeParse({ key: newId(), name: name.trim(), ...self });
  if (!made.success) return { kind: 'refused', reason: 'invalid' };
  const outcome = table.change(made.data.key, () => ({ value: made.data, deletedAt: null }));
  turnTo(made.data.key);
  return outcome;
}

export const turnOnScenario = (id: ScenarioId): void => turnTo(id);
/** The real profile and wishes again; the what-if is kept. */
export const leaveScenario = (): void => turnTo(null);

/** @returns undoes it whole: the what-if is back, and on if it was. */
export function throwScenarioAway(id: ScenarioId): () => void {
  const wasOn = onId.peek() === id;
  if (wasOn) turnTo(null);
  void table.change(id, letRowGo(Date.now()));
  return () => {
    void table.change(id, takeRowBack);
    if (wasOn) turnTo(id);
  };
}

/** Makes a what-if the real thing and puts it away. @returns undoes it whole. */
export async function adoptScenario({ key, profile, wishes }: Scenario): Promise<() => Promise<void>> {
  let before: Self = { profile: EMPTY_PROFILE, wishes: EMPTY_WISHES };
  await Promise.all([
    realProfile.change((current) => {
      before = { ...before, profile: current };
      return profile;
    }),
    realWishes.change((current) => {
      before = { ...before, wishes: current };
      return wishes;
    }),
  ]);
  const bringBack = throwScenarioAway(key);
  return async () => {
    await Promise.all([realProfile.change(() => before.profile), realWishes.change(() => before.wishes)]);
    bringBack();
  };
}
