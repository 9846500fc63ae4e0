// A plain table of words and numbers, which scrolls sideways in its own frame rather than with the page.
import type { ComponentChildren } from 'preact';
import styles from './table.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly numeric?: boolean;
}

export interface TableProps {
  /** Spoken name of the table. */
  readonly caption: string;
  readonly columns: readonly Column[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ComponentChildren[] }[];
}

export function Table({ caption, columns, rows }: TableProps) {
  return (
    <div class={styles.frame}>
      <table class={styles.table}>
        <caption>
          <VisuallyHidden>{caption}</VisuallyHidden>
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <th key={column.key} scope="row">
                    {cells[0]}
                  </th>
                ) : (
                  <td key={column.key} data-numeric={column.numeric || undefined}>
                    {cells[index]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
