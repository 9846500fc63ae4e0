// CSV text → rows that know their line. A row that cannot be read is named, never dropped in silence.
import Papa from 'papaparse';
import { refused, type Refused, type Rejection } from './outcome.ts';

/** Cells by column; a blank cell is absent, because blank means unknown. */
export type Cells = Readonly<Record<string, string>>;

export interface CsvRow {
  readonly line: number;
  readonly cells: Cells;
}

export interface CsvTable {
  readonly kind: 'table';
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly rejections: readonly Rejection[];
}

const newlinesIn = (cells: readonly string[]) =>
  cells.reduce((n, cell) => n + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

/**
 * Reads a table whose first line names its columns.
 * @param columns must all be in the header: a renamed column would otherwise turn its values into unknowns.
 */
export function readCsv(table: string, text: string, columns: readonly string[]): CsvTable | Refused {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter: ',' });
  const errors = new Map(parsed.errors.map((e) => [e.row ?? -1, e.message]));
  const header = parsed.data[0] ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) return refused('missing-column', `${table}: no column ${missing.join(', ')}`);
  const twice = header.filter((column, at) => header.indexOf(column) !== at);
  if (twice.length > 0)
    return refused('missing-column', `${table}: column ${twice.join(', ')} is there twice`);

  const rows: CsvRow[] = [];
  const rejections: Rejection[] = [];
  let next = 1;
  parsed.data.forEach((values, at) => {
    const line = next;
    next += 1 + newlinesIn(values);
    const blank = values.length === 1 && values[0]?.trim() === '';
    if (at === 0 || blank) return;
    const reject = (reason: string) => rejections.push({ table, line, what: 'row', reason });
    const error = errors.get(at);
    if (error !== undefined) return reject(`${error} (read up to line ${next - 1})`);
    if (values.length !== header.length)
      return reject(`${values.length} cells where the header has ${header.length}`);
    const cells = header.map((column, i) => [column, (values[i] ?? '').trim()] as const);
    rows.push({ line, cells: Object.fromEntries(cells.filter(([, value]) => value !== '')) });
  });
  return { kind: 'table', header, rows, rejections };
}
