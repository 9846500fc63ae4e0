import 'fake-indexeddb/auto';
import { computed, effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SpecialtyId } from '#domain/ids.ts';
import { changeProfile } from '#storage/profile.ts';
import { closeAll, freshState, type State } from './fresh-state.ts';

let state: State;
beforeEach(async () => {
  state = await freshState();
});
afterEach(closeAll);

const graduate = async (year: number) =>
  changeProfile(await state.whenOpen(), [(profile) => ({ ...profile, graduationYear: year })], 1);
/** A live signal of the year stored, and how often storage was read for it. */
function yearSignal() {
  const reads = vi.fn();
  const live = state.live('year', async (db) => {
    reads();
    const row = await db.profile.get('profile');
    return row?.['graduationYear'] ?? null;
  });
  return { ...live, reads };
}

describe('a live signal', () => {
  it('opens and reads nothing while nobody watches', async () => {
    const { value, reads } = yearSignal();
    expect(value.value).toBeUndefined();
    expect(state.notebookState.value).toEqual({ kind: 'opening' });
    await graduate(2026);
    expect(value.value).toBeUndefined();
    expect(reads).not.toHaveBeenCalled();
  });

  it('follows writes while it is watched, and stops after the last watcher', async () => {
    const { value, reads } = yearSignal();
    const seen: unknown[] = [];
    const stopOne = effect(() => void seen.push(value.value));
    const stopTwo = effect(() => void value.value);
    await vi.waitFor(() => expect(seen).toEqual([undefined, null]));
    await graduate(2026);
    await vi.waitFor(() => expect(seen).toEqual([undefined, null, 2026]));
    stopTwo();
    await graduate(2027);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(2027));
    stopOne();
    const readsBefore = reads.mock.calls.length;
    await graduate(2028);
    // A second follower of the same row proves that the change has gone round.
    const other = yearSignal();
    const stopOther = effect(() => void other.value.value);
    await vi.waitFor(() => expect(other.value.value).toBe(2028));
    expect(reads.mock.calls.length).toBe(readsBefore);
    expect(value.peek()).toBe(2027);
    stopOther();
  });

  it('starts again for the next watcher, with the last value meanwhile', async () => {
    const { value } = yearSignal();
    const stop = effect(() => void value.value);
    await graduate(2026);
    await vi.waitFor(() => expect(value.value).toBe(2026));
    stop();
    await graduate(2027);
    const seen: unknown[] = [];
    const stopAgain = effect(() => void seen.push(value.value));
    await vi.waitFor(() => expect(seen).toEqual([2026, 2027]));
    stopAgain();
  });

  it('is followed through a computed signal as well', async () => {
    const { value } = yearSignal();
    const next = computed(() => (typeof value.value === 'number' ? value.value + 1 : null));
    const stop = effect(() => void next.value);
    await graduate(2026);
    await vi.waitFor(() => expect(next.value).toBe(2027));
    stop();
  });

  it('goes on after the browser has cut the connection', async () => {
    const { value } = yearSignal();
    const stop = effect(() => void value.value);
    await graduate(2026);
    await vi.waitFor(() => expect(value.value).toBe(2026));
    const db = await state.whenOpen();
    const { forceCloseDatabase } = await import('fake-indexeddb');
    Reflect.apply(forceCloseDatabase, undefined, [db.backendDB()]);
    await vi.waitFor(() => expect(state.openedNotebook.value).toBeNull());
    await vi.waitFor(() => expect(state.openedNotebook.value).not.toBeNull());
    expect(value.value).toBe(2026);
    await graduate(2027);
    await vi.waitFor(() => expect(value.value).toBe(2027));
    stop();
  });

  it('leaves on screen what the browser has removed from the device, and the notebook says so', async () => {
    const stop = effect(() => void state.profile.value);
    await state.saveProfile({ school: 'Tufts' });
    await vi.waitFor(() => expect(state.profile.value?.school).toBe('Tufts'));
    const db = await state.whenOpen();
    const { forceCloseDatabase, IDBFactory } = await import('fake-indexeddb');
    const elsewhere = new IDBFactory();
    globalThis.indexedDB.open = elsewhere.open.bind(elsewhere);
    Reflect.apply(forceCloseDatabase, undefined, [db.backendDB()]);
    await vi.waitFor(() => expect(state.notebookState.value).toEqual({ kind: 'emptied' }));
    expect(await state.saveProfile({ graduationYear: 2026 })).toMatchObject({
      kind: 'failing',
      sentence: expect.stringContaining('removed'),
    });
    expect(state.notebookState.value).toEqual({ kind: 'emptied' });
    expect(state.profile.value).toMatchObject({ school: 'Tufts', graduationYear: 2026 });
    stop();
  });

  it('tries a read that breaks three times, then says so, and mends with the next write', async () => {
    let isBroken = true;
    const connections = new Set<unknown>();
    const live = state.live('breaks', async (db) => {
      await db.profile.count();
      connections.add(db.backendDB());
      if (isBroken) throw new DOMException('disk', 'AbortError');
      return 'read';
    });
    const others = yearSignal();
    const stop = effect(() => void [live.value.value, others.value.value]);
    await vi.waitFor(() => expect(state.notebookState.value).toMatchObject({ kind: 'failing' }));
    expect(connections.size).toBe(2);
    expect(live.value.value).toBeUndefined();
    isBroken = false;
    await state.saveProfile({ graduationYear: 2026 });
    await vi.waitFor(() => expect(live.value.value).toBe('read'));
    expect(others.value.value).toBe(2026);
    expect(state.notebookState.value).toEqual({ kind: 'kept' });
    stop();
  });

  it('is tried anew, and nobody notices, when a read breaks once', async () => {
    let breaks = 1;
    const live = state.live('breaks', async (db) => {
      await db.profile.count();
      if (breaks-- > 0) throw new DOMException('closed', 'InvalidStateError');
      return 'read';
    });
    const states: string[] = [];
    const stop = effect(() => void [live.value.value, states.push(state.notebookState.value.kind)]);
    await vi.waitFor(() => expect(live.value.value).toBe('read'));
    expect(states).not.toContain('failing');
    stop();
  });

  it('is the profile of one page as another page writes it', async () => {
    const seen: unknown[] = [];
    const stop = effect(() => void seen.push(state.profile.value?.specialties));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([]));
    const surgery = SpecialtyId.parse('general-surgery');
    await changeProfile(await state.whenOpen(), [(profile) => ({ ...profile, specialties: [surgery] })], 1);
    await vi.waitFor(() => expect(seen.at(-1)).toEqual([surgery]));
    stop();
  });
});
