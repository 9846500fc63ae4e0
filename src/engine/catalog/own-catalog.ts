// The catalog as one user sees it: their own values over the published ones, the programs they added after the last
// row. The published catalog is never changed, and with nothing of the user's own it is itself what comes back, so
// that scoring knows no difference and costs nothing more.
import type { OwnValue } from '#domain/correction.ts';
import type { FieldKey } from '#domain/field.ts';
import type { Pid } from '#domain/ids.ts';
import type { OwnProgram } from '#domain/own-program.ts';
import type { Asker } from '#domain/query.ts';
import type { Catalog } from './catalog.ts';
import { addPrograms } from './added-programs.ts';
import { patchColumns } from './own-values.ts';
import { answeringPid } from './redirects.ts';

const NO_VALUES: readonly OwnValue[] = [];
const NO_PROGRAMS: readonly OwnProgram[] = [];

type OwnValues = ReadonlyMap<number, ReadonlyMap<FieldKey, OwnValue>>;

/**
 * Values by row, whatever order they come in: of two for one field (one was given to a program that was merged into
 * this one since) the one given to the program itself counts, else the newest, else the one of the lesser pid.
 */
function valuesByRow(catalog: Catalog, corrections: readonly OwnValue[]): OwnValues {
  const byRow = new Map<number, Map<FieldKey, OwnValue>>();
  const isBefore = (a: OwnValue, b: OwnValue, answering: Pid) => {
    if ((a.pid === answering) !== (b.pid === answering)) return a.pid === answering;
    return a.year === b.year ? a.pid < b.pid : a.year > b.year;
  };
  for (const correction of corrections) {
    const pid = answeringPid(catalog, correction.pid);
    const row = catalog.rowOf.get(pid);
    if (row === undefined) continue;
    const fields = byRow.get(row) ?? new Map<FieldKey, OwnValue>();
    byRow.set(row, fields);
    const other = fields.get(correction.field);
    if (!other || isBefore(correction, other, pid)) fields.set(correction.field, correction);
  }
  return new Map([...byRow].toSorted(([a], [b]) => a - b));
}

/** The published catalog with what the user says laid over it; the same object when they say nothing. */
export function ownCatalog(
  published: Catalog,
  corrections: readonly OwnValue[] = NO_VALUES,
  ownPrograms: readonly OwnProgram[] = NO_PROGRAMS,
): Catalog {
  const all = ownPrograms.length > 0 ? addPrograms(published, ownPrograms) : published;
  const values = valuesByRow(all, corrections);
  if (values.size === 0 && all === published) return published;
  return patchColumns(published, all, values);
}

const isSameList = <T>(
  a: readonly T[] | undefined,
  b: readonly T[] | undefined,
  isSame: (x: T, y: T) => boolean,
): boolean => {
  if (a === b) return true;
  const [x, y] = [a ?? [], b ?? []];
  return x.length === y.length && x.every((each, at) => isSame(each, y[at]!));
};
const isSameValue = (a: OwnValue, b: OwnValue) =>
  a.pid === b.pid && a.field === b.field && a.value === b.value && a.year === b.year;
const isSameProgram = (a: OwnProgram, b: OwnProgram) => JSON.stringify(a) === JSON.stringify(b);

/**
 * Makes the catalogs of askers, keeping the last: what crossed the wire is a copy each time, so lists are compared,
 * which is far cheaper than laying them over anew.
 */
export function ownCatalogs(published: Catalog): (asker: Asker) => Catalog {
  let last: { asker: Asker; catalog: Catalog } | undefined;
  return (asker) => {
    if (!asker.corrections?.length && !asker.ownPrograms?.length) return published;
    const isKept =
      last &&
      isSameList(last.asker.corrections, asker.corrections, isSameValue) &&
      isSameList(last.asker.ownPrograms, asker.ownPrograms, isSameProgram);
    if (!last || !isKept) {
      last = { asker, catalog: ownCatalog(published, asker.corrections, asker.ownPrograms) };
    }
    return last.catalog;
  };
}
