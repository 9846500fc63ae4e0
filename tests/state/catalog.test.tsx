// The catalog on the page over a scripted installer and the real engine: what is installed when, what is looked for when,
// and what each outcome means for what is on screen.
import { rewrite, script } from '../features/in-process.ts';
import { waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { catalogState, retryCatalog, startCatalog, updateCatalog, watchCatalog } from '#state/catalog.ts';
import { askedOutcome, cancelSync, syncStanding, syncWork } from '#state/catalog-sync.ts';
import type { SyncOutcome, SyncStep } from '#worker/sync-client.ts';
import { releaseOf } from '../fixtures/releases.ts';

const HOUR = 60 * 60 * 1000;
const shown = () => (catalogState.value.kind === 'ready' ? catalogState.value.overview.version : null);
const installs = (version: number): SyncOutcome => {
  script.active = releaseOf(version);
  return { kind: 'installed', version, from: version - 1, fetched: 1, bytes: 1000 };
};
const refuses = (reason: 'offline' | 'not-a-catalog' | 'bad-signature'): SyncOutcome => ({
  kind: 'refused',
  reason,
  what: 'timestamp.json',
});
const standing = (nextAt: number | null) => ({ verifiedAt: 1, freshUntil: 2, nextAt });

let stop = () => {};
beforeEach(() => rewrite());
afterEach(() => {
  stop();
  stop = () => {};
  vi.restoreAllMocks();
});

describe('at the start', () => {
  it('opens what is stored, installs what the app came with, and looks for news', async () => {
    await startCatalog();
    expect(shown()).toBe(1);
    expect(script.asked).toEqual(['bundled', 'check']);
  });

  it('looks for nothing before it is time', async () => {
    rewrite({ standing: standing(Date.now() + HOUR) });
    await startCatalog();
    expect(script.asked).toEqual(['bundled']);
  });

  it('does not ask where there is no network', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await startCatalog();
    expect(script.asked).toEqual(['bundled']);
  });

  it('puts a newer release on screen without losing the one before on the way', async () => {
    rewrite({ run: async (mode) => (mode === 'check' ? installs(2) : { kind: 'unchanged' }) });
    const kinds = new Set<string>();
    await startCatalog();
    const done = catalogState.subscribe(({ kind }) => void kinds.add(kind));
    await waitFor(() => expect(shown()).toBe(2));
    done();
    expect([...kinds]).toEqual(['ready']);
  });

  it.each(['offline', 'bad-signature'] as const)(
    'keeps yesterday’s catalog in use when %s',
    async (reason) => {
      rewrite({ run: async () => refuses(reason) });
      await startCatalog();
      expect(shown()).toBe(1);
    },
  );
});

describe('a damaged chunk', () => {
  const damaged = () => {
    const release = releaseOf(1);
    release.chunks.delete('p-00.json');
    return release;
  };
  const lost = () => (catalogState.value.kind === 'ready' ? catalogState.value.lost : null);

  it('is fetched anew at the next start, whether or not it is time to look, and unasked', async () => {
    rewrite({
      active: damaged(),
      standing: standing(Date.now() + HOUR),
      run: async (mode) => {
        if (mode === 'now') script.active = releaseOf(1);
        return { kind: 'unchanged' };
      },
    });
    await startCatalog();
    expect(script.asked).toEqual(['bundled', 'now']);
    await waitFor(() => expect(lost()).toBe(0));
    expect(askedOutcome.value).toBeNull();
  });

  it('that cannot be had leaves the rest in use, and is fetched on a press', async () => {
    rewrite({ active: damaged(), run: async () => refuses('offline') });
    await startCatalog();
    expect(lost()).toBe(1);
    script.active = damaged();
    script.run = async () => installs(1);
    script.asked.length = 0;
    await updateCatalog();
    expect([script.asked, lost()]).toEqual([['now'], 0]);
  });
});

