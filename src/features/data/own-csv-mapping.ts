// Which column of a table is what: guessed from its name, changed by the user.
import { FIELD_KEYS, FIELDS, type FieldKey } from '#domain/field.ts';
import type { ProgramNames } from '#domain/query.ts';
import type { Table, TableRow } from './own-csv-table.ts';

const NAMING = {
  pid: 'Cairn’s own number',
  acgmeId: FIELDS.acgmeId.label,
  nrmpCode: FIELDS.nrmpCode.label,
  name: 'Name of the program',
  state: 'State',
  specialty: 'Specialty',
} as const;
type Naming = keyof typeof NAMING;

/** What a column is used for. The two codes name a program; they are not entered as values. */
export type ColumnUse = Naming | 'city' | 'note' | 'unused' | Exclude<FieldKey, 'acgmeId' | 'nrmpCode'>;

const VALUE_FIELDS = FIELD_KEYS.filter(
  (field): field is Exclude<FieldKey, 'acgmeId' | 'nrmpCode'> => field !== 'acgmeId' && field !== 'nrmpCode',
);

export const COLUMN_USES: readonly { readonly value: ColumnUse; readonly label: string }[] = [
  { value: 'unused', label: 'Not used' },
  ...(Object.keys(NAMING) as Naming[]).map((value) => ({ value, label: NAMING[value] })),
  { value: 'city', label: 'City' },
  { value: 'note', label: 'Your note' },
  ...VALUE_FIELDS.map((value) => ({ value, label: FIELDS[value].label })),
];

const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '');

/** Other names that people and other tools give these columns. */
const ALIASES: Readonly<Partial<Record<ColumnUse, readonly string[]>>> = {
  pid: ['pid', 'id', 'cairnid', 'cairnpid'],
  acgmeId: ['acgme', 'acgmeid', 'acgmecode', 'acgmeprogramid', 'programid', 'accreditationid'],
  nrmpCode: ['nrmp', 'nrmpprogramcode', 'nrmpid', 'matchcode'],
  name: ['name', 'program', 'programname', 'residency', 'residencyprogram'],
  state: ['st'],
  specialty: ['field', 'specialtyname'],
  city: ['town'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'remarks'],
  positions: ['positions', 'classsize', 'spots', 'slots', 'quota', 'pgy1positions'],
  salary: ['pay', 'pgy1salary', 'stipend'],
  visaJ1: ['j1', 'j1sponsor', 'j1visas'],
  visaH1b: ['h1b', 'h1bsponsor', 'h1bvisas'],
  website: ['url', 'link', 'webpage'],
  pctImg: ['img', 'imgpercent', 'percentimg', 'pctimg'],
  pctDo: ['do', 'dopercent', 'percentdo'],
  minStep2: ['step2', 'minstep2', 'step2cutoff', 'step2minimum'],
  hospital: ['hospital', 'mainhospital'],
};

const BY_NAME = new Map<string, ColumnUse>(
  COLUMN_USES.filter(({ value }) => value !== 'unused').flatMap(({ value, label }) =>
    [plain(label), plain(value), ...(ALIASES[value] ?? [])].map((name) => [name, value]),
  ),
);

/** One use a column, in their order; of two columns that could be the same, the first is. */
export function guessUses(columns: readonly string[]): ColumnUse[] {
  const taken = new Set<ColumnUse>();
  return columns.map((column) => {
    const use = BY_NAME.get(plain(column)) ?? 'unused';
    if (taken.has(use)) return 'unused';
    if (use !== 'unused') taken.add(use);
    return use;
  });
}

/** Gives a column another use; the column that had it loses it. */
export const withUse = (uses: readonly ColumnUse[], column: number, use: ColumnUse): ColumnUse[] =>
  uses.map((each, at) => (at === column ? use : each === use ? 'unused' : each));

/** Whether rows can name a program: by a number or code, or by name, state and specialty together. */
export const namesPrograms = (uses: readonly ColumnUse[]): boolean =>
  uses.some((use) => use === 'pid' || use === 'acgmeId' || use === 'nrmpCode') ||
  (['name', 'state', 'specialty'] as const).every((use) => uses.includes(use));

/** The cell of a row for a use; empty where no column has it. */
export const cellOf = ({ cells }: TableRow, uses: readonly ColumnUse[], use: ColumnUse): string =>
  cells[uses.indexOf(use)] ?? '';

export function namesOf(row: TableRow, uses: readonly ColumnUse[]): ProgramNames {
  const given = (Object.keys(NAMING) as Naming[]).flatMap((use) => {
    const cell = cellOf(row, uses, use);
    return cell === ''
      ? []
      : [[use, use === 'nrmpCode' || use === 'acgmeId' ? cell.replaceAll(/[\s-]/g, '') : cell]];
  });
  return Object.fromEntries(given) as ProgramNames;
}

export const valueFieldsIn = (uses: readonly ColumnUse[]): FieldKey[] =>
  VALUE_FIELDS.filter((field) => uses.includes(field));

export const unusedColumns = ({ columns }: Table, uses: readonly ColumnUse[]): string[] =>
  columns.filter((_column, at) => uses[at] === 'unused');
