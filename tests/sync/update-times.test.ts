// When an update asks at all, what it remembers, and how long what it was told counts as fresh.
import { beforeEach, describe, expect, it } from 'vitest';
import { readLooks, readTrusted } from '#storage/catalog-trust.ts';
import { SCHEDULE } from '#sync/schedule.ts';
import { DAY_MS } from '../fixtures/tuf-repository.ts';
import { clock, db, install, publisher, update, wholeInForce } from './installing.ts';
import { answerWith, manualClock, soundChunks } from './published-catalog.ts';

const check = () => update('check');
beforeEach(() => {
  publisher.publish(1, soundChunks());
});

describe('a check', () => {
  it('asks at once the first time, then not before it is due', async () => {
    expect(await check()).toMatchObject({ kind: 'installed' });
    publisher.asked.length = 0;
    const at = clock.now() + SCHEDULE.restMs;
    expect(await check()).toEqual({ kind: 'not-due', at });
    expect(publisher.asked).toEqual([]);
    clock.elapse(SCHEDULE.restMs);
    expect(await check()).toEqual({ kind: 'unchanged' });
    expect(publisher.asked).toEqual(['timestamp.json']);
  });

  it('has an hour of its own on each device', async () => {
    await update('check', { random: () => 0.5 });
    expect(await check()).toEqual({
      kind: 'not-due',
      at: clock.now() + SCHEDULE.restMs + SCHEDULE.jitterMs / 2,
    });
  });

  it('is not waited for when the user asks', async () => {
    await check();
    publisher.publish(2, soundChunks('Renamed'));
    expect(await check()).toMatchObject({ kind: 'not-due' });
    expect(await install()).toMatchObject({ kind: 'installed', version: 2, from: 1 });
  });

  it('leaves a server in trouble alone, longer each time', async () => {
    publisher.answer('timestamp.json', answerWith('{}', 'application/json', 503));
    expect(await check()).toMatchObject({ kind: 'refused', reason: 'offline' });
    expect(await check()).toEqual({ kind: 'not-due', at: clock.now() + 120_000 });
    clock.elapse(120_000);
    expect(await check()).toMatchObject({ kind: 'refused', reason: 'offline' });
    expect(await check()).toEqual({ kind: 'not-due', at: clock.now() + 240_000 });
  });

  it('leaves it alone as long as it asks to be', async () => {
    publisher.answer('timestamp.json', (response) =>
      response.writeHead(429, { 'retry-after': '3600' }).end(),
    );
    await check();
    expect(await check()).toEqual({ kind: 'not-due', at: clock.now() + 3_600_000 });
  });

  it('remembers no failure where the user stopped it', async () => {
    const abort = new AbortController();
    publisher.answer('timestamp.json', () => abort.abort());
    expect(await update('check', { signal: abort.signal })).toMatchObject({ reason: 'cancelled' });
    expect(await readLooks(db)).toBeNull();
  });

  it('takes a catalog for a later app for an answer', async () => {
    publisher.publish(2, soundChunks('Renamed'), { minAppSchema: 99 });
    expect(await check()).toMatchObject({ kind: 'refused', reason: 'too-old-app' });
    expect(await check()).toEqual({ kind: 'not-due', at: clock.now() + SCHEDULE.restMs });
  });

  it('asks again the same day when the clock was ahead meanwhile', async () => {
    await check();
    const now = clock.now();
    clock.elapse(20 * DAY_MS);
    await check();
    clock.elapse(now - clock.now());
    expect(await check()).toMatchObject({ kind: 'unchanged' });
  });

  it('begins anew when what it remembers cannot be read', async () => {
    await check();
    await db.trust.put({ role: 'looks', looks: { jitter: 'none' } });
    expect(await check()).toEqual({ kind: 'unchanged' });
  });
});

describe('how fresh the catalog is', () => {
  const notes = async () => {
    const { verifiedAt, freshUntil } = (await readTrusted(db, 'timestamp')) ?? {};
    return { verifiedAt, freshUntil };
  };

  it('is noted with every answer that holds, and not with one that does not', async () => {
    const freshUntil = Date.parse(publisher.repository.roles.timestamp.expires);
    await install();
    expect(await notes()).toEqual({ verifiedAt: clock.now(), freshUntil });
    clock.elapse(DAY_MS);
    await install();
    const verified = { verifiedAt: clock.now(), freshUntil };
    expect(await notes()).toEqual(verified);
    clock.elapse(DAY_MS);
    publisher.answer('timestamp.json', answerWith('<html>', 'text/html'));
    await install();
    expect(await notes()).toEqual(verified);
  });

  it('is over when the publisher falls silent, and the catalog stays in force', async () => {
    await install();
    const before = await notes();
    clock.elapse(31 * DAY_MS);
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'expired' });
    expect(await notes()).toEqual(before);
    expect(await wholeInForce()).toMatchObject({ version: 1 });
  });

  it('is not stretched by setting the clock back', async () => {
    clock.elapse(29 * DAY_MS);
    await install();
    const { expires } = publisher.repository.roles.snapshot;
    // Fresh for one who lives long ago, and expired where the clock has already been.
    publisher.repository.roles.snapshot.expires = '1970-01-20T00:00:00Z';
    publisher.publish(2, soundChunks('Renamed'));
    publisher.repository.roles.snapshot.expires = expires;
    clock.elapse(manualClock().now() - clock.now());
    expect(await install()).toMatchObject({ kind: 'refused', reason: 'expired' });
  });
});
