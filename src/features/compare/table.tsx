// The table itself. A native table, so that a screen reader walks it by row and column; it scrolls inside its own frame.
import { Blank } from '#ui/fact-list.tsx';
import { Tag } from '#ui/tag.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { type Cell, type CompareGroup, correctionAddress, isOwnCell } from './model.ts';
import type { OpenedCell } from './origin.tsx';
import styles from './table.module.css';

export interface CompareTableProps {
  readonly programs: readonly { readonly pid: string; readonly name: string; readonly where: string }[];
  readonly groups: readonly CompareGroup[];
  readonly onOpen: (cell: OpenedCell) => void;
}

interface ValueProps {
  readonly cell: Cell;
  readonly pid: string;
  readonly label: string;
  readonly onOpen: () => void;
}

function Value({ cell, pid, label, onOpen }: ValueProps) {
  if (cell.words === null && cell.field) {
    return (
      <a class={styles.blank} href={correctionAddress(pid, cell.field)}>
        <Blank>not published</Blank>
        <VisuallyHidden>, {label}: enter what you know</VisuallyHidden>
      </a>
    );
  }
  if (cell.words === null) return <Blank>not published</Blank>;
  return (
    <>
      {cell.facts.length > 0 ? (
        <button type="button" class={styles.value} onClick={onOpen} aria-haspopup="dialog">
          {cell.words}
        </button>
      ) : (
        <span class={styles.plain}>{cell.words}</span>
      )}
      {isOwnCell(cell) && <Tag tone="accent">yours</Tag>}
      {cell.differ && <Tag tone="warn">⚠ sources differ</Tag>}
      {cell.mark && cell.mark !== 'worst' && <Tag tone="good">{cell.mark}</Tag>}
      {cell.mark === 'worst' && <Tag>weakest</Tag>}
      {cell.note !== undefined && <small class={styles.note}>{cell.note}</small>}
    </>
  );
}

export function CompareTable({ programs, groups, onOpen }: CompareTableProps) {
  return (
    // Focusable, so that a keyboard can scroll it sideways.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class={styles.frame} role="region" aria-label="Comparison, scrolls sideways" tabIndex={0}>
      <table class={styles.table}>
        <thead>
          <tr>
            <th class={styles.corner} scope="col">
              <VisuallyHidden>What is compared</VisuallyHidden>
            </th>
            {programs.map(({ pid, name, where }) => (
              <th key={pid} scope="col">
                <a class={styles.name} href={`/programs/${pid}`}>
                  {name}
                </a>
                <small class={styles.note}>{where}</small>
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <tbody key={title}>
            <tr>
              <th class={styles.group} scope="rowgroup" colSpan={programs.length + 1}>
                <span>{title}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.label}</th>
                {row.cells.map((cell, at) => (
                  <td key={programs[at]?.pid}>
                    <Value
                      cell={cell}
                      pid={programs[at]?.pid ?? ''}
                      label={row.label}
                      onOpen={() =>
                        onOpen({
                          label: row.label,
                          program: programs[at]?.name ?? '',
                          pid: programs[at]?.pid ?? '',
                          cell,
                        })
                      }
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
