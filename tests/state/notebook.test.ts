import 'fake-indexeddb/auto';
import { effect } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pid } from '#domain/ids.ts';
import { NOTEBOOK_SCHEMA } from '#storage/notebook-db.ts';
import { closeAll, freshState, reload, type State } from './fresh-state.ts';

const pid = Pid.parse('p00000000a');
let state: State;
const stops: (() => void)[] = [];
beforeEach(async () => {
  state = await freshState();
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await closeAll();
  vi.unstubAllGlobals();
});
/** Watches as a screen does. */
function watch({ profile, wishes, shortlist, pickMarks, writeState }: State) {
  stops.push(
    effect(() => void [profile.value, wishes.value, shortlist.value, pickMarks.value, writeState.value]),
  );
}
const settled = (state: State) => vi.waitFor(() => expect(state.profile.value).toBeDefined());

describe('loading the state', () => {
  it('opens nothing by itself', () => {
    expect(state.notebookState.value).toEqual({ kind: 'opening' });
    expect(state.openedNotebook.value).toBeNull();
  });

  it('works where there is no browser around it at all', async () => {
    vi.stubGlobal('navigator', undefined);
    vi.stubGlobal('indexedDB', undefined);
    const bare = await reload();
    expect(bare.notebookState.value).toEqual({ kind: 'opening' });
    expect(bare.profile.value).toBeUndefined();
  });
});

describe('the open notebook', () => {
  it('is opened once, however many ask', async () => {
    const [one, two] = await Promise.all([state.whenOpen(), state.whenOpen()]);
    expect(one).toBe(two);
    expect(state.notebookState.value).toEqual({ kind: 'kept' });
  });

  it('shows empty values first, and after a reload what was written', async () => {
    watch(state);
    await settled(state);
    expect(state.profile.value).toEqual({ specialties: [], ties: [], scores: {} });
    expect(state.shortlist.value).toEqual([]);
    await state.saveProfile({ graduationYear: 2026 });
    await state.keepProgram(pid, 'Boston Medical');
    const again = await reload();
    watch(again);
    await settled(again);
    expect(again.profile.value?.graduationYear).toBe(2026);
    await vi.waitFor(() => expect(again.shortlist.value?.map((entry) => entry.pid)).toEqual([pid]));
  });

  it('goes on in memory, follows writes there, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    watch(state);
    await settled(state);
    expect(state.notebookState.value).toEqual({ kind: 'memory', reason: 'refused' });
    expect(await state.saveProfile({ school: 'Tufts' })).toMatchObject({ kind: 'written' });
    expect(state.profile.value?.school).toBe('Tufts');
  });

  it('follows writes in memory where there is no IndexedDB at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { Dexie } = await import('dexie');
    const known = { ...Dexie.dependencies };
    Object.assign(Dexie.dependencies, { indexedDB: null, IDBKeyRange: null });
    try {
      watch(state);
      await settled(state);
      expect(state.notebookState.value.kind).toBe('memory');
      const db = await state.whenOpen();
      await db.profile.put({
        id: 'profile',
        schema: 1,
        changedAt: 1,
        specialties: [],
        ties: [],
        scores: {},
        school: 'x',
      });
      await vi.waitFor(() => expect(state.profile.value?.school).toBe('x'));
    } finally {
      Object.assign(Dexie.dependencies, known);
    }
  });

  it('is read-only when a newer version has written it; what was typed stays on screen', async () => {
    watch(state);
    await settled(state);
    await state.saveProfile({ school: 'Tufts' });
    const db = await state.whenOpen();
    await db.meta.put({ id: 'schema', schema: NOTEBOOK_SCHEMA + 1 });
    expect(await state.saveProfile({ graduationYear: 2026 })).toMatchObject({ kind: 'failing' });
    expect(state.notebookState.value).toEqual({ kind: 'read-only', reason: 'newer-notebook' });
    expect(state.profile.value).toMatchObject({ school: 'Tufts', graduationYear: 2026 });
    expect(state.writeState.value).toMatchObject({ kind: 'failing' });
    expect(await db.profile.get('profile')).not.toHaveProperty('graduationYear');
  });

  it('reports a row that does not parse, until another has taken its place', async () => {
    const db = await state.whenOpen();
    await db.profile.put({ id: 'profile', schema: 1, changedAt: 1, specialties: 7 });
    watch(state);
    await settled(state);
    expect(state.damagedRows.value).toMatchObject([{ table: 'profile', id: 'profile' }]);
    await state.saveProfile({ school: 'Tufts' });
    await vi.waitFor(() => expect(state.damagedRows.value).toEqual([]));
    expect(await db.meta.where('id').startsWith('set-aside/profile/').count()).toBe(1);
  });
});

