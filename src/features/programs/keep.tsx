// Keeping a program: on the shortlist or not, its stage, and the user's own note.
import type { Pid } from '#domain/ids.ts';
import { stageOptions, type ShortlistEntry } from '#domain/shortlist.ts';
import { programName } from '#domain/words.ts';
import { rowsAbout } from '#state/whereabouts.ts';
import { keepProgram, letGo, moveToStage, shortlist, takeBack, writeNote } from '#state/shortlist.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { FieldGrid } from '#ui/field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toast.tsx';

/** All that was kept about a program: under its own pid first, then under those merged into it. */
export const entriesOf = (pid: Pid): readonly ShortlistEntry[] => rowsAbout(shortlist.value ?? [], pid);

export const entryOf = (pid: Pid): ShortlistEntry | undefined => entriesOf(pid)[0];

/** Keeps a program or lets it go; letting go can be taken back. */
function toggleKept(pid: Pid, label: string): void {
  const kept = entriesOf(pid).map((entry) => entry.pid);
  if (kept.length === 0) {
    void keepProgram(pid, label);
    return;
  }
  for (const each of kept) void letGo(each);
  showToast({
    words: `${programName(label)} is off your shortlist.`,
    undo: () => {
      for (const each of kept) void takeBack(each);
    },
  });
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
  const [entry, ...others] = entriesOf(pid);
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
          onCommit={(stage) => stage && void moveToStage(entry.pid, stage)}
        />
      </FieldGrid>
      <TextField
        label={entry.pid === pid ? 'Your note' : `Your note from ${programName(entry.label)}`}
        hint={
          entry.pid === pid
            ? 'Kept as you type, on this device only.'
            : `It was merged into ${programName(name)}. Kept as you type, on this device only.`
        }
        lines={3}
        maxLength={20_000}
        value={entry.note}
        onType={(text) => void writeNote(entry.pid, text)}
      />
      {others.map((other) => (
        <TextField
          key={other.pid}
          label={`Your note from ${programName(other.label)}`}
          hint={`It was merged into ${programName(name)}.`}
          lines={3}
          maxLength={20_000}
          value={other.note}
          onType={(text) => void writeNote(other.pid, text)}
        />
      ))}
      <Button look="quiet" icon="keep" iconFilled onClick={() => toggleKept(pid, name)}>
        Let go
      </Button>
    </>
  );
}
