// What comes with the app: installed without asking for news, trusted from then on, and the last resort.
import { beforeEach, describe, expect, it } from 'vitest';
import { readPointer } from '#storage/catalog-pointer.ts';
import { readTrusted } from '#storage/catalog-trust.ts';
import { catalogStore } from '#sync/catalog-store.ts';
import type { Bundled } from '#sync/trusted-files.ts';
import { DAY_MS, type Role } from '../fixtures/tuf-repository.ts';
import { clock, COUNT, db, inForce, install, publisher, update, wholeInForce } from './installing.ts';
import { answerWith, bytesOf, entryOf, soundChunks } from './published-catalog.ts';

let built: Bundled;
beforeEach(() => {
  publisher.publish(5, soundChunks());
  built = publisher.builtNow();
});
const start = (bundled = built) => update('bundled', { bundled });
const trustedVersion = async (role: Role) => {
  const row = await readTrusted(db, role);
  return row ? JSON.parse(new TextDecoder().decode(row.bytes)).signed.version : null;
};

describe('the release of the app', () => {
  it('is installed at the first start, with no question for anything newer', async () => {
    expect(await start()).toMatchObject({ kind: 'installed', version: 5, from: null, fetched: COUNT });
    expect(publisher.asked.filter((name) => /timestamp|root/.test(name))).toEqual([]);
    expect(await wholeInForce()).toEqual({ version: 5, chunks: soundChunks() });
  });

  it('is installed long after it has expired', async () => {
    clock.elapse(1_000 * DAY_MS);
    expect(await start()).toMatchObject({ kind: 'installed', version: 5 });
  });

  it('asks for nothing at the next start', async () => {
    await start();
    publisher.asked.length = 0;
    expect(await start()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual([]);
  });

  it('leaves alone what has arrived of a newer one when the app is started in between', async () => {
    await start();
    const later = JSON.stringify({ format: 'cairn-later/2' });
    publisher.publish(6, { ...soundChunks('Renamed'), 'later.json': later });
    publisher.answer('p-00.json', answerWith('{}', 'application/json', 503));
    expect(await install({ bundled: built })).toMatchObject({ kind: 'refused', reason: 'offline' });
    await catalogStore(db).storeChunk(entryOf('later.json', later), bytesOf(later));
    const stored = await db.chunks.count();
    expect(await start()).toEqual({ kind: 'unchanged' });
    expect(await db.chunks.count()).toBe(stored);
  });

  it('leaves one question to the first check', async () => {
    await start();
    publisher.asked.length = 0;
    expect(await update('check', { bundled: built })).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['timestamp.json']);
  });

  it('is the floor from then on: nothing older is taken from the network', async () => {
    const older = publisher.repository.fileOf('timestamp');
    publisher.publish(6, soundChunks('Renamed'));
    await start(publisher.builtNow());
    publisher.answer('timestamp.json', answerWith(new TextDecoder().decode(older)));
    expect(await install({ bundled: built })).toMatchObject({ kind: 'refused', reason: 'rollback' });
    expect(await inForce()).toBe(6);
  });

  it('is the floor even where it was never installed', async () => {
    const older = publisher.repository.fileOf('timestamp');
    publisher.publish(6, soundChunks('Renamed'));
    publisher.answer('timestamp.json', answerWith(new TextDecoder().decode(older)));
    expect(await install({ bundled: publisher.builtNow() })).toMatchObject({ reason: 'rollback' });
    expect(await inForce()).toBeNull();
  });

  it('takes the place of an older one when the app is newer', async () => {
    await start();
    publisher.publish(6, soundChunks('Renamed'));
    expect(await start(publisher.builtNow())).toMatchObject({
      kind: 'installed',
      version: 6,
      from: 5,
      fetched: 1,
    });
    expect(await trustedVersion('targets')).toBe(publisher.repository.roles.targets.version);
  });

  it('leaves a newer one in force', async () => {
    await start();
    publisher.publish(6, soundChunks('Renamed'));
    await install();
    publisher.asked.length = 0;
    expect(await start()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual([]);
    expect(await inForce()).toBe(6);
  });

  it('is held where nothing is stored, and a check that finds nothing new fetches nothing', async () => {
    expect(await update('bundled', { bundled: built, store: null })).toMatchObject({ kind: 'held' });
    publisher.asked.length = 0;
    expect(await update('check', { bundled: built, store: null })).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['timestamp.json']);
    publisher.publish(6, soundChunks('Renamed'));
    expect(await update('check', { bundled: built, store: null })).toMatchObject({
      kind: 'held',
      index: { version: 6 },
    });
  });

  it('is refused where its own files are forged', async () => {
    publisher.answer(`${publisher.repository.roles.targets.version}.targets.json`, answerWith('{}'));
    expect(await start()).toMatchObject({ kind: 'refused', reason: 'malformed' });
  });

  it('counts as seen: there is nothing to tell about the first catalog', async () => {
    await start();
    expect(await readPointer(db)).toMatchObject({ seen: { version: 5 } });
    publisher.publish(6, soundChunks('Renamed'));
    await install();
    expect(await readPointer(db)).toMatchObject({ active: { version: 6 }, seen: { version: 5 } });
    await catalogStore(db).acknowledge();
    expect(await readPointer(db)).toMatchObject({ active: { version: 6 }, seen: { version: 6 } });
  });
});

