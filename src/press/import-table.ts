// A new version of a fact table, looked at before it takes the place of the old one. Text in; the table as it would be
// written and what is wrong with it out. Nothing is repaired: a row or a value is taken as it is, or left out by name.
import Papa from 'papaparse';
import { byText } from './canonical.ts';
import * as stats from './calibrate/tables.ts';
import { PROGRAM_CHANGES } from './changes.ts';
import { checkTable, type TableSpec } from './check-table.ts';
import { type CsvRow, readCsv } from './csv.ts';
import { naturalKey } from './natural-key.ts';
import { refused, type Refused, type Rejection } from './outcome.ts';
import { coordinatesIn } from './state-box.ts';
import { HOSPITALS, LINKS, PLACES, PROGRAMS, STATES, TRACKS, ZIPS } from './tables.ts';
import { FEES, PROGRAM_COUNTS, SCHOOLS, SEASON_DAYS, SIGNALS } from './tables-season.ts';

interface Checkable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rejections: (text: string) => readonly Rejection[] | Refused;
}

const checkable = <T>(spec: TableSpec<T>): Checkable => ({
  name: spec.name,
  columns: spec.columns,
  rejections: (text) => {
    const table = checkTable(spec, text);
    return table.kind === 'refused' ? table : table.rejections;
  },
});

/** Every table that something is made of. One that is read in two ways must hold for both. */
const TABLES: readonly Checkable[] = [
  checkable(PROGRAMS),
  checkable(PROGRAM_CHANGES),
  checkable(TRACKS),
  checkable(LINKS),
  checkable(HOSPITALS),
  checkable(PLACES),
  checkable(STATES),
  checkable(ZIPS),
  checkable(SCHOOLS),
  checkable(FEES),
  checkable(SIGNALS),
  checkable(SEASON_DAYS),
  checkable(PROGRAM_COUNTS),
  checkable(stats.STATS),
  checkable(stats.CHARTING),
  checkable(stats.QUANTILES),
  checkable(stats.BINS),
  checkable(stats.SURVEY),
  checkable(stats.SIGNALS),
  checkable(stats.APPLICANTS),
  checkable(stats.PROGRAMS),
];

/** What each reading of the table rejects, each thing once. */
function cellRejections(name: string, text: string): Rejection[] | Refused {
  const found = new Map<string, Rejection>();
  for (const table of TABLES.filter((each) => each.name === name)) {
    const rejections = table.rejections(text);
    if ('kind' in rejections) return rejections;
    for (const rejection of rejections) {
      const key = `${rejection.line} ${rejection.column ?? ''}`;
      // Where one reading loses the row and the other a value, the row is lost.
      if (found.get(key)?.what !== 'row') found.set(key, rejection);
    }
  }
  return [...found.values()];
}

export interface Import {
  readonly kind: 'import';
  /** The new text of the table, without what was rejected; the same rows give the same bytes in any order. */
  readonly text: string;
  readonly rows: number;
  readonly rejections: readonly Rejection[];
  /** Registered programs that the new table does not have, by key. */
  readonly missing: readonly string[];
}

/** What no single cell can know: a second row of a program, a point in another state. */
function rowRejections(table: string, rows: readonly CsvRow[]): Rejection[] {
  const keys = new Set<string>();
  return rows.flatMap(({ line, cells }): Rejection[] => {
    const found: Rejection[] = [];
    if (table === PROGRAMS.name) {
      const key = naturalKey({ acgme_id: cells['acgme_id'], nrmp_code: cells['nrmp_code'] });
      if (key === null || keys.has(key)) {
        const reason = key === null ? 'neither ACGME number nor NRMP code' : `a second row for ${key}`;
        found.push({ table, line, what: 'row', reason });
      } else keys.add(key);
    }
    const { state, latitude, longitude } = cells;
    if (state === undefined || (latitude === undefined && longitude === undefined)) return found;
    const [lat, lon] = [latitude, longitude].map((cell) => (cell === undefined ? undefined : Number(cell)));
    const at = coordinatesIn(state, lat, lon);
    if (at && 'wrong' in at)
      for (const column of ['latitude', 'longitude'])
        found.push({ table, line, what: 'value', column, reason: at.wrong });
    return found;
  });
}

/** Columns in the order of the table as it is, then those that are new, in the order they come. */
function columnOrder(current: string | undefined, header: readonly string[]): string[] {
  const old = current === undefined ? [] : (Papa.parse<string[]>(current, { preview: 1 }).data[0] ?? []);
  return [...old.filter((column) => header.includes(column)), ...header.filter((c) => !old.includes(c))];
}

/**
 * @param current the text of the table that would be replaced.
 * @param registered natural keys of the register; looked at for the programs table.
 */
export function importTable(
  name: string,
  text: string,
  current: string | undefined,
  registered: readonly string[],
): Import | Refused {
  const specs = TABLES.filter((table) => table.name === name);
  if (specs.length === 0) {
    const known = new Set(TABLES.map((table) => table.name));
    return refused('missing-table', `${name} is none of ${[...known].join(', ')}`);
  }
  const csv = readCsv(
    name,
    text,
    specs.flatMap(({ columns }) => columns),
  );
  if (csv.kind === 'refused') return csv;
  const checked = cellRejections(name, text);
  if ('kind' in checked) return checked;
  const isRejected = new Set(checked.filter(({ what }) => what === 'row').map(({ line }) => line));
  const good = csv.rows.filter(({ line }) => !isRejected.has(line));
  const further = rowRejections(name, good);
  const rejections = [...checked, ...further].toSorted((a, b) => a.line - b.line);
  for (const { what, line } of further) if (what === 'row') isRejected.add(line);

  const columns = columnOrder(current, csv.header);
  const left = new Set(
    rejections.filter(({ what }) => what === 'value').map(({ line, column }) => `${line} ${column}`),
  );
  const lines = good
    .filter(({ line }) => !isRejected.has(line))
    .map(({ line, cells }) =>
      columns.map((column) => (left.has(`${line} ${column}`) ? '' : (cells[column] ?? ''))),
    )
    .map((cells) => Papa.unparse([cells], { newline: '\n' }))
    .toSorted(byText);
  const here = new Set(
    good
      .filter(({ line }) => !isRejected.has(line))
      .map(({ cells }) => naturalKey({ acgme_id: cells['acgme_id'], nrmp_code: cells['nrmp_code'] })),
  );
  return {
    kind: 'import',
    text: `${[Papa.unparse([columns], { newline: '\n' }), ...lines].join('\n')}\n`,
    rows: lines.length,
    rejections,
    missing: name === PROGRAMS.name ? registered.filter((key) => !here.has(key)).toSorted(byText) : [],
  };
}

/** What a person can do about a rejection. */
export function remedyOf({ what, column, reason }: Rejection): string {
  if (reason.startsWith('a second row')) return 'keep one of the rows';
  if (reason.includes('cells where the header')) return 'quote the cells that hold a comma';
  if (reason.includes('coordinates')) return 'correct the state or the two coordinates, or leave both blank';
  if (column !== undefined && reason.endsWith(': missing')) return `fill in ${column}`;
  if (reason.includes('no source')) return `leave ${column ?? 'it'} blank until a source is listed`;
  return what === 'value' ? `correct ${column ?? 'it'} or leave it blank` : `correct ${column ?? 'the row'}`;
}
