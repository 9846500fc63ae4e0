// What became of programs that left the tables, or are no longer what they were: the table `program_changes`, checked
// as a whole. A row that cannot be believed stops the press; nothing here is ever guessed from a name.
import * as z from 'zod/mini';
import type { ProgramStatus } from '#domain/program.ts';
import { byText } from './canonical.ts';
import { IsoDate, Text } from './cells.ts';
import { type Checked, type CheckedTable, tableSpec } from './check-table.ts';
import { NATURAL_KEY } from './natural-key.ts';
import { refused, type Refused } from './outcome.ts';

const Key = z.string().check(z.regex(NATURAL_KEY, 'neither acgme:… nor nrmp:…'));
const Change = z.object({
  kind: z.enum(['closed', 'renamed', 'merged', 'split'], 'neither closed, renamed, merged nor split'),
  key: Key,
  /** Keys joined by `+`: the new key of a renamed program, or the programs it became. */
  to: z.optional(
    z.pipe(
      z.pipe(
        z.string(),
        z.transform((text) => text.split('+')),
      ),
      z.array(Key),
    ),
  ),
  on: z.optional(IsoDate),
  /** The name before. */
  was: z.optional(Text),
  note: z.optional(Text),
  source: Text,
});
export type ChangeRow = z.infer<typeof Change>;
export const PROGRAM_CHANGES = tableSpec('program_changes', Change);

/** The kinds after which a program takes nobody any more. */
export const isEnding = (kind: ProgramStatus): boolean => kind !== 'active' && kind !== 'renamed';

export interface Changes {
  readonly accountsFor: (key: string) => boolean;
  /** The key a program is known by now: itself, unless it was given a new one. */
  readonly nameOf: (key: string) => string;
  /** Keys it was known by before, newest first. */
  readonly formerKeys: (key: string) => readonly string[];
  /** What became of the program that is known by this key now. */
  readonly of: (key: string) => ChangeRow | undefined;
  /** Keys of the programs that are neither in the tables nor renamed: closed, merged, split. */
  readonly ended: readonly string[];
  /** Merged and split: key → the keys it leads to, none of which leads further. */
  readonly redirects: ReadonlyMap<string, readonly string[]>;
}

export const NO_CHANGES: Changes = {
  accountsFor: () => false,
  nameOf: (key) => key,
  formerKeys: () => [],
  of: () => undefined,
  ended: [],
  redirects: new Map(),
};

/** How many `to` each kind has: `[at least, at most]`. */
const TARGETS: Readonly<Record<ChangeRow['kind'], readonly [number, number]>> = {
  closed: [0, 0],
  renamed: [0, 1],
  merged: [1, 1],
  split: [2, 99],
};

/** @param pids the register's, by key. @param present keys of the programs table. */
export function changesOf(
  table: CheckedTable<ChangeRow>,
  pids: Readonly<Record<string, string>>,
  present: ReadonlySet<string>,
): { readonly kind: 'changes'; readonly changes: Changes } | Refused {
  const bad = (row: Checked<ChangeRow>, why: string) =>
    refused('bad-change', `program_changes:${row.line} ${row.key}: ${why}`);
  const [rejection] = table.rejections;
  if (rejection) return refused('bad-change', `program_changes:${rejection.line} ${rejection.reason}`);

  const byKey = new Map<string, Checked<ChangeRow>>();
  const renamedFrom = new Map<string, string>();
  for (const row of table.rows) {
    const targets = row.to ?? [];
    const [least, most] = TARGETS[row.kind];
    if (byKey.has(row.key)) return bad(row, 'is named twice');
    if (!(row.key in pids))
      return refused('unknown-program', `program_changes:${row.line} ${row.key} was never published`);
    if (targets.length < least || targets.length > most || new Set(targets).size < targets.length)
      return bad(row, `${row.kind} to ${targets.length} programs`);
    byKey.set(row.key, row);
    const [to] = targets;
    if (row.kind !== 'renamed' || to === undefined) continue;
    if (present.has(row.key)) return bad(row, 'is in the tables still, under its old key');
    if (renamedFrom.has(to)) return bad(row, `${to} is the new key of two programs: one of them was merged`);
    if (to in pids && pids[to] !== pids[row.key])
      return bad(row, `${to} is another program already: it was merged`);
    renamedFrom.set(to, row.key);
  }
  for (const row of table.rows) {
    const stray = row.to?.find((key) => !(key in pids) && !present.has(key));
    if (stray !== undefined)
      return refused('unknown-program', `program_changes:${row.line} ${stray} is no program of the tables`);
    const isGone = !present.has(row.key) && row.kind === 'renamed' && row.to === undefined;
    if (isGone) return bad(row, 'is renamed but not in the tables: its new key is missing');
    const lost = row.to?.find((key) => !present.has(key) && !byKey.has(key));
    if (lost !== undefined)
      return bad(row, `${lost} is not in the tables and nothing says what became of it`);
  }
  const ends = new Map<string, readonly string[]>();
  const follow = (key: string, seen: readonly string[]): readonly string[] | null => {
    if (seen.includes(key)) return null;
    const known = ends.get(key);
    if (known) return known;
    const targets = byKey.get(key)?.to ?? [];
    const found = targets.map((to) => follow(to, [...seen, key]));
    if (found.includes(null)) return null;
    const reached = targets.length === 0 ? [key] : [...new Set(found.flatMap((keys) => keys ?? []))];
    ends.set(key, reached.toSorted(byText));
    return ends.get(key) ?? null;
  };
  const circle = table.rows.find((row) => follow(row.key, []) === null);
  if (circle)
    return refused('redirect-cycle', `program_changes:${circle.line} ${circle.key} leads back to itself`);

  const nameOf = (key: string): string => {
    const row = byKey.get(key);
    const [to] = row?.to ?? [];
    return row?.kind === 'renamed' && to !== undefined ? nameOf(to) : key;
  };
  const formerKeys = (key: string): readonly string[] => {
    const former = renamedFrom.get(key);
    return former === undefined ? [] : [former, ...formerKeys(former)];
  };
  const isRekeyed = (row: ChangeRow) => row.kind === 'renamed' && row.to !== undefined;
  const led = table.rows.filter(({ kind }) => kind === 'merged' || kind === 'split');
  return {
    kind: 'changes',
    changes: {
      accountsFor: (key) => byKey.has(key),
      nameOf,
      formerKeys,
      of: (key) => byKey.get(key) ?? byKey.get(renamedFrom.get(key) ?? ''),
      ended: table.rows
        .filter((row) => !isRekeyed(row) && !present.has(row.key))
        .map(({ key }) => key)
        .toSorted(byText),
      redirects: new Map(led.map(({ key }) => [key, ends.get(key) ?? []])),
    },
  };
}
