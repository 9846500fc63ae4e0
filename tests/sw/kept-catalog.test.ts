import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { mayBeKept } from '../../src/sw/kept-catalog.ts';

const CHUNK = '{"format":"cairn-programs/1"}';
const digest = createHash('sha256').update(CHUNK).digest('hex');
const answer = (body: string, type = 'application/json', status = 200) =>
  new Response(body, { status, headers: { 'content-type': type } });

describe('what the service worker keeps of the catalog', () => {
  const chunk = `/data/t/${digest}.p-00.json`;

  it('is a chunk that is what its name says, which can still be read afterwards', async () => {
    const response = answer(CHUNK, 'application/json; charset=utf-8');
    expect(await mayBeKept(chunk, response)).toBe(true);
    expect(await response.text()).toBe(CHUNK);
  });

  it.each([
    ['a sign-in page in its place', answer('<h1>Welcome</h1>', 'text/html')],
    ['other words of the right type', answer('{"format":"cairn-programs/2"}')],
    ['a part of it', answer(CHUNK.slice(0, -1))],
    ['a refusal', answer(CHUNK, 'application/json', 404)],
    ['a part by number', answer(CHUNK, 'application/json', 206)],
  ])('is never %s', async (_, response) => {
    expect(await mayBeKept(chunk, response)).toBe(false);
  });

  it('is metadata of the right type; its signatures are looked at where it is used', async () => {
    expect(await mayBeKept('/data/1.root.json', answer('{"signed":{}}'))).toBe(true);
    expect(await mayBeKept('/data/1.root.json', answer('<p>', 'text/html'))).toBe(false);
  });

  it('says nothing of the shell but that it was there', async () => {
    expect(await mayBeKept('/index.html', answer('<p>', 'text/html'))).toBe(true);
    expect(await mayBeKept('/index.html', answer('', 'text/html', 503))).toBe(false);
  });
});
