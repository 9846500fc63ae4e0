// Beginning, throwing away and adopting a what-if. Apart from scenarios.ts, because every screen must know which what-if
// is on, and only one of them does these.
import { EMPTY_PROFILE } from '#domain/profile.ts';
import { Scenario, ScenarioId } from '#domain/scenario.ts';
import { EMPTY_WISHES } from '#domain/wishes.ts';
import { letRowGo, takeRowBack } from '#storage/rows.ts';
import type { LaneOutcome } from './lane.ts';
import { realProfile, realWishes } from './real-self.ts';
import { onId, type Self, scenarioTable, turnTo } from './scenarios.ts';

const newId = () => ScenarioId.parse(`w-${crypto.randomUUID()}`);

/** Begins a what-if as a copy of how things are now, and turns to it. @param name 1–60 characters. */
export async function beginScenario(name: string, self: Self): Promise<LaneOutcome<unknown>> {
  const made = Scenario.safeParse({ key: newId(), name: name.trim(), ...self });
  if (!made.success) return { kind: 'refused', reason: 'invalid' };
  const outcome = scenarioTable.change(made.data.key, () => ({ value: made.data, deletedAt: null }));
  turnTo(made.data.key);
  return outcome;
}

/** @returns undoes it whole: the what-if is back, and on if it was. */
export function throwScenarioAway(id: ScenarioId): () => void {
  const wasOn = onId.peek() === id;
  if (wasOn) turnTo(null);
  void scenarioTable.change(id, letRowGo(Date.now()));
  return () => {
    void scenarioTable.change(id, takeRowBack);
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
