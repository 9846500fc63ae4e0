// The rows of a comparison: what is put side by side, what differs, and what is best in words.
import { isOwn, published } from '#domain/own.ts';
import { sourcesDiffer } from '#domain/disagreement.ts';
import type { Fact } from '#domain/fact.ts';
import { FIELDS, FIELD_KEYS, type FieldKey } from '#domain/field.ts';
import type { ProgramDetail } from '#domain/query.ts';
import { factWords, milesWords, points, rangeWords } from '#domain/words.ts';

export interface Cell {
  /** Null: nobody has published it. */
  readonly words: string | null;
  readonly note?: string;
  readonly facts: readonly Fact[];
  readonly caution?: string;
  /** The field of a cell that shows facts: a value of the user's own can be entered for it. */
  readonly field?: FieldKey;
  /** The published values are not the same. */
  readonly differ?: true;
  /** Best or worst of the row, where the row has a direction. */
  readonly mark?: 'best' | 'tie' | 'worst';
}

export interface CompareRow {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly Cell[];
}

export interface CompareGroup {
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

/** Marks of a row of numbers; `higher` says which end is better. Unknown takes no part. All alike is a tie. */
export function marksOf(values: readonly (number | null)[], higher: boolean): (Cell['mark'] | undefined)[] {
  const known = values.filter((value) => value !== null);
  const [best, worst] = [Math.max(...known), Math.min(...known)];
  if (known.length < 2) return values.map(() => undefined);
  if (best === worst) return values.map((value) => (value === null ? undefined : 'tie'));
  const [good, bad] = higher ? [best, worst] : [worst, best];
  const bests = known.filter((value) => value === good).length;
  return values.map((value) =>
    value === good ? (bests > 1 ? 'tie' : 'best') : value === bad ? 'worst' : undefined,
  );
}

function marked(
  label: string,
  key: string,
  programs: readonly ProgramDetail[],
  number: (p: ProgramDetail) => number | null,
  cell: (p: ProgramDetail) => Cell,
  higher: boolean,
): CompareRow {
  const marks = marksOf(programs.map(number), higher);
  return {
    key,
    label,
    cells: programs.map((program, at) => {
      const mark = marks[at];
      return mark ? { ...cell(program), mark } : cell(program);
    }),
  };
}

function fitRows(programs: readonly ProgramDetail[]): CompareRow[] {
  const fit = marked(
    'Fit',
    'fit',
    programs,
    (p) => p.fit && points(p.fit.value),
    ({ fit: value }) => ({
      words: value && `${points(value.value)}`,
      facts: [],
      ...(value && { note: `${rangeWords(value)}; ${points(value.coverage)} in 100 known` }),
    }),
    true,
  );
  const criteria = programs[0]?.reasons ?? [];
  return [
    fit,
    ...criteria.map(({ criterion, label }) =>
      marked(
        label,
        `wish-${criterion}`,
        programs,
        (p) => {
          const value = p.reasons.find((reason) => reason.criterion === criterion)?.value;
          return value === undefined || value === null ? null : points(value);
        },
        (p) => {
          const reason = p.reasons.find((each) => each.criterion === criterion);
          return {
            words: reason?.words ?? null,
            facts: reason?.facts ?? [],
            ...(reason?.field && { field: reason.field }),
          };
        },
        true,
      ),
    ),
  ];
}

function fieldRow(field: FieldKey, programs: readonly ProgramDetail[]): CompareRow {
  const { label, ...rest } = FIELDS[field];
  return {
    key: field,
    label,
    cells: programs.map((program) => {
      const facts = program.fields.find((each) => each.field === field)?.facts ?? [];
      return {
        words: facts[0] ? factWords(field, facts[0]) : null,
        facts,
        field,
        ...(sourcesDiffer(field, published(facts)) && { differ: true }),
        ...('caution' in rest && { caution: rest.caution }),
      };
    }),
  };
}

const FIELD_GROUPS = [
  ['program', 'The program'],
  ['training', 'Training'],
  ['visa', 'Visa'],
  ['hospital', 'The hospital'],
  ['place', 'The place'],
  ['living', 'Living there'],
] as const;

/** Where a value of the user's own is entered. */
export const correctionAddress = (pid: string, field: FieldKey): string =>
  `/programs/${pid}#correct=${field}`;

/** The words of a cell are the user's own. */
export const isOwnCell = ({ facts: [fact] }: Cell): boolean => fact !== undefined && isOwn(fact);

const differs = ({ cells }: CompareRow) => new Set(cells.map(({ words }) => words ?? '')).size > 1;

/**
 * The comparison of two to four programs.
 * @param differencesOnly leaves out rows that say the same everywhere.
 */
export function compareGroups(programs: readonly ProgramDetail[], differencesOnly: boolean): CompareGroup[] {
  const away = marked(
    'From home',
    'miles',
    programs,
    (p) => p.milesFromHome && Math.round(p.milesFromHome),
    ({ milesFromHome }) => ({ words: milesFromHome === null ? null : milesWords(milesFromHome), facts: [] }),
    false,
  );
  const groups: CompareGroup[] = [
    {
      title: 'What you weigh',
      rows: [...fitRows(programs), ...(programs.some((p) => p.milesFromHome !== null) ? [away] : [])],
    },
    ...FIELD_GROUPS.map(([group, title]) => ({
      title,
      rows: FIELD_KEYS.filter((field) => FIELDS[field].group === group).map((field) =>
        fieldRow(field, programs),
      ),
    })),
  ];
  return groups
    .map(({ title, rows }) => ({
      title,
      rows: rows.filter((row) => (differencesOnly ? differs(row) : true)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** The programs named by an address, at most four. */
export const pidsFromHash = (hash: string): string[] =>
  (new URLSearchParams(hash.replace(/^#/, '')).get('p') ?? '').split(',').filter(Boolean).slice(0, MOST);

export const hashOfPids = (pids: readonly string[]): string =>
  pids.length > 0 ? `#p=${pids.join(',')}` : '';

export const MOST = 4;
