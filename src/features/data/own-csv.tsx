// The user's own table of programs: chosen, its columns understood, shown what it would do, and only then brought in:
// whole, in one step that can be undone. It is read on this device and sent nowhere.
import { useMemo, useRef, useState } from 'preact/hooks';
import { corrections } from '#state/corrections.ts';
import { localDay } from '#state/local-day.ts';
import { importOwn, matchesOf } from '#state/own-import.ts';
import { freshPid } from '#state/own-programs.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { box, describedBy, FieldFrame, FieldGrid, useFieldIds } from '#ui/field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { showToast } from '#ui/toast.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { readTableFile } from './own-csv-file.ts';
import {
  COLUMN_USES,
  type ColumnUse,
  guessUses,
  namesOf,
  namesPrograms,
  unusedColumns,
  valueFieldsIn,
  withUse,
} from './own-csv-mapping.ts';
import { planImport } from './own-csv-plan.ts';
import { count, Preview, type Winner } from './own-csv-preview.tsx';
import { readTable, type Table } from './own-csv-table.ts';
import styles from './own-csv.module.css';

const LIST = new Intl.ListFormat('en-US');

interface Columns {
  readonly table: Table;
  readonly uses: readonly ColumnUse[];
  readonly onUses: (uses: readonly ColumnUse[]) => void;
}

function ColumnsField({ table, uses, onUses }: Columns) {
  const unused = unusedColumns(table, uses);
  const isNaming = namesPrograms(uses);
  return (
    <>
      {!isNaming && (
        <Notice tone="warn" title="No column names the programs">
          Say below which column holds the ACGME number or the NRMP code, or which ones hold the name, the
          state and the specialty.
        </Notice>
      )}
      <details class={styles.details} open={!isNaming}>
        <summary>
          {count(table.columns.length - unused.length, 'column is used', 'columns are used')}
          {unused.length > 0 && `; not used: ${LIST.format(unused)}`}
        </summary>
        <FieldGrid>
          {table.columns.map((column, at) => (
            <SelectField
              key={`${column}-${at}`}
              label={column}
              hint={`For example: ${table.rows.find(({ cells }) => cells[at])?.cells[at]?.slice(0, 60) ?? 'empty'}`}
              value={uses[at] ?? 'unused'}
              choices={COLUMN_USES}
              onCommit={(use) => onUses(withUse(uses, at, use ?? 'unused'))}
            />
          ))}
        </FieldGrid>
      </details>
    </>
  );
}

function Chosen({ table, onDone }: { readonly table: Table; readonly onDone: () => void }) {
  const [uses, setUses] = useState<readonly ColumnUse[]>(() => guessUses(table.columns));
  const [winner, setWinner] = useState<Winner>('mine');
  const [failure, setFailure] = useState<string | undefined>();
  const [busy, setBusy] = useState(false);
  const question = useMemo(
    () => ({ rows: table.rows.map((row) => namesOf(row, uses)), fields: valueFieldsIn(uses) }),
    [table, uses],
  );
  const matches = useAnswer(() => matchesOf(() => question), [question]);
  const mine = corrections.value;
  const plan = useMemo(
    () =>
      matches && mine && namesPrograms(uses)
        ? planImport(table, uses, matches, { corrections: mine, today: localDay(new Date()), freshPid })
        : null,
    [table, uses, matches, mine],
  );

  const taken = plan?.conflicts.filter(() => winner === 'table').map(({ theirs }) => theirs) ?? [];
  const values = [...(plan?.values ?? []), ...taken];
  const words = [
    values.length > 0 && count(values.length, 'value', 'values'),
    plan && plan.programs.length > 0 && count(plan.programs.length, 'program', 'programs'),
  ].filter((part) => typeof part === 'string');

  const bringIn = async () => {
    if (!plan) return;
    setBusy(true);
    const outcome = await importOwn({ corrections: values, programs: plan.programs });
    setBusy(false);
    if (outcome.kind === 'failing') {
      setFailure(outcome.sentence);
      return;
    }
    showToast({ words: `${LIST.format(words)} brought in.`, undo: () => void outcome.undo() });
    onDone();
  };

  return (
    <>
      <ColumnsField table={table} uses={uses} onUses={setUses} />
      {plan && <Preview plan={plan} winner={winner} onWinner={setWinner} />}
      {plan && words.length === 0 && <Notice>There is nothing new in this table.</Notice>}
      {failure !== undefined && <Notice tone="bad">{failure}</Notice>}
      <ButtonRow>
        {plan && words.length > 0 && (
          <Button look="solid" disabled={busy} onClick={() => void bringIn()}>
            Bring in {LIST.format(words)}
          </Button>
        )}
        <Button look="quiet" onClick={onDone}>
          Leave it
        </Button>
      </ButtonRow>
    </>
  );
}

export function OwnCsv() {
  const ids = useFieldIds();
  const input = useRef<HTMLInputElement>(null);
  const [table, setTable] = useState<Table | null>(null);
  const [error, setError] = useState<string | undefined>();
  const turn = useRef(0);

  const choose = async (file: File | undefined) => {
    turn.current += 1;
    const mine = turn.current;
    setTable(null);
    setError(undefined);
    if (!file) return;
    const [read, { default: papa }] = await Promise.all([readTableFile(file), import('papaparse')]);
    // Another file was chosen meanwhile.
    if (mine !== turn.current) return;
    const reading = read.kind === 'text' ? readTable(read.text, papa) : read;
    if (reading.kind === 'table') setTable(reading.table);
    else setError(reading.sentence);
  };
  const words = {
    label: 'Your table',
    hint: 'A CSV file of at most 10 MB and 10,000 rows, with a column for the ACGME number, the NRMP code, or the name, state and specialty.',
    error,
  };
  return (
    <Section title="Your own table of programs" id="own-table">
      <p>
        What you have gathered elsewhere becomes your own values, marked as yours, and programs that are
        missing are added. You see what it would do before anything is done; the file stays on this device.
      </p>
      <FieldFrame ids={ids} {...words}>
        <input
          class={`${box} ${styles.file}`}
          id={ids.control}
          ref={input}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          {...describedBy(ids, words)}
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      </FieldFrame>
      {table && (
        <Chosen
          table={table}
          onDone={() => {
            setTable(null);
            if (input.current) input.current.value = '';
          }}
        />
      )}
    </Section>
  );
}
