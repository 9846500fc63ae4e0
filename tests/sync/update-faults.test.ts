import { beforeEach, describe, expect, it } from 'vitest';
import { faultServer } from '../fixtures/fault-server.ts';
import { DAY_MS, isoAt, makeKey } from '../fixtures/tuf-repository.ts';
import { clock, COUNT, install, publisher, wholeInForce } from './installing.ts';
import { answerWith, bucket, soundChunks } from './published-catalog.ts';

describe('an attack or a fault leaves the catalog in force as it is', () => {
  beforeEach(async () => {
    publisher.publish(5, soundChunks());
    await install();
  });
  const untouched = async () => expect(await wholeInForce()).toEqual({ version: 5, chunks: soundChunks() });
  const changed = soundChunks('Renamed');
  const body = changed['p-00.json'] ?? '';

  it('when an older catalog is offered, though it is signed as the newest', async () => {
    publisher.publish(4, changed);
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'rollback' });
    expect(publisher.asked).not.toContain('p-00.json');
    await untouched();
  });

  it.each(['timestamp.json', '2.root.json'])('when a sign-in page answers for %s', async (name) => {
    publisher.publish(6, changed);
    publisher.answer(name, answerWith('<html>Sign in</html>', 'text/html'));
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'not-a-catalog' });
    await untouched();
  });

  it('when a stranger signs it', async () => {
    const { targets } = publisher.repository.roles;
    const { signers } = targets;
    targets.signers = [makeKey()];
    publisher.publish(6, changed);
    targets.signers = signers;
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'bad-signature' });
    await untouched();
  });

  it('when what is offered has expired: what is installed never does', async () => {
    const { timestamp } = publisher.repository.roles;
    const { expires } = timestamp;
    timestamp.expires = isoAt(clock.now() - DAY_MS);
    publisher.publish(6, changed);
    timestamp.expires = expires;
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'expired' });
    await untouched();
  });

  it('when a chunk of the index is no target', async () => {
    const index = publisher.publish(6, changed);
    publisher.repository.artifacts.delete('p-00.json');
    publisher.repository.publish('targets', 'snapshot', 'timestamp');
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'mixed' });
    expect(index.version).toBe(6);
    await untouched();
  });

  it('when there is no index among the targets', async () => {
    publisher.publish(6, changed);
    publisher.repository.artifacts.delete('index.json');
    publisher.repository.publish('targets', 'snapshot', 'timestamp');
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'mixed' });
    await untouched();
  });

  it('when it is for a later app, and that is told apart', async () => {
    publisher.publish(6, changed, { minAppSchema: 99 });
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'too-old-app' });
    await untouched();
  });

  it('when half of the programs are gone and nobody says it is meant', async () => {
    const { 'p-00.json': _, 'redirects.json': __, ...rest } = changed;
    publisher.publish(6, rest, { programs: 2 });
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'malformed' });
    await untouched();
    publisher.publish(7, rest, { programs: 2, countsFlag: true });
    expect(await install()).toMatchObject({ kind: 'installed', version: 7 });
  });

  it('when there is another number of programs than the index says', async () => {
    publisher.publish(6, changed, { programs: 3, countsFlag: true });
    const { 'p-02.json': _, ...rest } = changed;
    publisher.publish(6, rest, { programs: 3 });
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'malformed' });
    await untouched();
  });

  it('when the line is cut, a bit is turned or the end is missing, and the next try goes on', async () => {
    const server = await faultServer(Number(new URL(publisher.base).port));
    const base = `http://127.0.0.1:${server.port}/app/`;
    try {
      publisher.publish(6, changed);
      for (const [fault, reason] of [
        [{ kind: 'reset', afterBytes: 10 }, 'offline'],
        [{ kind: 'truncate', toBytes: 10 }, 'wrong-hash'],
        [{ kind: 'flip', byte: 10 }, 'wrong-hash'],
        [{ kind: 'endless' }, 'too-long'],
      ] as const) {
        server.spoil(/p-00\.json/, fault, { times: 1 });
        expect(await install({ base })).toMatchObject({ kind: 'refused', reason });
        await untouched();
      }
      expect(await install({ base })).toMatchObject({ kind: 'installed', version: 6 });
    } finally {
      await server.close();
    }
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
    // Signed by the publisher it is none the better.
    publisher.repository.addArtifact('index.json', ' '.repeat(256 * 1024 + 1));
    publisher.repository.publish('targets', 'snapshot', 'timestamp');
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
    publisher.repository.addArtifact('index.json', '{"format":"cairn-catalog/1"}');
    publisher.repository.publish('targets', 'snapshot', 'timestamp');
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
      onProgress: (step) => {
        if (step.kind === 'fetching' && step.done === COUNT - 1) abort.abort();
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
    expect(await install({ base: 'http://127.0.0.1:1/' })).toMatchObject({
      kind: 'refused',
      reason: 'offline',
    });
    await untouched();
  });
});
