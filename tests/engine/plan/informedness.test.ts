import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_KEYS } from '#domain/field.ts';
import { CRITERION_KEYS } from '#domain/wishes.ts';
import { VOICES } from '#engine/plan/heard.ts';
import { type InformednessRequest, informednessOf } from '#engine/plan/informedness.ts';

const request = (changes: Partial<InformednessRequest> = {}): InformednessRequest => ({
  weights: {},
  knownCriteria: new Set(),
  blanks: [],
  insights: [],
  missingVoices: [],
  ...changes,
});

describe('how informed the user is about a program', () => {
  it('counts the criteria by their weight and says which are open', () => {
    const { criteria } = informednessOf(
      request({
        weights: { cost: 3, classSize: 1, visa: 4, home: 0 },
        knownCriteria: new Set(['cost', 'home']),
        insights: [{ subject: { kind: 'field', field: 'positions' } }],
      }),
    );
    expect(criteria).toEqual({
      share: 0.5,
      byFact: ['cost'],
      byInsight: ['classSize'],
      open: ['visa'],
    });
  });

  it('says nothing of criteria to a user who weighs none', () => {
    const { criteria, fields, share } = informednessOf(request({ missingVoices: VOICES }));
    expect(criteria.share).toBeNull();
    expect(fields.share).toBe(1);
    expect(share).toBe(0.5);
  });

  it('counts a blank somebody answered as filled, and keeps it apart from a fact', () => {
    const { fields } = informednessOf(
      request({
        blanks: ['salary', 'vacation', 'website'],
        insights: [{ subject: { kind: 'field', field: 'salary' } }],
      }),
    );
    expect(fields.byInsight).toEqual(['salary']);
    expect(fields.open).toEqual(['vacation']);
    expect(fields.byFact).not.toContain('website');
    expect(fields.byFact).not.toContain('visaJ1');
    expect(fields.share).toBeCloseTo(8 / 9, 12);
  });

  it('counts visas among the fields for a user who weighs them', () => {
    const { fields } = informednessOf(request({ weights: { visa: 2 }, blanks: ['visaJ1'] }));
    expect(fields.open).toEqual(['visaJ1']);
    expect(fields.byFact).toContain('visaH1b');
  });

  it('is untouched by an insight that is no answer to a field', () => {
    const asked = request({ weights: { cost: 3 }, blanks: ['salary'], missingVoices: ['alum'] });
    expect(informednessOf({ ...asked, insights: [{ subject: { kind: 'values' } }] })).toEqual(
      informednessOf(asked),
    );
  });

  it('stays between none and all, and grows with every fact, insight and voice', () => {
    const requests = fc.record({
      weights: fc.dictionary(fc.constantFrom(...CRITERION_KEYS), fc.integer({ min: 0, max: 5 })),
      knownCriteria: fc.subarray([...CRITERION_KEYS]).map((all) => new Set(all)),
      blanks: fc.subarray(FIELD_KEYS),
      insights: fc
        .subarray(FIELD_KEYS)
        .map((all) => all.map((field) => ({ subject: { kind: 'field' as const, field } }))),
      missingVoices: fc.subarray([...VOICES]),
    });
    fc.assert(
      fc.property(requests, (asked) => {
        const { share, criteria, fields } = informednessOf(asked);
        for (const part of [share, criteria.share ?? 0, fields.share ?? 0]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
        const less = [
          { ...asked, insights: asked.insights.slice(1) },
          { ...asked, blanks: FIELD_KEYS },
          { ...asked, knownCriteria: new Set<never>() },
          { ...asked, missingVoices: VOICES },
        ];
        for (const each of less) expect(informednessOf(each).share).toBeLessThanOrEqual(share + 1e-12);
      }),
      { numRuns: 120 },
    );
  });
});