describe('a write that fails', () => {
  async function fullDisk() {
    const db = await state.whenOpen();
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    db.profile.hook('creating', full);
    return () => db.profile.hook('creating').unsubscribe(full);
  }

  it('keeps what was typed on screen and says so; the next change takes it along', async () => {
    watch(state);
    await settled(state);
    const makeRoom = await fullDisk();
    const outcome = await state.saveProfile({ school: 'Tufts' });
    expect(outcome).toMatchObject({ kind: 'failing', sentence: expect.stringContaining('no room') });
    expect(state.profile.value?.school).toBe('Tufts');
    expect(state.writeState.value).toMatchObject({ kind: 'failing' });
    makeRoom();
    expect(await state.saveProfile({ graduationYear: 2026 })).toMatchObject({ kind: 'written' });
    expect(state.writeState.value).toEqual({ kind: 'idle' });
    const db = await state.whenOpen();
    expect(await db.profile.get('profile')).toMatchObject({ school: 'Tufts', graduationYear: 2026 });
  });

  it('is tried again when asked', async () => {
    watch(state);
    await settled(state);
    const makeRoom = await fullDisk();
    await state.saveProfile({ school: 'Tufts' });
    await state.tryWritingAgain();
    expect(state.writeState.value).toMatchObject({ kind: 'failing' });
    makeRoom();
    await state.tryWritingAgain();
    expect(state.writeState.value).toEqual({ kind: 'idle' });
    const db = await state.whenOpen();
    expect(await db.profile.get('profile')).toMatchObject({ school: 'Tufts' });
  });

  it('does not keep another record from being written', async () => {
    watch(state);
    await settled(state);
    await fullDisk();
    await state.saveProfile({ school: 'Tufts' });
    expect(await state.keepProgram(pid, 'Boston Medical')).toMatchObject({ kind: 'written' });
    expect(state.writeState.value).toMatchObject({ kind: 'failing' });
  });
});

describe('asking the browser to keep the notebook', () => {
  it('happens once, after the first real write', async () => {
    const persist = vi.fn(() => Promise.resolve(true));
    vi.stubGlobal('navigator', { storage: { persist } });
    await state.whenOpen();
    expect(persist).not.toHaveBeenCalled();
    await state.saveProfile({ school: 'Tufts' });
    await state.saveProfile({ school: 'Brown' });
    await vi.waitFor(() => expect(state.persistence.value).toBe('persisted'));
    expect(persist).toHaveBeenCalledOnce();
  });

  it('takes a no for what it is, and a missing answer, too', async () => {
    vi.stubGlobal('navigator', { storage: { persist: () => Promise.resolve(false) } });
    await state.askToPersist();
    expect(state.persistence.value).toBe('best-effort');
    const bare = await reload();
    vi.stubGlobal('navigator', {});
    await bare.askToPersist();
    expect(bare.persistence.value).toBe('unsupported');
  });

  it('can be looked up without asking', async () => {
    const persist = vi.fn();
    vi.stubGlobal('navigator', { storage: { persist, persisted: () => Promise.resolve(true) } });
    await state.checkPersistence();
    expect(state.persistence.value).toBe('persisted');
    expect(persist).not.toHaveBeenCalled();
  });

  it('is left alone in memory, where there is nothing to keep', async () => {
    const persist = vi.fn(() => Promise.resolve(true));
    vi.stubGlobal('navigator', { storage: { persist } });
    vi.stubGlobal('indexedDB', undefined);
    expect(await state.saveProfile({ school: 'Tufts' })).toMatchObject({ kind: 'written' });
    expect(persist).not.toHaveBeenCalled();
  });
});

describe('erasing everything', () => {
  it('shows an empty notebook afterwards, and can be written again', async () => {
    watch(state);
    await settled(state);
    await state.saveProfile({ school: 'Tufts' });
    await state.keepProgram(pid, 'Boston Medical');
    expect(await state.clearNotebook()).toEqual({ kind: 'erased' });
    await vi.waitFor(() => expect(state.profile.value).toEqual({ specialties: [], ties: [], scores: {} }));
    await vi.waitFor(() => expect(state.shortlist.value).toEqual([]));
    expect(await state.saveProfile({ graduationYear: 2026 })).toMatchObject({ kind: 'written' });
    expect(state.profile.value).toEqual({ specialties: [], ties: [], scores: {}, graduationYear: 2026 });
  });

  it('forgets what could not be written', async () => {
    watch(state);
    await settled(state);
    const db = await state.whenOpen();
    db.profile.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await state.saveProfile({ school: 'Tufts' });
    await state.clearNotebook();
    await vi.waitFor(() => expect(state.profile.value).toEqual({ specialties: [], ties: [], scores: {} }));
    expect(state.writeState.value).toEqual({ kind: 'idle' });
  });

  it('closes the notebook of another tab, which writes nothing any more', async () => {
    watch(state);
    await settled(state);
    await state.saveProfile({ school: 'Tufts' });
    const otherTab = await reload();
    await otherTab.whenOpen();
    expect(await otherTab.clearNotebook()).toEqual({ kind: 'erased' });
    expect(state.notebookState.value).toEqual({ kind: 'closed', reason: 'erased' });
    expect(await state.saveProfile({ school: 'Brown' })).toMatchObject({ kind: 'failing' });
    expect(state.profile.value?.school).toBe('Brown');
    expect(await (await otherTab.whenOpen()).profile.count()).toBe(0);
  });
});
