import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Correction } from '#domain/correction.ts';
import { Pid, SpecialtyId } from '#domain/ids.ts';
import type { OwnProgram } from '#domain/own-program.ts';
import { localDay } from '#state/local-day.ts';
import { closeAll, freshState, reload, type State } from './fresh-state.ts';

const pid = Pid.parse('p00000000a');
const correction: Correction = {
  pid,
  field: 'beds',
  value: 300,
  note: 'told by the coordinator, 3 Nov',
  on: '2026-11-03',
  label: 'Harbor',
};

let state: State;
let stop = () => {};
function watch(): Promise<void> {
  stop();
  const { corrections, ownPrograms, ownValues } = state;
  stop = effect(() => void [corrections.value, ownPrograms.value, ownValues.value]);
  return vi.waitFor(() => expect([corrections.value, ownPrograms.value]).not.toContain(undefined));
}
beforeEach(async () => {
  state = await freshState();
  await watch();
});
afterEach(async () => {
  stop();
  await closeAll();
});

describe('a value of the user’s own', () => {
  it('is there at once, survives a reload, and is told to the engine without its note', async () => {
    const saved = state.correct(correction);
    expect(state.correctionOf(pid, 'beds')).toEqual(correction);
    await saved;
    state = await reload();
    await watch();
    expect(state.corrections.value).toEqual([correction]);
    expect(state.ownValues.value).toEqual([{ pid, field: 'beds', value: 300, year: 2026 }]);
  });

  it('is withdrawn and taken back whole', async () => {
    await state.correct(correction);
    await state.withdrawCorrection(pid, 'beds');
    expect(state.corrections.value).toEqual([]);
    await state.takeCorrectionBack(pid, 'beds');
    expect(state.corrections.value).toEqual([correction]);
  });

  it('is refused where its kind is not that of the field', async () => {
    expect(await state.correct({ ...correction, value: 'many' })).toEqual({
      kind: 'refused',
      reason: 'invalid',
    });
    expect(state.corrections.value).toEqual([]);
  });

  it('stands by itself for each field and program', async () => {
    await state.correct(correction);
    await state.correct({ ...correction, field: 'salary', value: 70_000 });
    await state.correct({ ...correction, pid: Pid.parse('p00000000b') });
    await state.withdrawCorrection(pid, 'beds');
    expect(state.corrections.value?.map(({ pid: id, field }) => `${id}/${field}`)).toEqual([
      'p00000000a/salary',
      'p00000000b/beds',
    ]);
  });
});

describe('a program the user added', () => {
  it('is kept, removed and taken back', async () => {
    const program: OwnProgram = {
      pid: state.freshPid(),
      name: 'Lakeside',
      specialty: SpecialtyId.parse('psychiatry'),
      city: '',
      state: 'MA',
      note: '',
      on: '2026-11-03',
    };
    expect(program.pid).toMatch(/^u[0-9a-z]{9}$/);
    await state.saveOwnProgram(program);
    expect(state.ownPrograms.value).toEqual([program]);
    await state.removeOwnProgram(program.pid);
    expect(state.ownPrograms.value).toEqual([]);
    await state.takeOwnProgramBack(program.pid);
    expect(state.ownPrograms.value).toEqual([program]);
    expect(await state.saveOwnProgram({ ...program, pid })).toMatchObject({ kind: 'refused' });
  });
});

describe('the local day', () => {
  it('is that of the clock on the wall', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
