// What a table would do, in numbers that open, and the one question it may raise.
import { FIELDS } from '#domain/field.ts';
import { factWords, programName } from '#domain/words.ts';
import type { Correction } from '#domain/correction.ts';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Table } from '#ui/table.tsx';
import type { Plan } from './own-csv-plan.ts';
import styles from './own-csv.module.css';

export type Winner = 'mine' | 'table';

export interface PreviewProps {
  readonly plan: Plan;
  readonly winner: Winner;
  readonly onWinner: (winner: Winner) => void;
}

/** Rows of a long list that are drawn; the rest is counted. */
const DRAWN = 200;

const words = ({ field, value }: Correction) => factWords(field, { value, source: '', year: null });
export const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

function Listed({
  summary,
  caption,
  columns,
  rows,
}: {
  readonly summary: string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}) {
  if (rows.length === 0) return null;
  return (
    <details class={styles.details}>
      <summary>{summary}</summary>
      <Table
        caption={caption}
        columns={columns.map((label) => ({ key: label, label }))}
        rows={rows.slice(0, DRAWN).map((cells, at) => ({ key: String(at), cells }))}
      />
      {rows.length > DRAWN && <p>And {(rows.length - DRAWN).toLocaleString('en-US')} more.</p>}
    </details>
  );
}

export function Preview({ plan, winner, onWinner }: PreviewProps) {
  const { matched, values, programs, conflicts, same, rejected } = plan;
  return (
    <>
      <FactList>
        <FactLine label="Programs found">{matched.toLocaleString('en-US')}</FactLine>
        <FactLine label="Known already" note="Published, or entered by you before.">
          {same.toLocaleString('en-US')}
        </FactLine>
      </FactList>
      {conflicts.length > 0 && (
        <RadioGroup
          label="Where the table and your own values differ"
          value={winner}
          choices={[
            { value: 'mine', label: 'Keep mine' },
            { value: 'table', label: 'Take the table’s' },
          ]}
          onCommit={onWinner}
        />
      )}
      <Listed
        summary={count(conflicts.length, 'value is unlike yours', 'values are unlike yours')}
        caption="Where the table and your own values differ"
        columns={['Line', 'Program', 'Field', 'Yours', 'The table']}
        rows={conflicts.map(({ line, mine, theirs }) => [
          String(line),
          programName(theirs.label),
          FIELDS[theirs.field].label,
          words(mine),
          words(theirs),
        ])}
      />
      <Listed
        summary={count(rejected.length, 'row or cell is passed over', 'rows or cells are passed over')}
        caption="What is passed over, and why"
        columns={['Line', 'Why']}
        rows={rejected.map(({ line, reason }) => [String(line), reason])}
      />
      <Listed
        summary={count(values.length, 'value to enter', 'values to enter')}
        caption="Values to enter"
        columns={['Program', 'Field', 'Value']}
        rows={values.map((each) => [programName(each.label), FIELDS[each.field].label, words(each)])}
      />
      <Listed
        summary={count(programs.length, 'program to add', 'programs to add')}
        caption="Programs to add"
        columns={['Program', 'State']}
        rows={programs.map(({ name, city, state }) => [name, city ? `${city}, ${state}` : state])}
      />
    </>
  );
}
