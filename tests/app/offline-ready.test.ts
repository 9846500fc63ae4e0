import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const catalog = vi.hoisted(() => ({ state: undefined as unknown as { value: unknown } }));
vi.mock('#state/catalog.ts', () => ({
  get catalogState() {
    return catalog.state;
  },
}));

beforeEach(() => {
  vi.resetModules();
  catalog.state = signal<unknown>({ kind: 'fetching', done: 1, of: 70 });
});

describe('ready to use offline', () => {
  it('is said once, when the shell and the catalog are both stored', async () => {
    const { shellIsStored, whenReadyOffline } = await import('#app/offline-ready.ts');
    const tell = vi.fn();
    whenReadyOffline(tell);
    shellIsStored();
    expect(tell).not.toHaveBeenCalled();
    catalog.state.value = { kind: 'ready', held: false };
    catalog.state.value = { kind: 'ready', held: false };
    expect(tell).toHaveBeenCalledTimes(1);
  });

  it('is never said of a catalog that is only in memory', async () => {
    const { shellIsStored, whenReadyOffline } = await import('#app/offline-ready.ts');
    const tell = vi.fn();
    whenReadyOffline(tell);
    catalog.state.value = { kind: 'ready', held: true };
    shellIsStored();
    expect(tell).not.toHaveBeenCalled();
  });
});
