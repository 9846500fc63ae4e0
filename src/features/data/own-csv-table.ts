// Text → a table: its columns and its rows, each with the line it begins on, because a quoted cell may hold several lines.
import type Papa from 'papaparse';

export interface TableRow {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly cells: readonly string[];
}
export interface Rejected {
  readonly line: number;
  readonly reason: string;
}
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly rejected: readonly Rejected[];
}
export type TableReading =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'refused'; readonly sentence: string };

const MOST_ROWS = 10_000;

const refused = (sentence: string): TableReading => ({ kind: 'refused', sentence });

/** Exported tables put `'` before what a spreadsheet would take for a formula. */
const plain = (cell: string) => cell.trim().replace(/^'(?=[=+\-@])/, '');

/** @param papa the parser, passed in: it is fetched only when a table is chosen. */
export function readTable(text: string, papa: typeof Papa): TableReading {
  const rows: TableRow[] = [];
  let line = 1;
  let read = 0;
  let broken: number | undefined;
  papa.parse<string[]>(text, {
    step: ({ data, errors, meta }) => {
      if (errors.some(({ type }) => type === 'Quotes')) broken ??= line;
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data.map(plain) });
      line += text.slice(read, meta.cursor).split(/\r\n|\n|\r/).length - 1;
      read = meta.cursor;
    },
  });
  const [head, ...body] = rows;
  if (broken !== undefined) {
    return refused(`A quotation mark on line ${broken} is never closed, so the table cannot be read.`);
  }
  if (!head || head.cells.filter((cell) => cell !== '').length < 2) {
    return refused('This is not a table: its first line should name at least two columns, parted by commas.');
  }
  const columns = head.cells.map((cell, at) => cell || `Column ${at + 1}`);
  if (body.length === 0) return refused('There are no rows under the names of the columns.');
  if (body.length > MOST_ROWS) {
    const most = MOST_ROWS.toLocaleString('en-US');
    return refused(`This table has ${body.length.toLocaleString('en-US')} rows; ${most} is the most.`);
  }
  const fits = ({ cells }: TableRow) => cells.slice(columns.length).every((cell) => cell === '');
  return {
    kind: 'table',
    table: {
      columns,
      rows: body.filter(fits),
      rejected: body
        .filter((row) => !fits(row))
        .map((row) => ({ line: row.line, reason: 'It has more cells than there are columns.' })),
    },
  };
}
