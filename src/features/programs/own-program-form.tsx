// The form for a program that the catalog lacks: added, or mended later. What is typed is kept at each keystroke.
import { useId, useState } from 'preact/hooks';
import {
  draftOfProgram,
  EMPTY_OWN_PROGRAM,
  type OwnProgram,
  type OwnProgramDraft,
  readOwnProgram,
} from '#domain/own-program.ts';
import type { PlaceSuggestion } from '#domain/query.ts';
import { suggestPlaces } from '#state/answers.ts';
import { catalogState } from '#state/catalog.ts';
import { forgetDraft, keepDraft, readDraft } from '#state/form-draft.ts';
import { localDay } from '#state/local-day.ts';
import { freshPid, removeOwnProgram, saveOwnProgram } from '#state/own-programs.ts';
import { profile } from '#state/profile.ts';
import { Button } from '#ui/button.tsx';
import { ComboField } from '#ui/combo-field.tsx';
import { FieldGrid } from '#ui/field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toast.tsx';
import styles from './value-sheet.module.css';

const AS_TYPED = 'as-typed';

/** `Boston, MA` → `Boston`; a ZIP code is no city. */
const cityOf = ({ label, state }: PlaceSuggestion) =>
  state === null ? '' : label.replace(new RegExp(`, ${state}$`), '');

async function citiesFor(text: string) {
  const found = (await suggestPlaces(text)).filter(({ state }) => state !== null);
  return [
    ...found.map((place) => ({
      key: place.label,
      label: cityOf(place),
      detail: place.state ?? '',
      value: place,
    })),
    {
      key: AS_TYPED,
      label: text,
      detail: 'Use what I typed; its distance stays unknown',
      value: { label: text, lat: Number.NaN, lon: Number.NaN, state: null },
    },
  ];
}

/** A draft as texts, which is how drafts are kept. */
const texts = ({ lat, lon, ...rest }: OwnProgramDraft) => ({
  ...rest,
  lat: lat === null ? '' : String(lat),
  lon: lon === null ? '' : String(lon),
});
function fromTexts(base: OwnProgramDraft, kept: Readonly<Record<string, string>> | null): OwnProgramDraft {
  if (kept === null) return base;
  const { lat, lon, ...rest } = kept;
  const degrees = (text: string | undefined) => (text ? Number(text) : null);
  return { ...base, ...rest, lat: degrees(lat), lon: degrees(lon) };
}

export interface OwnProgramFormProps {
  /** Null for a new one. */
  readonly program: OwnProgram | null;
  readonly onClose: () => void;
}

export function OwnProgramForm({ program, onClose }: OwnProgramFormProps) {
  const formId = useId();
  const form = `own-program/${program?.pid ?? 'new'}`;
  const [draft, setDraft] = useState(() => {
    const specialty = profile.peek()?.specialties[0] ?? '';
    const base = program ? draftOfProgram(program) : { ...EMPTY_OWN_PROGRAM, specialty };
    return fromTexts(base, readDraft(form));
  });
  const [wrong, setWrong] = useState<Readonly<Partial<Record<keyof OwnProgramDraft, string>>>>({});
  const catalog = catalogState.value;
  if (catalog.kind !== 'ready') return null;
  const { specialties, states } = catalog.overview;

  const type = (part: Partial<OwnProgramDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(form, texts(next));
    setWrong(Object.fromEntries(Object.entries(wrong).filter(([field]) => !(field in part))));
  };
  const save = () => {
    const row = { pid: program?.pid ?? freshPid(), on: program?.on ?? localDay(new Date()) };
    const reading = readOwnProgram(draft, row);
    if (reading.kind === 'refused') {
      setWrong(reading.sentences);
      return;
    }
    forgetDraft(form);
    void saveOwnProgram(reading.program);
    showToast({
      words: program ? 'Your program is changed.' : `${reading.program.name} is in your lists now.`,
      undo: () => void (program ? saveOwnProgram(program) : removeOwnProgram(row.pid)),
    });
    onClose();
  };

  return (
    <Sheet
      open
      onClose={onClose}
      title={program ? 'Your program' : 'A program that is missing'}
      foot={
        <Button look="solid" type="submit" form={formId}>
          {program ? 'Save' : 'Add it'}
        </Button>
      }
    >
      <form
        id={formId}
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>It stands in your lists like any other, marked as added by you, and stays on this device.</p>
        <TextField
          label="Name"
          maxLength={200}
          error={wrong.name}
          value={draft.name}
          onType={(name) => type({ name })}
        />
        <SelectField
          label="Specialty"
          none="Choose one"
          error={wrong.specialty}
          value={specialties.find(({ id }) => id === draft.specialty)?.id as string | undefined}
          choices={specialties.map(({ id, name }) => ({ value: id as string, label: name }))}
          onCommit={(specialty) => type({ specialty: specialty ?? '' })}
        />
        <FieldGrid>
          <ComboField
            label="City"
            hint="From the list, its distance and its time zone are known."
            error={wrong.city}
            value={draft.city}
            suggest={citiesFor}
            onChoose={({ value, key }) =>
              type(
                key === AS_TYPED
                  ? { city: value.label, lat: null, lon: null }
                  : {
                      city: cityOf(value),
                      state: value.state ?? draft.state,
                      lat: value.lat,
                      lon: value.lon,
                    },
              )
            }
            onClear={() => type({ city: '', lat: null, lon: null })}
          />
          <SelectField
            label="State"
            none="Choose one"
            error={wrong.state}
            value={draft.state || undefined}
            choices={states.map(({ code, name }) => ({ value: code, label: name }))}
            onCommit={(state) =>
              // A city lies in one state: another state is another city, whose place is not known.
              type({ state: state ?? '', ...(state === draft.state ? {} : { lat: null, lon: null }) })
            }
          />
        </FieldGrid>
        <FieldGrid>
          <TextField
            label="ACGME number"
            hint="If you know it: ten digits."
            inputMode="numeric"
            autoComplete="off"
            error={wrong.acgmeId}
            value={draft.acgmeId}
            onType={(acgmeId) => type({ acgmeId })}
          />
          <TextField
            label="NRMP code"
            hint="If you know it, such as 1265400C0."
            autoComplete="off"
            error={wrong.nrmpCode}
            value={draft.nrmpCode}
            onType={(nrmpCode) => type({ nrmpCode })}
          />
        </FieldGrid>
        <TextField
          label="Your note"
          lines={3}
          maxLength={20_000}
          value={draft.note}
          onType={(note) => type({ note })}
        />
      </form>
    </Sheet>
  );
}
