import { describe, expect, it } from 'vitest';
import { mutate } from './mutations.ts';

// `tsx tests/bench/mutations.ts` tries a hundred thousand.
const COUNT = 3_000;

describe('metadata and chunks that were changed at random', () => {
  it(`are taken as they were signed or not at all, ${COUNT} times`, async () => {
    const tally = await mutate(COUNT, 20_260_901);
    expect(tally.taken).toEqual([]);
    expect(tally.thrown).toEqual([]);
    expect(tally.tried).toBe(COUNT);
    // It would prove little if nothing came through at all.
    expect(tally.refused).toBeGreaterThan(COUNT / 2);
    expect(tally.same).toBeGreaterThan(COUNT / 100);
  });
});
