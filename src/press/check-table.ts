// Rows → checked rows. A bad value in a column the row can do without costs the value; anything else costs the row.
// Both are reported with line and reason.
import * as z from 'zod/mini';
import { readCsv, type Cells } from './csv.ts';
import type { Refused, Rejection } from './outcome.ts';

export type Checked<T> = T & { readonly line: number };

export interface TableSpec<T> {
  readonly name: string;
  readonly schema: z.ZodMiniType<T>;
  /** Columns the schema reads. */
  readonly columns: readonly string[];
  /** Columns a row can do without. */
  readonly spare: readonly string[];
}

export interface CheckedTable<T> {
  readonly kind: 'table';
  readonly rows: readonly Checked<T>[];
  readonly rejections: readonly Rejection[];
}

/** Describes a table; the columns a row can do without are those its schema marks optional. */
export function tableSpec<Shape extends z.core.$ZodShape>(
  name: string,
  schema: z.ZodMiniObject<Shape>,
): TableSpec<z.infer<z.ZodMiniObject<Shape>>> {
  const cells: z.core.$ZodShape = schema.shape;
  const columns = Object.keys(cells);
  const spare = Object.entries(cells).filter(([, cell]) => z.safeParse(cell, undefined).success);
  return { name, schema, columns, spare: spare.map(([column]) => column) };
}

export function checkTable<T>(spec: TableSpec<T>, text: string): CheckedTable<T> | Refused {
  const csv = readCsv(spec.name, text, spec.columns);
  if (csv.kind === 'refused') return csv;
  const rejections = [...csv.rejections];
  const rows: Checked<T>[] = [];
  for (const { line, cells } of csv.rows) {
    const first = spec.schema.safeParse(cells);
    if (first.success) {
      rows.push({ ...first.data, line });
      continue;
    }
    const issues = first.error.issues.map((issue) => ({
      column: String(issue.path[0] ?? ''),
      message: issue.message,
    }));
    const kept: Cells = Object.fromEntries(
      Object.entries(cells).filter(([column]) => !issues.some((issue) => issue.column === column)),
    );
    const second = issues.every((i) => spec.spare.includes(i.column)) ? spec.schema.safeParse(kept) : first;
    if (second.success) rows.push({ ...second.data, line });
    for (const { column, message } of issues) {
      const cell = cells[column];
      const reason =
        cell === undefined ? `${column}: missing` : `${column} “${cell.slice(0, 60)}”: ${message}`;
      const what = second.success ? 'value' : 'row';
      rejections.push({ table: spec.name, line, what, column, reason });
    }
  }
  rejections.sort((a, b) => a.line - b.line);
  return { kind: 'table', rows, rejections };
}
