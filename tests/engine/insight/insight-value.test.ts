import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#domain/contact.ts';
import { Pid } from '#domain/ids.ts';
import { INSIGHT_DIMENSION_KEYS, type Insight, InsightId, InsightStrength } from '#domain/insight.ts';
import { type InsightValue, insightValues } from '#engine/insight/insight-value.ts';

const PID = Pid.parse('p000000001');

interface Said {
  readonly rating?: number | undefined;
  readonly strength: InsightStrength;
  readonly who?: string | undefined;
  readonly on?: string;
  readonly talk?: string;
}

const said = ({ rating, strength, who, on, talk }: Said, index: number): Insight => ({
  insightId: InsightId.parse(`i${index}`),
  pid: PID,
  subject: { kind: 'dimension', dimension: 'culture', ...(rating === undefined ? {} : { rating }) },
  text: '',
  ...(who === undefined ? {} : { contactId: ContactId.parse(who) }),
  ...(talk === undefined ? {} : { conversationId: talk }),
  on: on ?? '2026-10-01',
  strength,
});
const culture = (...all: Said[]): InsightValue => insightValues(all.map(said)).culture;
const known = (value: InsightValue) => {
  if (value.kind !== 'known') throw new Error(`unknown: ${value.reason}`);
  return value;
};
const certainty = (value: InsightValue) => (value.kind === 'known' ? value.certainty : 0);

describe('the value of a dimension', () => {
  it('is unknown for every dimension nobody has rated', () => {
    const values = insightValues([said({ strength: 'resident' }, 0)]);
    expect(Object.keys(values)).toEqual(INSIGHT_DIMENSION_KEYS);
    for (const value of Object.values(values))
      expect(value).toEqual({ kind: 'unknown', reason: 'nobody-rated', voices: 0, online: 0 });
  });

  it('is unknown when only strangers online have written', () => {
    const online = Array.from({ length: 40 }, () => ({ rating: 5, strength: 'online' }) as const);
    expect(culture(...online)).toEqual({ kind: 'unknown', reason: 'online-only', voices: 0, online: 40 });
  });

  it('does not move by a word online', () => {
    const alone = known(culture({ rating: 4, strength: 'resident' }));
    const withNoise = known(culture({ rating: 4, strength: 'resident' }, { rating: 1, strength: 'online' }));
    expect(withNoise).toEqual({ ...alone, online: 1 });
  });

  it('is unknown on two rumors, and known on three', () => {
    const rumor = { rating: 2, strength: 'hearsay' } as const;
    expect(culture(rumor, rumor)).toEqual({ kind: 'unknown', reason: 'too-few', voices: 2, online: 0 });
    expect(known(culture(rumor, rumor, rumor)).value).toBe(0.25);
  });

  it('is known on one faculty voice, with no disagreement to speak of', () => {
    const one = known(culture({ rating: 5, strength: 'faculty' }));
    expect(one.value).toBe(1);
    expect(one.certainty).toBeCloseTo(0.7 / 1.7, 12);
    expect(one).not.toHaveProperty('disagreement');
  });

  it('averages by strength', () => {
    // (1 · 5 + .8 · 3 + .3 · 1) / 2.1 = 3.667 → (3.667 − 1) / 4
    const value = known(
      culture(
        { rating: 5, strength: 'own-eyes' },
        { rating: 3, strength: 'resident' },
        { rating: 1, strength: 'hearsay' },
      ),
    );
    expect(value.value).toBeCloseTo((7.7 / 2.1 - 1) / 4, 12);
    expect(value).toMatchObject({ voices: 3, lowest: 1, highest: 5 });
  });

  it('says how far voices are apart: from none to half ones and half fives', () => {
    const resident = (rating: number): Said => ({ rating, strength: 'resident' });
    expect(known(culture(resident(4), resident(4))).disagreement).toBe(0);
    expect(known(culture(resident(1), resident(5))).disagreement).toBe(1);
    expect(known(culture(resident(2), resident(4))).disagreement).toBeCloseTo(0.5, 12);
    expect(known(culture(resident(1), resident(5))).certainty).toBeLessThan(
      known(culture(resident(3), resident(3))).certainty,
    );
  });

  it('hears a person once: the strongest word, then the latest', () => {
    const value = known(
      culture(
        { rating: 1, strength: 'resident', who: 'ann', on: '2026-09-01' },
        { rating: 5, strength: 'resident', who: 'ann', on: '2026-10-01' },
        { rating: 1, strength: 'hearsay', who: 'ann', on: '2026-11-01' },
      ),
    );
    expect(value).toMatchObject({ value: 1, voices: 1 });
  });

  it('hears what the user saw as one voice, and one nameless talk as one', () => {
    expect(
      known(culture({ rating: 4, strength: 'own-eyes' }, { rating: 4, strength: 'own-eyes', who: 'ann' }))
        .voices,
    ).toBe(1);
    expect(
      known(
        culture({ rating: 4, strength: 'alum', talk: 'fair' }, { rating: 4, strength: 'alum', talk: 'fair' }),
      ).voices,
    ).toBe(1);
  });
});

describe('laws of the value', () => {
  const voice = fc.record({
    rating: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    strength: fc.constantFrom(...InsightStrength.options),
    who: fc.option(fc.constantFrom('ann', 'ben', 'cy', 'dee'), { nil: undefined }),
    on: fc.constantFrom('2026-09-01', '2026-10-01', '2026-11-01'),
  });
  const voices = fc.array(voice, { maxLength: 12 });

  it('value, certainty and disagreement stay within their bounds', () => {
    fc.assert(
      fc.property(voices, (all) => {
        const value = culture(...all);
        if (value.kind === 'unknown') return;
        expect(value.value).toBeGreaterThanOrEqual((value.lowest - 1) / 4);
        expect(value.value).toBeLessThanOrEqual((value.highest - 1) / 4);
        expect(value.certainty).toBeGreaterThan(0);
        expect(value.certainty).toBeLessThan(1);
        expect(value.disagreement ?? 0).toBeGreaterThanOrEqual(0);
        expect(value.disagreement ?? 0).toBeLessThanOrEqual(1);
        expect(value.voices + value.online).toBeLessThanOrEqual(all.length);
      }),
    );
  });

  it('the order of the voices is nothing', () => {
    fc.assert(
      fc.property(
        voices.chain((all) =>
          fc.tuple(
            fc.constant(all.map(said)),
            fc.shuffledSubarray(all.map(said), { minLength: all.length, maxLength: all.length }),
          ),
        ),
        ([given, shuffled]) => {
          expect(insightValues(shuffled)).toEqual(insightValues(given));
        },
      ),
    );
  });

  it('one more voice within two points of the average never lowers certainty', () => {
    fc.assert(
      fc.property(
        voices,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom<InsightStrength>('resident', 'alum', 'faculty', 'hearsay'),
        (all, rating, strength) => {
          const before = culture(...all);
          fc.pre(before.kind === 'unknown' || Math.abs(before.value * 4 + 1 - rating) <= 2);
          const after = culture(...all, { rating, strength, who: 'one-more' });
          expect(certainty(after)).toBeGreaterThanOrEqual(certainty(before) - 1e-12);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('a strong voice that agrees raises certainty', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }), (rating, count) => {
        const alike: Said[] = Array.from({ length: count }, () => ({ rating, strength: 'resident' }));
        expect(certainty(culture(...alike, { rating, strength: 'alum' }))).toBeGreaterThan(
          certainty(culture(...alike)),
        );
      }),
    );
  });
});
