// Brings the catalog up to date: what came with the app, what the publisher offers now, and what has rotted in between.
// Any refusal leaves in force what is in force, and is remembered so that a server in trouble is left alone.
import type { CatalogIndex } from '#domain/catalog.ts';
import type { Pointer } from '#storage/catalog-pointer.ts';
import type { CatalogStore } from './catalog-store.ts';
import { type Installation, installRelease } from './install.ts';
import { type Look, openLooks } from './looks.ts';
import type { SyncMode, SyncOutcome, SyncProgress } from './outcome.ts';
import { inParallel, publishedFiles, type PublishedFiles } from './published-files.ts';
import { type Fetched, type FetchPorts } from './trust/fetch-capped.ts';
import { LIMITS } from './trust/limits.ts';
import { type Fresh, refresh } from './trust/refresh.ts';
import { refused } from './trust/refused.ts';
import {
  type Bundled,
  bundledFiles,
  timestampVersionIn,
  type TrustedFiles,
  trustedFiles,
} from './trusted-files.ts';

export interface UpdatePorts extends FetchPorts {
  /** Null where the browser stores nothing: then a good catalog is `held`. */
  readonly store: CatalogStore | null;
  readonly bundled: Bundled;
  /** 0 to 1. */
  readonly random: () => number;
}

const TIMESTAMP = 'timestamp.json';

/**
 * @param base address of the app, ending in `/`; the catalog lies in its folder `data`.
 * @param signal stops it; what has arrived stays stored.
 */
export async function updateCatalog(
  mode: SyncMode,
  base: string,
  ports: UpdatePorts,
  onProgress: SyncProgress,
  signal: AbortSignal,
): Promise<SyncOutcome> {
  if (signal.aborted) return refused('cancelled', 'before it began');
  const pointer = await ports.store?.readPointer();
  // Storage that cannot even be read holds nothing: all happens in memory.
  const store = pointer?.kind === 'ok' ? ports.store : null;
  const update: Update = {
    ports: { ...ports, store },
    files: publishedFiles(base, ports, signal),
    pointer: pointer?.kind === 'ok' ? pointer.value : { kind: 'none' },
    onProgress,
    signal,
  };
  return mode === 'bundled' ? installBundled(update) : check(mode, update);
}

interface Update {
  readonly ports: UpdatePorts;
  readonly files: PublishedFiles;
  readonly pointer: Pointer;
  readonly onProgress: SyncProgress;
  readonly signal: AbortSignal;
}

const activeOf = (pointer: Pointer): CatalogIndex | null => (pointer.kind === 'set' ? pointer.active : null);

const install = (update: Update, trusted: Fresh, change: Partial<Installation> = {}): Promise<SyncOutcome> =>
  installRelease({
    files: update.files,
    store: update.ports.store,
    active: activeOf(update.pointer),
    trusted,
    now: update.ports.clock.now,
    onProgress: update.onProgress,
    signal: update.signal,
    ...change,
  });

type Health =
  /** Every chunk of the catalog in force is there and sound. */
  | { readonly kind: 'whole' }
  /** Now it is; what was done about it. */
  | { readonly kind: 'healed'; readonly outcome: SyncOutcome }
  /** There is none, or it lacks chunks. */
  | { readonly kind: 'damaged' };

/**
 * Brings back chunks of the catalog in force from the addresses their digests name: that needs no metadata and, for what
 * came with the app, no network.
 */
async function heal({ ports, files, pointer, signal }: Update): Promise<Health> {
  const active = activeOf(pointer);
  const { store } = ports;
  const found = active && (await store?.readChunks(active.chunks));
  if (!store || !active || found?.kind !== 'ok') return { kind: 'damaged' };
  const missing = active.chunks.filter(({ name }) => !found.value.has(name));
  if (missing.length === 0) return { kind: 'whole' };
  const broken = await inParallel(missing, signal, async (entry, itsSignal) => {
    const body = await files.target(entry, itsSignal);
    if (body.kind === 'refused') return body;
    const stored = await store.storeChunk(entry, body.bytes);
    return stored.kind === 'ok' ? null : refused('no-space', entry.name);
  });
  if (broken) return { kind: 'damaged' };
  const { version } = active;
  const bytes = missing.reduce((sum, { length }) => sum + length, 0);
  return {
    kind: 'healed',
    outcome: { kind: 'installed', version, from: version, fetched: missing.length, bytes },
  };
}

/** What was healed is better than it was, whatever else could not be had. */
const orHealed = (outcome: SyncOutcome, health: Health): SyncOutcome =>
  health.kind === 'healed' && (outcome.kind === 'refused' || outcome.kind === 'unchanged')
    ? health.outcome
    : outcome;