describe('the root of the app', () => {
  it('is trusted above an older one that is stored, and with it a new timestamp key', async () => {
    await start();
    const { repository } = publisher;
    const { timestamp } = repository.roles;
    const { keys, signers, version } = timestamp;
    // A stolen key has signed a number no honest timestamp will reach.
    timestamp.version = 99_999;
    repository.resign('timestamp');
    await install();
    expect(await trustedVersion('timestamp')).toBe(99_999);
    repository.rotate('timestamp');
    timestamp.version = version;
    repository.publish('root');
    publisher.publish(6, soundChunks('Renamed'));
    expect(await start(publisher.builtNow())).toMatchObject({ kind: 'installed', version: 6 });
    expect(await trustedVersion('timestamp')).toBe(version + 1);
    expect(keys).not.toEqual(timestamp.keys);
    expect(signers).not.toEqual(timestamp.signers);
  });

  it('yields to a newer one that was found by the chain', async () => {
    await start();
    publisher.repository.publish('root');
    publisher.publish(6, soundChunks('Renamed'));
    await install({ bundled: built });
    const { version } = publisher.repository.roles.root;
    expect(await trustedVersion('root')).toBe(version);
    await install({ bundled: built });
    expect(await trustedVersion('root')).toBe(version);
  });
});

describe('a catalog that was damaged', () => {
  const lose = async (...names: string[]) => {
    const pointer = await readPointer(db);
    const chunks = pointer.kind === 'set' ? pointer.active.chunks : [];
    for (const { sha256 } of chunks.filter(({ name }) => names.includes(name)))
      await db.chunks.delete(sha256);
  };
  beforeEach(async () => {
    await start();
    publisher.asked.length = 0;
  });

  it('is healed at the next start, from the addresses its digests name', async () => {
    await lose('p-00.json', 'p-01.json');
    expect(await start()).toMatchObject({ kind: 'installed', version: 5, from: 5, fetched: 2 });
    expect(publisher.asked.toSorted()).toEqual(['p-00.json', 'p-01.json']);
    expect(await wholeInForce()).toEqual({ version: 5, chunks: soundChunks() });
  });

  it('is healed though there is no answer for anything but its chunks', async () => {
    await lose('p-00.json');
    publisher.answer('timestamp.json', answerWith('<html>', 'text/html'));
    expect(await install()).toMatchObject({ kind: 'installed', version: 5, from: 5, fetched: 1 });
  });

  it('is healed from a byte that has turned, too, when the user asks', async () => {
    const pointer = await readPointer(db);
    const [chunk] = pointer.kind === 'set' ? pointer.active.chunks : [];
    await db.chunks.update(chunk?.sha256 ?? '', { bytes: bytesOf('rot') });
    expect(await install()).toMatchObject({ kind: 'installed', fetched: 1 });
    expect(await wholeInForce()).toEqual({ version: 5, chunks: soundChunks() });
  });

  it('is not healed by a forged chunk', async () => {
    await lose('p-00.json');
    publisher.answer('p-00.json', answerWith('{}'));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'wrong-hash' });
    expect(await db.chunks.count()).toBe(COUNT - 1);
  });

  it('gives way to the release of the app for this page, where it is beyond help', async () => {
    const { artifacts } = publisher.repository;
    const files = new Map(publisher.repository.files);
    const ofApp = new Map(artifacts);
    publisher.publish(6, soundChunks('Renamed'));
    await install();
    await lose('p-00.json', 'p-01.json');
    // The network is gone; the service worker still has what came with the app.
    for (const [name, file] of files) publisher.repository.files.set(name, file);
    for (const [name, bytes] of ofApp) artifacts.set(name, bytes);
    publisher.answer('p-01.json', answerWith('no', 'text/plain', 500));
    expect(await start()).toMatchObject({ kind: 'refused' });
    publisher.answer('p-01.json', answerWith(soundChunks()['p-01.json'] ?? ''));
    expect(await start()).toMatchObject({ kind: 'held', index: { version: 5 } });
    expect(await inForce()).toBe(6);
  });
});
