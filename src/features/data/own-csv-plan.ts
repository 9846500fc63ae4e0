// What a table would do, worked out before anything is done: values to enter, programs to add, where it and the user's
// own values differ, and every row that is passed over, with its line and the reason.
import { type Correction, correctionId } from '#domain/correction.ts';
import { sameValue } from '#domain/disagreement.ts';
import type { FactValue } from '#domain/fact.ts';
import { FIELDS, type FieldKey } from '#domain/field.ts';
import { readField } from '#domain/field-input.ts';
import type { Pid, SpecialtyId } from '#domain/ids.ts';
import { EMPTY_OWN_PROGRAM, type OwnProgram, readOwnProgram } from '#domain/own-program.ts';
import type { ProgramMatch } from '#domain/query.ts';
import { cellOf, type ColumnUse, namesOf, valueFieldsIn } from './own-csv-mapping.ts';
import type { Rejected, Table, TableRow } from './own-csv-table.ts';

export interface Conflict {
  readonly line: number;
  readonly mine: Correction;
  readonly theirs: Correction;
}

export interface Plan {
  /** Programs of the catalog or of the user's own that rows name. */
  readonly matched: number;
  readonly values: readonly Correction[];
  readonly programs: readonly OwnProgram[];
  readonly conflicts: readonly Conflict[];
  /** Values that say what is published, or what the user has entered already. */
  readonly same: number;
  readonly rejected: readonly Rejected[];
}

export interface Notebook {
  readonly corrections: readonly Correction[];
  /** ISO date. */
  readonly today: string;
  readonly freshPid: () => Pid;
}

interface Found {
  readonly pid: Pid;
  readonly name: string;
  readonly published: Readonly<Partial<Record<FieldKey, FactValue>>>;
}

const ADD_NEEDS =
  'Cairn knows no such program. To add it, a row needs a name, and a specialty and a state that Cairn knows.';

export function planImport(
  table: Table,
  uses: readonly ColumnUse[],
  matches: readonly ProgramMatch[],
  notebook: Notebook,
): Plan {
  const { today, freshPid } = notebook;
  const fields = valueFieldsIn(uses);
  const mine = new Map(notebook.corrections.map((each) => [correctionId(each), each]));
  const rejected: Rejected[] = [...table.rejected];
  const matched = new Set<Pid>();
  const added = new Map<string, OwnProgram>();
  const entered = new Map<string, { line: number; value: FactValue }>();
  const values: Correction[] = [];
  const conflicts: Conflict[] = [];
  let same = 0;

  /** The program to be added for a row, once for all rows that name it; null where the row has not enough. */
  function addedFor(row: TableRow, match: Extract<ProgramMatch, { kind: 'none' }>): OwnProgram | string {
    const cell = (use: ColumnUse) => cellOf(row, uses, use);
    const { specialty, state } = match;
    if (cell('name') === '' || specialty === null || state === null) return ADD_NEEDS;
    const reading = readOwnProgram(
      {
        ...EMPTY_OWN_PROGRAM,
        name: cell('name'),
        specialty: specialty satisfies SpecialtyId,
        city: cell('city'),
        state,
        acgmeId: cell('acgmeId'),
        nrmpCode: cell('nrmpCode'),
        note: cell('note'),
      },
      { pid: freshPid(), on: today },
    );
    if (reading.kind === 'refused') return Object.values(reading.sentences).join(' ');
    const { name, acgmeId, nrmpCode } = reading.program;
    const key = acgmeId ?? nrmpCode ?? [name.toLowerCase(), specialty, state].join('\u0000');
    const before = added.get(key);
    if (!before) added.set(key, reading.program);
    return before ?? reading.program;
  }

  function programOf(row: TableRow, match: ProgramMatch | undefined): Found | string {
    if (Object.keys(namesOf(row, uses)).length === 0) return 'It names no program.';
    if (match === undefined || match.kind === 'several')
      return 'What it names belongs to more than one program.';
    if (match.kind === 'none') {
      const program = addedFor(row, match);
      return typeof program === 'string' ? program : { ...program, published: {} };
    }
    matched.add(match.pid);
    return match;
  }

  function enter(row: TableRow, { pid, name, published }: Found, field: FieldKey): void {
    const reading = readField(field, cellOf(row, uses, field as ColumnUse));
    if (reading.kind === 'empty') return;
    const { label } = FIELDS[field];
    if (reading.kind === 'refused') {
      rejected.push({ line: row.line, reason: `${label}: ${reading.sentence}` });
      return;
    }
    const { value } = reading;
    const theirs: Correction = {
      pid,
      field,
      value,
      note: cellOf(row, uses, 'note').slice(0, 2000),
      on: today,
      label: name,
    };
    const id = correctionId(theirs);
    const before = entered.get(id);
    if (before) {
      if (!sameValue(field, before.value, value)) {
        rejected.push({ line: row.line, reason: `${label}: line ${before.line} says otherwise.` });
      }
      return;
    }
    entered.set(id, { line: row.line, value });
    const own = mine.get(id);
    const known = own ? own.value : published[field];
    if (known !== undefined && sameValue(field, known, value)) same++;
    else if (own) conflicts.push({ line: row.line, mine: own, theirs });
    else values.push(theirs);
  }

  table.rows.forEach((row, at) => {
    const program = programOf(row, matches[at]);
    if (typeof program === 'string') rejected.push({ line: row.line, reason: program });
    else for (const field of fields) enter(row, program, field);
  });

  return {
    matched: matched.size,
    values,
    programs: [...added.values()],
    conflicts,
    same,
    rejected: rejected.toSorted((a, b) => a.line - b.line),
  };
}
