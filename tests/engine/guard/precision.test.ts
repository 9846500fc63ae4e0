// How well the guard tells drafts apart, measured on example sentences of three kinds: those it was tuned on, a half of
// the first set that was put aside by a hash before tuning, and a set written after the last change to the rules.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CommunicationRules } from '#domain/communication-rule.ts';
import { checkDraft, guardOf } from '#engine/guard/check-draft.ts';

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const made = guardOf(CommunicationRules.parse(read('../../../src/press/sources/communication-rules.json')));
if (made.kind === 'refused') throw new Error(made.name);
const { guard } = made;

interface Example {
  readonly sentence: string;
  /** The rule that should find it, if the set says so; null where it should pass. */
  readonly wanted: string | null;
}

function firstSet(): Example[] {
  const { pass, ...flagged } = read('./sentences.json') as { pass: Record<string, string[]> } & Record<
    string,
    string[]
  >;
  return [
    ...Object.entries(flagged).flatMap(([wanted, list]) => list.map((sentence) => ({ sentence, wanted }))),
    ...Object.values(pass).flatMap((list) => list.map((sentence) => ({ sentence, wanted: null }))),
  ];
}

function plainSet(path: string): Example[] {
  const { flagged, pass } = read(path) as { flagged: string[]; pass: string[] };
  return [
    ...flagged.map((sentence) => ({ sentence, wanted: 'any' })),
    ...pass.map((sentence) => ({ sentence, wanted: null })),
  ];
}

/** FNV-1a, 32 bits: its last bit deals the first set into two halves. */
function hash(text: string): number {
  let hashed = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hashed = Math.imul(hashed ^ byte, 0x01000193) >>> 0;
  return hashed;
}

const FIRST = firstSet();
const TUNED = FIRST.filter(({ sentence }) => hash(sentence) % 2 === 0);
const ASIDE = FIRST.filter(({ sentence }) => hash(sentence) % 2 === 1);
const FURTHER = plainSet('./further-sentences.json');
const UNSEEN = plainSet('./unseen-sentences.json');

const rulesFor = (draft: string) => {
  const checked = checkDraft(draft, guard);
  return checked.kind === 'clear' ? [] : checked.findings.map(({ rule }) => rule);
};

function measure(name: string, examples: readonly Example[]) {
  let [hits, wrong, missed] = [0, 0, 0];
  for (const { sentence, wanted } of examples) {
    const isFound = rulesFor(sentence).length > 0;
    if (isFound && wanted !== null) hits++;
    if (isFound && wanted === null) wrong++;
    if (!isFound && wanted !== null) missed++;
  }
  const [precision, recall] = [hits / (hits + wrong), hits / (hits + missed)];
  console.log(
    `guard, ${name}: ${examples.length} sentences, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  return { precision, recall };
}

describe('the example sentences', () => {
  it('are many, none twice, and about half of them should pass', () => {
    const all = [...FIRST, ...FURTHER, ...UNSEEN];
    expect(FIRST.length).toBeGreaterThanOrEqual(300);
    expect(new Set(all.map(({ sentence }) => sentence)).size).toBe(all.length);
    for (const set of [TUNED, ASIDE, FURTHER, UNSEEN]) {
      const share = set.filter(({ wanted }) => wanted === null).length / set.length;
      expect(share).toBeGreaterThan(0.4);
      expect(share).toBeLessThan(0.6);
    }
  });
});

describe('the guard tells drafts apart', () => {
  it.each([
    ['the half it was tuned on', TUNED],
    ['the half put aside', ASIDE],
    ['further sentences it was tuned on', FURTHER],
    ['sentences written after the last change', UNSEEN],
  ] as const)('on %s: precision and recall of .95 or more', (name, examples) => {
    const { precision, recall } = measure(name, examples);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });

  it('by the right rule nearly always, and calls first place a note, never a flag', () => {
    const flagged = FIRST.filter(({ wanted }) => wanted !== null);
    const right = flagged.filter(({ sentence, wanted }) =>
      rulesFor(sentence).some(({ id }) => id === wanted),
    );
    expect(right.length / flagged.length).toBeGreaterThanOrEqual(0.9);
    const promises = FIRST.filter(({ wanted }) => wanted === 'own-promise');
    for (const { sentence } of promises) {
      expect(rulesFor(sentence).map(({ severity }) => severity)).toEqual(['note']);
    }
  });
});
