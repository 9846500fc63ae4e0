import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerMatch } from '#engine/match/answer-match.ts';
import { testBlocks } from '#engine/match/block-test.ts';
import { parseMatchInstance } from '#engine/match/match-instance.ts';
import { everyMatching, type Named, sorted } from './brute-force.ts';

interface Known {
  readonly id: string;
  readonly couples: readonly unknown[];
  readonly answer: { readonly stableMatchings: readonly Named[]; readonly applicantOptimal: Named | null };
}

const folder = new URL('../../fixtures/markets/', import.meta.url);
const documents = readdirSync(folder).map((file) => {
  const known: Known = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  return known;
});

const withCouples = documents.filter(({ couples }) => couples.length > 0);

function instanceOf(document: unknown) {
  const parsed = parseMatchInstance(document);
  if (parsed.kind === 'refused') throw new Error(parsed.sentence);
  return parsed.instance;
}

describe('the known markets', () => {
  it('are all there, with couples and without', () => {
    expect(documents).toHaveLength(12);
    expect(withCouples).toHaveLength(6);
  });

  it.each(documents)('$id gets a stable matching, or the word that none exists', (document) => {
    const { stableMatchings, applicantOptimal } = document.answer;
    const answer = answerMatch(document);
    if (answer.kind === 'refused') throw new Error(answer.sentence);
    expect(answer).toMatchObject({ id: document.id, proven: true, stable: stableMatchings.length > 0 });
    if (answer.stable) {
      expect(answer.blocks).toBe(0);
      expect(stableMatchings.map(sorted)).toContainEqual(sorted(answer.matching));
    } else expect(answer.blocks).toBe(everyMatching(instanceOf(document)).fewestBlocks);
    if (applicantOptimal) expect(sorted(answer.matching)).toEqual(sorted(applicantOptimal));
  });

  it.each(documents)('$id has no block in any of its stable matchings', (document) => {
    const instance = instanceOf(document);
    for (const matching of document.answer.stableMatchings)
      expect(testBlocks(instance, matching)).toEqual({ kind: 'tested', blocks: [] });
  });

  it.each(withCouples)('$id has no stable matching but the known ones', (document) => {
    const keys = (matchings: readonly Named[]) => new Set(matchings.map((m) => JSON.stringify(sorted(m))));
    expect(keys(everyMatching(instanceOf(document)).stable)).toEqual(keys(document.answer.stableMatchings));
  });
});
