import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchCapped } from '#sync/trust/fetch-capped.ts';
import { LIMITS } from '#sync/trust/limits.ts';
import {
  answerWith,
  type ManualClock,
  manualClock,
  type Publisher,
  startPublisher,
} from '../published-catalog.ts';

let publisher: Publisher;
let clock: ManualClock;
beforeAll(async () => {
  publisher = await startPublisher();
});
afterAll(() => publisher.close());
beforeEach(() => {
  clock = manualClock();
  publisher.publish(1, {});
});

const get = (maxBytes = 1_000, signal = new AbortController().signal) =>
  fetchCapped(`${publisher.base}data/x.json`, 'x.json', maxBytes, { fetch, clock }, signal);
const refusal = async (maxBytes?: number) => {
  const fetched = await get(maxBytes);
  return fetched.kind === 'refused' ? fetched.reason : fetched.kind;
};
/** An answer that is begun and never ended, and the server's hand on it. */
function begun(): { answer: (response: ServerResponse) => void; response: () => ServerResponse | undefined } {
  let open: ServerResponse | undefined;
  return {
    answer: (response) => {
      open = response;
      response.writeHead(200, { 'content-type': 'application/json' }).write('[');
    },
    response: () => open,
  };
}

describe('fetchCapped', () => {
  it('brings the bytes as they are', async () => {
    publisher.answer('x.json', answerWith('{"é":1}', 'application/json; charset=utf-8'));
    expect(await get()).toEqual({ kind: 'body', bytes: new TextEncoder().encode('{"é":1}') });
  });

  it('brings a body of exactly the cap, and refuses one byte more', async () => {
    publisher.answer('x.json', answerWith('1234567890'));
    expect((await get(10)).kind).toBe('body');
    expect(await refusal(9)).toBe('too-long');
  });

  it('stops an endless answer soon after the cap', async () => {
    let sent = 0;
    let stream: ServerResponse | undefined;
    publisher.answer('x.json', (response) => {
      stream = response;
      response.writeHead(200, { 'content-type': 'application/json' });
      const block = Buffer.alloc(16 * 1024, 32);
      const pour = () => {
        while (!response.destroyed && response.write(block)) sent += block.length;
      };
      response.on('drain', pour);
      pour();
    });
    expect(await refusal(64 * 1024)).toBe('too-long');
    await vi.waitFor(() => expect(stream?.destroyed).toBe(true));
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it.each([
    ['a sign-in page', answerWith('<html>Sign in</html>', 'text/html')],
    [
      'an answer without a type',
      ((response) => response.writeHead(200).end('{}')) as (r: ServerResponse) => void,
    ],
    ['a script', answerWith('{}', 'application/javascript')],
    ['a bad request', answerWith('{}', 'application/json', 400)],
  ])('takes %s for what it is: not a catalog', async (_what, answer) => {
    publisher.answer('x.json', answer);
    expect(await refusal()).toBe('not-a-catalog');
  });

  it.each([500, 503, 429])('treats status %i as a server that cannot answer now', async (status) => {
    publisher.answer('x.json', answerWith('{}', 'application/json', status));
    expect(await refusal()).toBe('offline');
  });

  it.each([404, 403, 410])('tells by status %i that there is no such file', async (status) => {
    publisher.answer('x.json', answerWith('{}', 'application/json', status));
    expect(await get()).toEqual({ kind: 'missing' });
  });

  it.each([
    ['120', 120_000],
    ['Thu, 01 Jan 1970 00:01:01 GMT', 60_000],
    ['Thu, 01 Jan 1970 00:00:00 GMT', undefined],
    ['soon', undefined],
    ['-5', undefined],
  ])('passes on how long the server asks to be left alone: %s', async (header, ms) => {
    publisher.answer('x.json', (response) => {
      response.writeHead(503, { 'retry-after': header }).end();
    });
    const fetched = await get();
    expect(fetched).toMatchObject({ kind: 'refused', reason: 'offline' });
    expect(fetched.kind === 'refused' && fetched.retryAfter).toBe(ms);
  });

  it('asks only for what has changed when it knows the validator', async () => {
    publisher.answer('x.json', (response) => {
      const isKnown = response.req.headers['if-none-match'] === '"one"';
      response.writeHead(isKnown ? 304 : 200, { 'content-type': 'application/json', etag: '"one"' });
      response.end(isKnown ? undefined : '{}');
    });
    const first = await get();
    expect(first).toMatchObject({ kind: 'body', etag: '"one"' });
    const { signal } = new AbortController();
    const again = await fetchCapped(`${publisher.base}data/x.json`, 'x.json', 10, { fetch, clock }, signal, {
      etag: '"one"',
    });
    expect(again).toEqual({ kind: 'same' });
  });

  it('takes any type only where it is told to', async () => {
    publisher.answer('x.json', (response) => response.writeHead(200).end('bytes'));
    const { signal } = new AbortController();
    const fetched = await fetchCapped(`${publisher.base}data/x.json`, 'x', 10, { fetch, clock }, signal, {
      type: 'any',
    });
    expect(fetched).toEqual({ kind: 'body', bytes: new TextEncoder().encode('bytes') });
  });

  it('follows no redirect, not even to a sound file', async () => {
    publisher.answer('y.json', answerWith('{}'));
    publisher.answer('x.json', (response) => {
      response.writeHead(302, { location: '/app/data/y.json' }).end();
    });
    expect(await refusal()).toBe('offline');
    expect(publisher.asked).toEqual(['x.json']);
  });

  it('calls a connection that breaks half way offline', async () => {
    publisher.answer('x.json', (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('[', () => response.destroy());
    });
    expect(await refusal()).toBe('offline');
  });

  it('calls no server at all offline', async () => {
    const fetched = await fetchCapped(
      'http://127.0.0.1:1/x.json',
      'x.json',
      10,
      { fetch, clock },
      new AbortController().signal,
    );
    expect(fetched).toMatchObject({ kind: 'refused', reason: 'offline' });
  });

  it('gives up on a server that takes the request and stays silent', async () => {
    publisher.answer('x.json', () => {});
    const fetched = get();
    await vi.waitFor(() => expect(publisher.asked).toEqual(['x.json']));
    clock.elapse(LIMITS.stallMs);
    expect(await fetched).toMatchObject({ kind: 'refused', reason: 'stalled' });
  });

  it('gives up on a server that falls silent half way', async () => {
    const { answer } = begun();
    publisher.answer('x.json', answer);
    const fetched = get();
    // One timer for the whole, one for the answer, one for each piece waited for.
    await vi.waitFor(() => expect(clock.timersSet()).toBe(4));
    clock.elapse(LIMITS.stallMs);
    expect(await fetched).toMatchObject({ kind: 'refused', reason: 'stalled', what: 'x.json: silent' });
  });

  it('gives up on a server that drips for ever, though it is never silent', async () => {
    const { answer, response } = begun();
    publisher.answer('x.json', answer);
    const fetched = get();
    await vi.waitFor(() => expect(clock.timersSet()).toBe(4));
    for (let elapsed = 0, timers = 4; elapsed < LIMITS.requestMs; elapsed += 9_000) {
      clock.elapse(9_000);
      if (elapsed + 9_000 >= LIMITS.requestMs) break;
      response()?.write('1');
      timers++;
      await vi.waitFor(() => expect(clock.timersSet()).toBe(timers));
    }
    expect(await fetched).toMatchObject({ kind: 'refused', reason: 'stalled', what: 'x.json: too slow' });
  });

  it('is cancelled before, and on the way', async () => {
    expect(await get(10, AbortSignal.abort())).toMatchObject({ kind: 'refused', reason: 'cancelled' });
    expect(publisher.asked).toEqual([]);
    publisher.answer('x.json', begun().answer);
    const abort = new AbortController();
    const fetched = get(10, abort.signal);
    await vi.waitFor(() => expect(publisher.asked).toEqual(['x.json']));
    abort.abort();
    expect(await fetched).toMatchObject({ kind: 'refused', reason: 'cancelled' });
  });

  it('says nothing about who asks', async () => {
    publisher.answer('x.json', answerWith('{}'));
    await get();
    expect(publisher.indiscreet).toEqual([]);
  });
});
