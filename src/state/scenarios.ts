// What-ifs: copies of the profile and the wishes, to be changed without touching the real ones. While one is on, profile
// and wishes are its own, for reading and for writing; which one is on belongs to this device.
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Profile } from '#domain/profile.ts';
import { type Scenario, ScenarioId } from '#domain/scenario.ts';
import type { Wishes } from '#domain/wishes.ts';
import { changeScenario, readScenarios } from '#storage/scenarios.ts';
import { readSetting, writeSetting } from './device.ts';
import type { Change, LaneOutcome } from './lane.ts';
import type { OneRow } from './one-row.ts';
import { rowsById } from './rows-by-id.ts';

export const scenarioTable = rowsById<Scenario, ScenarioId>(
  'scenarios',
  ({ key }) => key,
  readScenarios,
  changeScenario,
);

/** Undefined while loading. */
export const scenarios: ReadonlySignal<readonly Scenario[] | undefined> = scenarioTable.rows;

const SETTING = 'what-if';
function storedId(): ScenarioId | null {
  const stored = ScenarioId.safeParse(readSetting(SETTING));
  return stored.success ? stored.data : null;
}
export const onId = signal<ScenarioId | null>(storedId());

/** Null: the real profile and wishes again; the what-if is kept. */
export function turnTo(id: ScenarioId | null): void {
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

export interface Self {
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
      const outcome = await scenarioTable.change(
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

export const turnOnScenario = (id: ScenarioId): void => turnTo(id);
/** The real profile and wishes again; the what-if is kept. */
export const leaveScenario = (): void => turnTo(null);
