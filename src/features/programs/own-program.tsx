// What a program the user added has besides: that it is theirs, their note, the ways to change and to remove it, and the
// word that the catalog has it by now.
import { useState } from 'preact/hooks';
import type { ProgramDetail } from '#domain/query.ts';
import { programName } from '#domain/words.ts';
import { ownPrograms, removeOwnProgram, takeOwnProgramBack } from '#state/own-programs.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { showToast } from '#ui/toast.tsx';
import { OwnProgramForm } from './own-program-form.tsx';

export function OwnProgramLine({ pid, name, nowInCatalog }: ProgramDetail) {
  const [editing, setEditing] = useState(false);
  const program = ownPrograms.value?.find((each) => each.pid === pid);
  if (!program) return null;
  const remove = () => {
    void removeOwnProgram(pid);
    showToast({
      words: `${programName(name)} is out of your lists.`,
      undo: () => void takeOwnProgramBack(pid),
    });
  };
  return (
    <>
      {nowInCatalog && (
        <Notice
          title="This program is in the catalog now"
          actions={<ButtonLink href={`/programs/${nowInCatalog.pid}`}>Open it there</ButtonLink>}
        >
          {programName(nowInCatalog.name)} has the same code. Your notes stay here for as long as you keep
          your own entry.
        </Notice>
      )}
      <Notice
        title="Added by you"
        actions={
          <ButtonRow>
            <Button look="line" icon="edit" onClick={() => setEditing(true)} aria-haspopup="dialog">
              Change
            </Button>
            <Button look="quiet" icon="trash" onClick={remove}>
              Remove
            </Button>
          </ButtonRow>
        }
      >
        {program.note || 'No source of the catalog lists it. What is known of it is what you enter.'}
      </Notice>
      {editing && <OwnProgramForm program={program} onClose={() => setEditing(false)} />}
    </>
  );
}
