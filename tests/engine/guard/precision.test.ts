import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CommunicationRules } from '#domain/communication-rule.ts';
import { checkDraft, guardOf } from '#engine/guard/check-draft.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const rules = CommunicationRules.parse(read('../../../src/press/sources/communication-rules.json'));
const made = guardOf(rules);
if (made.kind === 'refused') throw new Error(made.name);
const { guard } = made;

const { pass, ...flagged } = read('./sentences.json') as { pass: Record<string, string[]> } & Record<
  string,
  string[]
>;
const findings = (draft: string) => {
  const checked = checkDraft(draft, guard);
  return checked.kind === 'clear' ? [] : checked.findings.map(({ rule }) => rule.id);
};

interface Example {
  readonly sentence: string;
  /** The rule that should find it; null where it should pass. */
  readonly wanted: string | null;
}
const examples: Example[] = [
  ...Object.entries(flagged).flatMap(([wanted, sentences]) =>
    sentences.map((sentence) => ({ sentence, wanted })),
  ),
  ...Object.values(pass).flatMap((sentences) => sentences.map((sentence) => ({ sentence, wanted: null }))),
];
function measure(list: readonly Example[]) {
  let hits = 0;
  let wrong = 0;
  let missed = 0;
  for (const { sentence, wanted } of list) {
    const found = findings(sentence).length > 0;
    if (found && wanted !== null) hits++;
    if (found && wanted === null) wrong++;
    if (!found && wanted !== null) missed++;
  }
  return { precision: hits / (hits + wrong), recall: hits / (hits + missed), n: list.length };
}

describe('the message guard', () => {
  it('has at least 200 example sentences, about half of which should pass', () => {
    expect(examples.length).toBeGreaterThanOrEqual(200);
    const share = examples.filter(({ wanted }) => wanted === null).length / examples.length;
    expect(share).toBeGreaterThan(0.4);
    expect(share).toBeLessThan(0.6);
  });

  it('finds what it should and lets pass what it should', () => {
    const { precision, recall, n } = measure(examples);
    console.log(`guard, ${n} sentences: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('judges the sentences of the season’s classic mistake as they deserve', () => {
    expect(findings('If you rank me to match I will rank you first.')).toContain('offers-a-deal');
    expect(findings('Where am I on your list?')).toContain('asks-own-rank');
    expect(findings('Thank you, I remain very interested.')).toEqual([]);
    expect(findings('')).toEqual([]);
  });

  it('quotes each rule with a source, a link and a date, in few words', () => {
    for (const { facts } of rules.rules)
      for (const { text, link, readOn } of facts) {
        expect(text.split(/\s+/).length).toBeLessThanOrEqual(25);
        expect(link).toMatch(/^https:/);
        expect(readOn).toMatch(/^\d{4}-/);
      }
  });

  it('points at the sentence it speaks of', () => {
    const draft = 'Thank you for today. Where am I on your list? I enjoyed the clinic.';
    const checked = checkDraft(draft, guard);
    expect(checked.kind === 'findings' && checked.findings[0]?.sentence.trim()).toBe(
      'Where am I on your list?',
    );
  });

  it('refuses rules that name a word list that is not there', () => {
    const broken = { ...rules, requests: ['<nowhere> please'] };
    expect(guardOf(broken)).toMatchObject({ kind: 'refused' });
  });
});
