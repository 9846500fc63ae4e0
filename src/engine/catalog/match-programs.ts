// Rows of a table of the user's → programs of the catalog: by pid, ACGME number or NRMP code, and only where none of
// them is given by the exact name, state and specialty. It never guesses: names that lead to two programs lead to none.
import type { FactValue } from '#domain/fact.ts';
import type { FieldKey } from '#domain/field.ts';
import type { Pid } from '#domain/ids.ts';
import { isOwnPid } from '#domain/own.ts';
import type { ProgramMatch, ProgramNames } from '#domain/query.ts';
import { rowsWithCode, type SearchIndex } from '#engine/search/search-index.ts';
import { tokensOf } from '#engine/search/tokens.ts';
import type { Catalog } from './catalog.ts';
import { publishedFacts } from './field-facts.ts';
import { answeringPid } from './redirects.ts';

const nameKey = (text: string) =>
  tokensOf(text)
    .filter((word) => word !== 'program' && word !== 'and' && word !== 'the')
    .join(' ');

interface Finder {
  readonly specialtyOf: (text: string) => number;
  readonly stateOf: (text: string) => string | null;
  readonly byName: (name: string, state: string, specialty: number) => readonly number[];
}

function finderOf({ columns, specialties, states }: Catalog): Finder {
  const specialtyAt = new Map(
    specialties.flatMap(({ id, name }, at) => [
      [id as string, at],
      [nameKey(name), at],
    ]),
  );
  const codes = new Map(
    states.flatMap(({ code, name }) => [
      [code.toLowerCase(), code],
      [name.toLowerCase(), code],
    ]),
  );
  const keyOf = (name: string, state: string, specialty: number) => `${specialty} ${state} ${nameKey(name)}`;
  let names: Map<string, number[]> | undefined;
  const collectNames = () => {
    const map = new Map<string, number[]>();
    for (let row = 0; row < columns.count; row++) {
      const state = states[columns.state[row] ?? 0]?.code ?? '';
      const key = keyOf(columns.name[row] ?? '', state, columns.specialty[row] ?? -1);
      map.set(key, [...(map.get(key) ?? []), row]);
    }
    return map;
  };
  return {
    specialtyOf: (text) => specialtyAt.get(text.trim().toLowerCase()) ?? specialtyAt.get(nameKey(text)) ?? -1,
    stateOf: (text) => codes.get(text.trim().toLowerCase()) ?? null,
    byName: (name, state, specialty) => (names ??= collectNames()).get(keyOf(name, state, specialty)) ?? [],
  };
}

/**
 * @param index the search index of the same catalog: codes are looked up in it.
 * @param fields whose newest published value comes along.
 * @returns one answer a row, in their order.
 */
export function matchPrograms(
  catalog: Catalog,
  index: SearchIndex,
  rows: readonly ProgramNames[],
  fields: readonly FieldKey[],
): ProgramMatch[] {
  const find = finderOf(catalog);
  const rowsOf = (names: ProgramNames): readonly number[][] => {
    const { pid, acgmeId, nrmpCode } = names;
    const byPid = pid === undefined ? undefined : catalog.rowOf.get(answeringPid(catalog, pid as Pid));
    return [
      byPid === undefined ? [] : [byPid],
      acgmeId === undefined ? [] : rowsWithCode(index, acgmeId),
      nrmpCode === undefined ? [] : rowsWithCode(index, nrmpCode),
    ].filter((found) => found.length > 0);
  };
  return rows.map((names): ProgramMatch => {
    const specialty = find.specialtyOf(names.specialty ?? '');
    const state = find.stateOf(names.state ?? '');
    const byCode = rowsOf(names);
    // A code may stand at several programs (tracks that share one); together with the others it may still mean one.
    let found = byCode.reduce<readonly number[] | null>(
      (both, each) => (both === null ? each : both.filter((row) => each.includes(row))),
      null,
    );
    if (found === null && names.name !== undefined && state !== null && specialty >= 0) {
      found = find.byName(names.name, state, specialty);
      if (found.length === 0) found = null;
    }
    if (found === null) return { kind: 'none', specialty: catalog.specialties[specialty]?.id ?? null, state };
    const [row] = found;
    const pid = row === undefined ? undefined : catalog.columns.pid[row];
    if (row === undefined || pid === undefined || found.length > 1) return { kind: 'several' };
    const published: Partial<Record<FieldKey, FactValue>> = {};
    for (const field of fields) {
      const [fact] = publishedFacts(catalog, row, field);
      if (fact) published[field] = fact.value;
    }
    return { kind: 'found', pid, name: catalog.columns.name[row] ?? '', published };
  });
}

/** The program of the catalog that has a code of one the user added, by now; null where none has. */
export function nowInCatalog(
  catalog: Catalog,
  index: SearchIndex,
  row: number,
): { readonly pid: Pid; readonly name: string } | null {
  const { facts } = catalog.record(row);
  const codes = [...(facts['acgmeId'] ?? []), ...(facts['nrmpCode'] ?? [])].map(([code]) => String(code));
  const specialty = catalog.columns.specialty[row];
  const others = new Set(
    codes
      .flatMap((code) => rowsWithCode(index, code))
      .filter((other) => !isOwnPid(catalog.columns.pid[other] ?? '') && catalog.columns.ended[other] === 0),
  );
  // Programs may share an NRMP code; one of the same specialty is meant before any other.
  const [found] = [...others].toSorted(
    (a, b) =>
      Number(catalog.columns.specialty[b] === specialty) - Number(catalog.columns.specialty[a] === specialty),
  );
  const pid = found === undefined ? undefined : catalog.columns.pid[found];
  return found === undefined || pid === undefined ? null : { pid, name: catalog.columns.name[found] ?? '' };
}
