// What changed between two releases, as text for a person at a terminal.
import type { Diff } from './diff.ts';

/** Lines shown of a long list; the count above it is always whole. */
const MOST_LINES = 20;
const MOST_CHARS = 90;

const cut = (text: string) => (text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS - 1)}…` : text);

function listed<T>(title: string, entries: readonly T[], line: (entry: T) => string, all: boolean): string[] {
  if (entries.length === 0) return [];
  const shown = all ? entries : entries.slice(0, MOST_LINES);
  const rest = entries.length - shown.length;
  return [
    `${title}: ${entries.length}`,
    ...shown.map((entry) => `  ${line(entry)}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ];
}

/** @param all every line, however many. */
export function diffLines(diff: Diff, all = false): string[] {
  const { from, to, became } = diff;
  const named = ({ pid, name }: { pid: string; name: string }) => `${pid} ${cut(name)}`;
  const led = (entry: { pid: string; name: string; detail?: string }) =>
    `${named(entry)}${entry.detail === undefined ? '' : ` → ${cut(entry.detail)}`}`;
  const renamed = (entry: { pid: string; name: string; detail?: string }) =>
    `${named(entry)}${entry.detail === undefined ? '' : `, before: ${cut(entry.detail)}`}`;
  const lines = [
    `Release ${from.version} → ${to.version}: ${from.programs} → ${to.programs} programs, ${diff.changed} changed (${diff.percent.toFixed(1)} %)`,
    ...listed('VANISHED', diff.vanished, named, all),
    ...listed('Added', diff.added, named, all),
    ...listed('Closed', became.closed, named, all),
    ...listed('Renamed', became.renamed, renamed, all),
    ...listed('Merged', became.merged, led, all),
    ...listed('Split', became.split, led, all),
    ...listed('Open again', became.active, named, all),
  ];
  if (diff.fields.length > 0) {
    lines.push('Fields:', ...diff.fields.map((f) => `${String(f.changes.length).padStart(6)}  ${f.field}`));
    for (const { field, changes } of diff.fields)
      lines.push(
        ...listed(
          field,
          changes,
          (change) => `${named(change)}: ${cut(change.before)} → ${cut(change.after)}`,
          all,
        ),
      );
  }
  if (diff.chunks.length > 0) lines.push(`Other tables: ${diff.chunks.join(', ')}`);
  return lines;
}
