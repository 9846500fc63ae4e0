// The rows of a list of thousands, fetched in blocks as they come into view and kept while the list lives.
import { useReducer, useRef } from 'preact/hooks';
import type { ListAnswer, ProgramRow } from '#domain/query.ts';
import { rowsOf } from '#state/answers.ts';

const BLOCK = 40;

interface Fetched {
  readonly list: number;
  readonly rows: Map<number, ProgramRow>;
  readonly asked: Set<number>;
}

/** A look-up by place in the list; undefined while a row is on its way. */
export function useListRows(answer: ListAnswer | undefined): (index: number) => ProgramRow | undefined {
  const [, render] = useReducer((turn: number) => turn + 1, 0);
  const kept = useRef<Fetched | null>(null);
  if (answer && kept.current?.list !== answer.list) {
    kept.current = {
      list: answer.list,
      rows: new Map(answer.first.map((row, at) => [at, row])),
      asked: new Set(),
    };
  }
  return (index) => {
    const fetched = kept.current;
    if (!fetched) return undefined;
    const row = fetched.rows.get(index);
    const block = Math.floor(index / BLOCK);
    if (row === undefined && !fetched.asked.has(block)) {
      fetched.asked.add(block);
      void rowsOf(fetched.list, block * BLOCK, (block + 1) * BLOCK).then((rows) => {
        rows.forEach((each, at) => fetched.rows.set(block * BLOCK + at, each));
        render(undefined);
      });
    }
    return row;
  };
}
