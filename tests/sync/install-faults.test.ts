import { beforeEach, describe, expect, it } from 'vitest';
import { catalogStore } from '#sync/catalog-store.ts';
import { installCatalog } from '#sync/install.ts';
import { publisher, db, install, COUNT, wholeInForce } from './installing.ts';
import { answerWith, bucket, manualClock, soundChunks } from './published-catalog.ts';

describe('an attack or a fault leaves the catalog in force as it is', () => {
  beforeEach(async () => {
    publisher.publish(5, soundChunks());
    await install();
  });
  const untouched = async () => expect(await wholeInForce()).toEqual({ version: 5, chunks: soundChunks() });
  const changed = soundChunks('Renamed');
  const body = changed['p-00.json'] ?? '';

  it('when an older catalog is offered', async () => {
    publisher.publish(4, changed);
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'rollback' });
    expect(publisher.asked).toEqual(['index.json']);
    await untouched();
  });

  it('when a sign-in page answers for the index', async () => {
    publisher.publish(6, changed);
    publisher.answer('index.json', answerWith('<html>Sign in</html>', 'text/html'));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'not-a-catalog' });
    await untouched();
  });

  it('when a sign-in page answers for a chunk', async () => {
    publisher.publish(6, changed);
    publisher.answer('p-00.json', answerWith('<html>Sign in</html>', 'text/html'));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'not-a-catalog' });
    await untouched();
  });

  it.each([0, 1, Math.floor(body.length / 2), body.length - 1])(
    'when a chunk ends after %i bytes',
    async (length) => {
      publisher.publish(6, changed);
      publisher.answer('p-00.json', answerWith(body.slice(0, length)));
      expect(await install()).toMatchObject({ kind: 'refused', reason: 'wrong-hash' });
      await untouched();
    },
  );

  it('when a chunk is longer than declared', async () => {
    publisher.publish(6, changed);
    publisher.answer('p-00.json', answerWith(`${body} `));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'too-long' });
    await untouched();
  });

  it('when the index is longer than an index may be', async () => {
    publisher.publish(6, changed);
    publisher.answer('index.json', answerWith(`{"format":"${'x'.repeat(256 * 1024)}"}`));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'too-long' });
    await untouched();
  });

  it('when a chunk of the right length has other content', async () => {
    publisher.publish(6, changed);
    publisher.answer('p-00.json', answerWith(body.replace('Renamed', 'Forged!')));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'wrong-hash' });
    await untouched();
  });

  it('when a chunk is what the index names, and malformed', async () => {
    publisher.publish(6, { ...changed, 'p-00.json': '{"format":"cairn-programs/1"' });
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'malformed' });
    await untouched();
  });

  it('when a chunk is sound JSON of the wrong shape', async () => {
    publisher.publish(6, { ...changed, 'p-00.json': body.replace('"active"', '"great"') });
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'malformed' });
    await untouched();
  });

  it('when a program is in two chunks', async () => {
    publisher.publish(6, { ...changed, 'p-00.json': bucket('00', 'p000000002') });
    expect(await install()).toMatchObject({
      kind: 'refused',
      reason: 'malformed',
      what: 'p000000002: twice',
    });
    await untouched();
  });

  it('when the index is malformed', async () => {
    publisher.publish(6, changed);
    publisher.answer('index.json', answerWith('{"format":"cairn-catalog/1"}'));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'malformed' });
    await untouched();
  });

  it('when it is cancelled half way, and what has arrived is kept for the next time', async () => {
    const all = Object.fromEntries(
      Object.entries(soundChunks()).map(([name, text]) => [name, text.replace('Medical', 'Mercy')]),
    );
    publisher.publish(6, all);
    publisher.answer('p-02.json', () => {});
    const abort = new AbortController();
    const outcome = install({
      signal: abort.signal,
      onProgress: (done) => {
        if (done === COUNT - 1) abort.abort();
      },
    });
    expect(await outcome).toMatchObject({ kind: 'refused', reason: 'cancelled' });
    await untouched();
    publisher.publish(6, all);
    expect(await install()).toMatchObject({ kind: 'installed', version: 6, fetched: 1 });
  });

  it('when it is cancelled before it began', async () => {
    publisher.publish(6, changed);
    expect(await install({ signal: AbortSignal.abort() })).toMatchObject({ reason: 'cancelled' });
    expect(publisher.asked).toEqual([]);
    await untouched();
  });

  it('when there is no network', async () => {
    const outcome = await installCatalog(
      'http://127.0.0.1:1/',
      { fetch, clock: manualClock(), store: catalogStore(db) },
      () => {},
      new AbortController().signal,
    );
    expect(outcome).toMatchObject({ kind: 'refused', reason: 'offline' });
    await untouched();
  });
});
