// Where a pid of the notebook leads in this catalog. A pid is written down once and for ever; what became of its program
// is looked up at each read, so the user's own rows never have to be rewritten.
import type { NamedProgram, Whereabouts } from '#domain/change.ts';
import type { Pid } from '#domain/ids.ts';
import type { ProgramStatus } from '#domain/program.ts';
import type { Ended } from '#domain/query.ts';
import type { Catalog } from './catalog.ts';

/** The values of `Columns.ended`, by place. */
const ENDED: readonly (ProgramStatus | null)[] = [null, 'closed', 'merged', 'split'];

export const endedCode = (status: ProgramStatus): number => Math.max(0, ENDED.indexOf(status));

/** How the program of a row has ended, or null. */
export const endedIn = ({ columns }: Catalog, row: number): Ended | null =>
  (ENDED[columns.ended[row] ?? 0] ?? null) as Ended | null;

/** The pids at the ends of all redirects of one pid, each once; empty where it has none. */
function endsOf(redirects: Catalog['redirects'], pid: Pid): readonly Pid[] {
  const ends = new Set<Pid>();
  const seen = new Set<Pid>([pid]);
  const open = [...(redirects.get(pid) ?? [])];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    // A published catalog has no circles; a damaged one must not hang the engine.
    if (seen.has(next)) continue;
    seen.add(next);
    const further = redirects.get(next);
    if (further) open.push(...further);
    else ends.add(next);
  }
  return [...ends];
}

export function whereaboutsOf(catalog: Catalog, pid: Pid): Whereabouts {
  const { columns, rowOf, redirects } = catalog;
  const named = (end: Pid): NamedProgram[] => {
    const row = rowOf.get(end);
    return row === undefined ? [] : [{ pid: end, name: columns.name[row] ?? '' }];
  };
  const into = endsOf(redirects, pid).flatMap(named);
  const [first] = into;
  if (first) return into.length === 1 ? { kind: 'merged', pid, into: first } : { kind: 'split', pid, into };
  const row = rowOf.get(pid);
  if (row === undefined) return { kind: 'unknown', pid };
  return { kind: 'here', pid, ended: endedIn(catalog, row) };
}

/** The program that answers for a pid: the one it was merged into, else itself. */
export function answeringPid(catalog: Catalog, pid: Pid): Pid {
  if (!catalog.redirects.has(pid)) return pid;
  const found = whereaboutsOf(catalog, pid);
  return found.kind === 'merged' ? found.into.pid : pid;
}

/** The same for several, each once, in the order given. */
export const answeringPids = (catalog: Catalog, pids: readonly Pid[]): Pid[] => [
  ...new Set(pids.map((pid) => answeringPid(catalog, pid))),
];

/** The programs that were merged into one, by pid. Redirects are few: they are looked through. */
export function mergedInto(catalog: Catalog, pid: Pid): NamedProgram[] {
  const { columns, redirects, rowOf } = catalog;
  return [...redirects.keys()].toSorted().flatMap((from) => {
    const row = rowOf.get(from);
    if (row === undefined || answeringPid(catalog, from) !== pid) return [];
    return [{ pid: from, name: columns.name[row] ?? '' }];
  });
}