describe('a first installation', () => {
  it('tells how far it is, and falls back on the newest where its own release is no longer published', async () => {
    const steps: SyncStep[] = [
      { kind: 'looking' },
      { kind: 'fetching', done: 3, of: 70, bytes: 3000, ofBytes: 70_000 },
    ];
    const seen: unknown[] = [];
    rewrite({
      run: async (mode, onProgress) => {
        if (mode === 'bundled') return refuses('not-a-catalog');
        for (const step of steps) onProgress?.(step);
        seen.push(catalogState.value, syncWork.value);
        return installs(3);
      },
    });
    await retryCatalog();
    expect(script.asked).toEqual(['bundled', 'now']);
    expect(seen).toEqual([
      { kind: 'fetching', done: 3, of: 70 },
      { kind: 'working', mode: 'now', step: steps[1] },
    ]);
    expect(shown()).toBe(3);
  });

  it('that fails says what to do, and not that anything was kept', async () => {
    rewrite({ run: async () => refuses('offline') });
    await retryCatalog();
    expect(catalogState.value).toMatchObject({
      kind: 'failed',
      sentence: expect.stringContaining('Connect to the internet once'),
    });
  });
});

describe('an update the user asks for', () => {
  beforeEach(async () => {
    rewrite({ standing: standing(Date.now() + HOUR) });
    await startCatalog();
    script.asked.length = 0;
  });

  it('does not wait for its time', async () => {
    await updateCatalog();
    expect(script.asked).toEqual(['now']);
    expect(askedOutcome.value).toEqual({ kind: 'unchanged' });
  });

  it('can be stopped, and leaves what is there', async () => {
    script.run = (_mode, _onProgress, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () =>
          resolve({ kind: 'refused', reason: 'cancelled', what: 'on the way' }),
        );
      });
    const update = updateCatalog();
    await waitFor(() => expect(syncWork.value.kind).toBe('working'));
    cancelSync();
    await update;
    expect(askedOutcome.value).toMatchObject({ reason: 'cancelled' });
    expect(shown()).toBe(1);
  });

  it('ends well even where the installer throws', async () => {
    script.run = () => Promise.reject(new Error('gone'));
    await updateCatalog();
    expect(askedOutcome.value).toMatchObject({ kind: 'refused', reason: 'failed' });
    expect(syncWork.value).toEqual({ kind: 'idle' });
  });

  it('runs after what is under way, never beside it', async () => {
    let running = 0;
    let most = 0;
    script.run = async () => {
      most = Math.max(most, ++running);
      await Promise.resolve();
      running--;
      return { kind: 'unchanged' };
    };
    await Promise.all([updateCatalog(), updateCatalog(), updateCatalog()]);
    expect([most, script.asked.length]).toEqual([1, 3]);
  });
});

describe('while the app is open', () => {
  beforeEach(async () => {
    rewrite({ standing: standing(Date.now() + HOUR) });
    await startCatalog();
    script.asked.length = 0;
    stop = watchCatalog();
  });
  const dueNow = () => {
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * HOUR);
  };

  it.each([
    ['the network is back', () => dispatchEvent(new Event('online'))],
    ['the app comes to the front', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('looks when %s and it is time, not before', async (_, happens) => {
    happens();
    expect(script.asked).toEqual([]);
    dueNow();
    happens();
    await waitFor(() => expect(script.asked).toEqual(['check']));
  });

  it('does not look behind another app', () => {
    dueNow();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(script.asked).toEqual([]);
  });

  it('opens what another tab has installed, asks nobody, and tells when it will look next', async () => {
    const other = new BroadcastChannel('cairn-catalog');
    script.active = releaseOf(2);
    const nextAt = Date.now() + 9 * HOUR;
    script.standing = standing(nextAt);
    // A channel has no other end to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    other.postMessage({ kind: 'installed', version: 2 });
    await waitFor(() => expect(shown()).toBe(2));
    await waitFor(() => expect(syncStanding.value?.nextAt).toBe(nextAt));
    expect(script.asked).toEqual([]);
    other.close();
  });

  it('tells the other tabs what it has installed', async () => {
    const other = new BroadcastChannel('cairn-catalog');
    const heard: unknown[] = [];
    other.addEventListener('message', ({ data }: MessageEvent<unknown>) => void heard.push(data));
    script.run = async () => installs(5);
    await updateCatalog();
    await waitFor(() => expect(heard).toEqual([{ kind: 'installed', version: 5 }]));
    other.close();
  });
});
