// Keeping a program: on the shortlist or not, its stage, and the user's own note.
import type { Pid } from '#domain/ids.ts';
import type { ShortlistEntry } from '#domain/shortlist.ts';
import { programName, stageOptions } from '#domain/words.ts';
import { keepProgram, letGo, moveToStage, shortlist, takeBack, writeNote } from '#state/shortlist.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { FieldGrid } from '#ui/field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toast.tsx';

export const entryOf = (pid: Pid): ShortlistEntry | undefined =>
  shortlist.value?.find((entry) => entry.pid === pid);

/** Keeps a program or lets it go; letting go can be taken back. */
function toggleKept(pid: Pid, label: string): void {
  if (entryOf(pid) === undefined) {
    void keepProgram(pid, label);
    return;
  }
  void letGo(pid);
  showToast({ words: `${programName(label)} is off your shortlist.`, undo: () => void takeBack(pid) });
}

interface Named {
  readonly pid: Pid;
  readonly name: string;
}

/** The star of a row. */
export function KeepStar({ pid, name }: Named) {
  const kept = entryOf(pid) !== undefined;
  return (
    <IconButton
      icon="keep"
      filled={kept}
      label={kept ? `Let go of ${programName(name)}` : `Keep ${programName(name)}`}
      aria-pressed={kept}
      onClick={() => toggleKept(pid, name)}
    />
  );
}

export function KeepPanel({ pid, name }: Named) {
  const entry = entryOf(pid);
  if (!entry) {
    return (
      <Button look="solid" icon="keep" onClick={() => toggleKept(pid, name)}>
        Keep this program
      </Button>
    );
  }
  return (
    <>
      <FieldGrid>
        <SelectField
          label="Stage"
          value={entry.stage}
          choices={stageOptions}
          onCommit={(stage) => stage && void moveToStage(pid, stage)}
        />
      </FieldGrid>
      <TextField
        label="Your note"
        hint="Kept as you type, on this device only."
        lines={3}
        maxLength={20_000}
        value={entry.note}
        onType={(text) => void writeNote(pid, text)}
      />
      <Button look="quiet" icon="keep" iconFilled onClick={() => toggleKept(pid, name)}>
        Let go
      </Button>
    </>
  );
}
