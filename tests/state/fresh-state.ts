// The state modules as a page has them just after it was loaded, over an IndexedDB of their own. `reload` loads the page
// again over the same one.
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';

async function load() {
  vi.resetModules();
  const [
    notebook,
    profile,
    wishes,
    shortlist,
    pickMarks,
    writing,
    persistence,
    live,
    corrections,
    ownPrograms,
  ] = await Promise.all([
    import('#state/notebook.ts'),
    import('#state/profile.ts'),
    import('#state/wishes.ts'),
    import('#state/shortlist.ts'),
    import('#state/pick-marks.ts'),
    import('#state/write-state.ts'),
    import('#state/persistence.ts'),
    import('#state/live.ts'),
    import('#state/corrections.ts'),
    import('#state/own-programs.ts'),
  ]);
  return {
    ...notebook,
    ...profile,
    ...wishes,
    ...shortlist,
    ...pickMarks,
    ...writing,
    ...persistence,
    ...live,
    ...corrections,
    ...ownPrograms,
  };
}
export type State = Awaited<ReturnType<typeof load>>;

const loaded: State[] = [];

export async function freshState(): Promise<State> {
  globalThis.indexedDB = new IDBFactory();
  return reload();
}

export async function reload(): Promise<State> {
  const state = await load();
  loaded.push(state);
  return state;
}

export async function closeAll(): Promise<void> {
  for (const state of loaded.splice(0)) state.openedNotebook.peek()?.db.close();
}