/** The release the app was built with. Its metadata may have expired long ago: it is a floor, no news. */
async function installBundled(update: Update): Promise<SyncOutcome> {
  const { ports, files, pointer } = update;
  const { store, bundled, clock } = ports;
  const active = activeOf(pointer);
  // At every start: looks whether the chunks are there, and leaves their bytes to the engine, which reads them anyway.
  const health = (await areThere(update, active)) ? ({ kind: 'whole' } as const) : await heal(update);
  const isWhole = health.kind !== 'damaged';
  const bytes = new TextEncoder().encode(bundled.timestamp);
  // The stored timestamp, if it is newer than the one of the app and of a key the app still trusts.
  const known = (await trustedFiles(store, bundled)).timestamp();
  // With it the release was installed or passed over before; or it is later, and something newer is on its way.
  const isPast =
    known?.targetsVersion !== undefined || timestampVersionIn(known?.bytes) > timestampVersionIn(bytes);
  if (isWhole && isPast) return orHealed({ kind: 'unchanged' }, health);

  const built = bundledFiles(bundled);
  const trusted = await refresh({
    fetch: (name, maxBytes) => {
      if (name === TIMESTAMP) return Promise.resolve<Fetched>({ kind: 'body', bytes });
      // The root of the build is the newest there was.
      if (name.endsWith('.root.json')) return Promise.resolve<Fetched>({ kind: 'missing' });
      return files.metadata(name, maxBytes);
    },
    now: clock.now,
    store: built,
    expiry: 'ignored',
  });
  if (trusted.kind === 'refused') return orHealed(trusted, health);

  const outcome = await install(update, trusted);
  if (outcome.kind === 'refused' && outcome.reason === 'rollback' && active) {
    // What is in force is newer. Only where it is beyond help the older one is better than nothing, for this page.
    const isUsable = isWhole || (await areThere(update, pointer.kind === 'set' ? pointer.previous : null));
    return isUsable
      ? orHealed({ kind: 'unchanged' }, health)
      : install(update, trusted, { store: null, active: null });
  }
  if (outcome.kind === 'installed' || outcome.kind === 'unchanged') await adopt(update, built, trusted);
  return orHealed(outcome, health);
}

async function areThere({ ports }: Update, index: CatalogIndex | null): Promise<boolean> {
  const found = index && (await ports.store?.areStored(index.chunks));
  return found?.kind === 'ok' && found.value;
}

/** What came with the app is trusted from now on, unless what is stored is newer. */
async function adopt({ ports }: Update, built: TrustedFiles, trusted: Fresh): Promise<void> {
  const { store, bundled, clock, random } = ports;
  if (!store) return;
  const files = await trustedFiles(store, bundled);
  const timestamp = files.timestamp();
  const bytes = built.timestamp()?.bytes;
  if (!timestamp || !bytes || timestampVersionIn(timestamp.bytes) !== trusted.versions.timestamp) return;
  for (const role of ['snapshot', 'targets'] as const) {
    const file = await built.read(role);
    if (file) await files.write(role, file);
  }
  if (timestamp.targetsVersion === undefined) {
    await store.noteTimestamp(bytes, {
      freshUntil: Date.parse(trusted.expires),
      targetsVersion: trusted.versions.targets,
    });
  }
  await (await openLooks(store, random)).adopted(clock.now());
}

/** What the publisher offers now. */
async function check(mode: 'check' | 'now', update: Update): Promise<SyncOutcome> {
  const { store, clock, random } = update.ports;
  const looks = await openLooks(store, random);
  if (mode === 'check' && !looks.isDue(clock.now())) return { kind: 'not-due', at: looks.nextAt() ?? 0 };
  update.onProgress({ kind: 'looking' });
  const health = await heal(update);
  const outcome = await look(mode, update, looks, health.kind !== 'damaged');
  return orHealed(await looks.remember(outcome, clock.now()), health);
}

async function look(
  mode: 'check' | 'now',
  update: Update,
  looks: Look,
  isWhole: boolean,
): Promise<SyncOutcome> {
  const { ports, files, pointer } = update;
  const { store, clock } = ports;
  const trust = await trustedFiles(store, ports.bundled);
  const known = trust.timestamp();
  const offered = await files.metadata(TIMESTAMP, LIMITS.timestampBytes, known?.etag);
  if (offered.kind === 'refused') return offered;
  if (offered.kind === 'missing') return refused('not-a-catalog', `${TIMESTAMP}: not there`);
  const bytes = offered.kind === 'body' ? offered.bytes : known?.bytes;
  if (!bytes) return refused('malformed', `${TIMESTAMP}: unchanged, and none is known`);
  const isSame = known !== null && isEqual(bytes, known.bytes);
  const etag = offered.kind === 'body' ? offered.etag : known?.etag;
  // Where nothing is stored, what came with the app is held by the page already.
  if (!store && isSame && mode === 'check') return { kind: 'unchanged' };

  // A clock that was set back does not make old news fresh.
  const now = Math.max(clock.now(), known?.verifiedAt ?? 0);
  const inForce = pointer.kind === 'set' ? pointer.targetsVersion : null;
  const isInForce = (targetsVersion: number | undefined) =>
    isWhole && inForce !== null && inForce === targetsVersion;
  const note = (freshUntil: number, targetsVersion: number) =>
    store?.noteTimestamp(bytes, {
      ...(etag === undefined ? {} : { etag }),
      verifiedAt: now,
      freshUntil,
      targetsVersion,
    });

  const { freshUntil = 0, targetsVersion } = known ?? {};
  if (isSame && freshUntil > now && !looks.isFullDue(clock.now()) && isInForce(targetsVersion)) {
    await note(freshUntil, targetsVersion ?? 0);
    return { kind: 'unchanged' };
  }

  const trusted = await refresh({
    fetch: (name, maxBytes) =>
      name === TIMESTAMP ? Promise.resolve<Fetched>({ kind: 'body', bytes }) : files.metadata(name, maxBytes),
    now: () => now,
    store: trust,
  });
  if (trusted.kind === 'refused') return trusted;
  looks.wentFull();
  const outcome: SyncOutcome = isInForce(trusted.versions.targets)
    ? { kind: 'unchanged' }
    : await install(update, trusted);
  if (outcome.kind === 'installed' || outcome.kind === 'unchanged') {
    await note(Date.parse(trusted.expires), trusted.versions.targets);
  }
  return outcome;
}

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);
