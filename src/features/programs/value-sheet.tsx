// All there is to say of one field of one program: the user's own value, what is published with each source's weakness,
// and the form that puts a value of their own in place or withdraws it.
import { useId, useState } from 'preact/hooks';
import { isOwn, published } from '#domain/own.ts';
import { sameValue, sourcesDiffer } from '#domain/disagreement.ts';
import type { Fact } from '#domain/fact.ts';
import { type Field, FIELDS } from '#domain/field.ts';
import { fieldText, readField } from '#domain/field-input.ts';
import type { FieldFacts, ProgramDetail } from '#domain/query.ts';
import { factWords, programName } from '#domain/words.ts';
import { correct, correctionOf, takeCorrectionBack, withdrawCorrection } from '#state/corrections.ts';
import { forgetDraft, keepDraft, readDraft } from '#state/form-draft.ts';
import { localDay } from '#state/local-day.ts';
import { sources } from '#state/sources.ts';
import { Button } from '#ui/button.tsx';
import { Blank, FactLine, FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Tag } from '#ui/tag.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toast.tsx';
import { ValueInput } from './value-input.tsx';
import styles from './value-sheet.module.css';

// A date without a time is the same day everywhere.
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

export interface ValueSheetProps {
  readonly program: Pick<ProgramDetail, 'pid' | 'name'>;
  /** Null while no field is open. */
  readonly field: FieldFacts | null;
  readonly onClose: () => void;
}

function Sourced({ field, facts }: { readonly field: FieldFacts['field']; readonly facts: readonly Fact[] }) {
  return (
    <FactList>
      {facts.map((fact, at) => {
        const source = sources.value.get(fact.source);
        return (
          <FactLine
            key={`${fact.source}-${at}`}
            label={fact.year ?? 'No year given'}
            note={
              <>
                {source?.title ?? fact.source}
                {source?.weakness && (
                  <details>
                    <summary>Weakness of this source</summary>
                    {source.weakness}
                  </details>
                )}
              </>
            }
          >
            {factWords(field, fact)}
          </FactLine>
        );
      })}
    </FactList>
  );
}

function Published({ field, facts }: FieldFacts) {
  const { question, caution }: Field = FIELDS[field];
  const others = published(facts);
  if (others.length === 0) {
    return (
      <p>
        <Blank>Nobody has published it.</Blank> {question && `You could ask: ${question}`}
      </p>
    );
  }
  return (
    <>
      <Sourced field={field} facts={others} />
      {sourcesDiffer(field, others) && (
        <Notice tone="warn">
          The sources differ. The newest stands first, and it is the one that counts.
        </Notice>
      )}
      {caution && <Notice>{caution}</Notice>}
    </>
  );
}

function Own({ field, facts, ownUnder, onWithdraw }: FieldFacts & { readonly onWithdraw: () => void }) {
  const [mine] = facts;
  const row = ownUnder && correctionOf(ownUnder, field);
  if (!mine || !isOwn(mine) || !row) return null;
  const [newest] = published(facts);
  return (
    <div>
      <FactList>
        <FactLine
          label={<Tag tone="accent">yours</Tag>}
          own
          note={`${DATE.format(new Date(row.on))}${row.note && `. ${row.note}`}`}
        >
          {factWords(field, mine)}
        </FactLine>
      </FactList>
      {newest && sameValue(field, newest.value, mine.value) && (
        <Notice>The catalog says the same by now. You can withdraw yours.</Notice>
      )}
      <Button look="quiet" icon="undo" onClick={onWithdraw}>
        Withdraw mine
      </Button>
    </div>
  );
}

function Opened({ program, field: opened, onClose }: ValueSheetProps & { readonly field: FieldFacts }) {
  const { field, facts, ownUnder } = opened;
  const { label } = FIELDS[field];
  const under = ownUnder ?? program.pid;
  const row = correctionOf(under, field);
  const formId = useId();
  const form = `correction/${under}/${field}`;
  const [draft, setDraft] = useState(() => {
    const stored = { text: row ? fieldText(field, row.value) : '', note: row?.note ?? '' };
    return { ...stored, ...readDraft(form) };
  });
  const [error, setError] = useState<string | undefined>();
  const type = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(form, next);
    setError(undefined);
  };

  const withdraw = () => {
    forgetDraft(form);
    void withdrawCorrection(under, field);
    showToast({
      words: `${label}: what is published counts again.`,
      undo: () => void takeCorrectionBack(under, field),
    });
    onClose();
  };
  const save = () => {
    const reading = readField(field, draft.text);
    if (reading.kind !== 'value') {
      setError(reading.kind === 'empty' ? 'Enter a value.' : reading.sentence);
      return;
    }
    forgetDraft(form);
    const [note, on] = [draft.note.trim(), localDay(new Date())];
    void correct({ pid: under, field, value: reading.value, note, on, label: row?.label ?? program.name });
    showToast({
      words: `${label}: your value counts now.`,
      undo: () => void (row ? correct(row) : withdrawCorrection(under, field)),
    });
    onClose();
  };

  return (
    <Sheet
      open
      onClose={onClose}
      title={label}
      foot={
        <Button look="solid" type="submit" form={formId}>
          Use my value
        </Button>
      }
    >
      <p>{programName(program.name)}</p>
      <Own {...opened} onWithdraw={withdraw} />
      <Published field={field} facts={facts} />
      <form
        id={formId}
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <ValueInput field={field} text={draft.text} error={error} onType={(text) => type({ text })} />
        <TextField
          label="Where you know it from"
          hint="If you like. Your value wins for you, stays on this device and outlives every update."
          placeholder="Told by the coordinator, November 3"
          maxLength={2000}
          value={draft.note}
          onType={(note) => type({ note })}
        />
      </form>
    </Sheet>
  );
}

export function ValueSheet(props: ValueSheetProps) {
  const { field } = props;
  return field && <Opened key={field.field} {...props} field={field} />;
}
