import { describe, expect, it } from 'vitest';
import { answerMatch } from '#engine/match/answer-match.ts';
import { parseMatchInstance } from '#engine/match/match-instance.ts';

const good = {
  schema: 'match-instance/1',
  id: 'small',
  programs: { H0: { quota: 1, list: ['A', 'X'] }, H1: { quota: 2, list: ['Y', 'A'] } },
  singles: { A: ['H1', 'H0'] },
  couples: [
    {
      id: 'C',
      members: ['X', 'Y'],
      list: [
        ['H0', 'H1'],
        ['H0', null],
      ],
    },
  ],
};

describe('a match instance', () => {
  it('is read as it stands', () => {
    expect(parseMatchInstance({ ...good, kind: 'any', answer: 'not read' })).toEqual({
      kind: 'instance',
      instance: {
        id: 'small',
        programs: [
          { id: 'H0', quota: 1, list: ['A', 'X'] },
          { id: 'H1', quota: 2, list: ['Y', 'A'] },
        ],
        singles: [{ id: 'A', list: ['H1', 'H0'] }],
        couples: good.couples,
      },
    });
  });

  it('may end a couple list with neither placed, which says nothing new', () => {
    const couples = [
      {
        ...good.couples[0],
        list: [
          ['H0', 'H1'],
          [null, null],
        ],
      },
    ];
    const parsed = parseMatchInstance({ ...good, couples });
    expect(parsed.kind === 'instance' && parsed.instance.couples[0]?.list).toEqual([['H0', 'H1']]);
  });

  it('is refused with a reason and one sentence where it is anything else', () => {
    const couple = (change: object) => ({ ...good, couples: [{ ...good.couples[0], ...change }] });
    const program = (change: object) => ({
      ...good,
      programs: { ...good.programs, H0: { quota: 1, list: ['A'], ...change } },
    });
    const cases: [unknown, string][] = [
      ['text', 'wrong-shape'],
      [[good], 'wrong-shape'],
      [{ ...good, schema: 'match-instance/2' }, 'wrong-schema'],
      [{ ...good, id: '' }, 'wrong-shape'],
      [{ ...good, programs: [] }, 'wrong-shape'],
      [{ ...good, singles: null }, 'wrong-shape'],
      [{ ...good, couples: undefined }, 'wrong-shape'],
      [{ ...good, singles: { A: 'H1' } }, 'wrong-shape'],
      [{ ...good, singles: { A: [1] } }, 'wrong-shape'],
      [{ ...good, singles: { A: ['H7'] } }, 'unknown-name'],
      [{ ...good, singles: { A: ['H1', 'H1'] } }, 'repeated-name'],
      [{ ...good, singles: { A: ['H1'], X: ['H0'] } }, 'repeated-name'],
      [program({ quota: -1 }), 'wrong-shape'],
      [program({ quota: 1.5 }), 'wrong-shape'],
      [program({ quota: '1' }), 'wrong-shape'],
      [program({ list: ['A', 'A'] }), 'repeated-name'],
      [program({ list: ['B'] }), 'unknown-name'],
      [program({ seats: 2 }), 'wrong-shape'],
      [couple({ members: ['X'] }), 'wrong-shape'],
      [couple({ members: ['X', 'X'] }), 'repeated-name'],
      [couple({ list: [['H0']] }), 'wrong-shape'],
      [couple({ list: [['H0', 'H9']] }), 'unknown-name'],
      [
        couple({
          list: [
            ['H0', 'H1'],
            ['H0', 'H1'],
          ],
        }),
        'repeated-name',
      ],
      [
        couple({
          list: [
            [null, null],
            ['H0', 'H1'],
          ],
        }),
        'wrong-shape',
      ],
      [{ ...good, couples: [...good.couples, { id: 'C', members: ['V', 'W'], list: [] }] }, 'repeated-name'],
    ];
    for (const [document, reason] of cases) {
      const answer = answerMatch(document);
      expect(answer).toMatchObject({ kind: 'refused', reason });
      expect('sentence' in answer && answer.sentence).toMatch(/^[A-Za-z].*\.$/);
    }
  });

  it('takes names that objects treat as special for names', () => {
    const document: unknown = JSON.parse(
      '{"schema":"match-instance/1","id":"odd","programs":{"constructor":{"quota":1,"list":["__proto__"]}},"singles":{"__proto__":["constructor"]},"couples":[]}',
    );
    const answer = answerMatch(document);
    expect('matching' in answer && Object.entries(answer.matching)).toEqual([['__proto__', 'constructor']]);
  });
});
