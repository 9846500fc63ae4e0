// Programs side by side: the first column stays, the others are swiped under it; a tap on a value says where it is from.
import { useEffect, useState } from 'preact/hooks';
import type { Pid } from '#domain/ids.ts';
import type { ProgramDetail } from '#domain/query.ts';
import { programName, whereWords } from '#domain/words.ts';
import { programsOf } from '#state/answers.ts';
import { shortlist } from '#state/shortlist.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Page } from '#ui/page.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { compareGroups, hashOfPids, MOST, pidsFromHash } from './model.ts';
import { Origin, type OpenedCell } from './origin.tsx';
import styles from './screen.module.css';
import { CompareTable } from './table.tsx';

/** The chosen programs, kept in the address behind the # so that a comparison can be reopened. */
function useChosen(): readonly [pids: readonly string[], choose: (pids: readonly string[]) => void] {
  const [pids, setPids] = useState<readonly string[]>(() => pidsFromHash(location.hash));
  useEffect(() => {
    const read = () => setPids(pidsFromHash(location.hash));
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return [
    pids,
    (next) => {
      history.replaceState(history.state, '', `${location.pathname}${hashOfPids(next)}`);
      setPids(next);
    },
  ];
}

interface ChooserProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly chosen: readonly string[];
  readonly choose: (pids: readonly string[]) => void;
}

function Chooser({ open, onClose, chosen, choose }: ChooserProps) {
  const kept = shortlist.value ?? [];
  const full = chosen.length >= MOST;
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Which ones?"
      foot={
        <Button look="solid" onClick={onClose}>
          {chosen.length < 2 ? 'Close' : `Compare ${chosen.length}`}
        </Button>
      }
    >
      <p>
        {full
          ? 'Four is the most that can be read side by side. Take one out to add another.'
          : 'Two to four of the programs you keep.'}
      </p>
      {kept.map(({ pid, label }) => {
        const on = chosen.includes(pid);
        return (
          <CheckField
            key={pid}
            label={programName(label)}
            checked={on}
            disabled={full && !on}
            onCommit={(add) => choose(add ? [...chosen, pid] : chosen.filter((each) => each !== pid))}
          />
        );
      })}
    </Sheet>
  );
}

function Compared({
  programs,
  differencesOnly,
}: {
  readonly programs: readonly ProgramDetail[];
  readonly differencesOnly: boolean;
}) {
  const [opened, setOpened] = useState<OpenedCell | null>(null);
  const groups = compareGroups(programs, differencesOnly);
  return (
    <>
      <CompareTable
        programs={programs.map((program) => ({
          pid: program.pid,
          name: programName(program.name),
          where: whereWords(program),
        }))}
        groups={groups}
        onOpen={setOpened}
      />
      {groups.length === 0 && <p>They do not differ in anything that is known.</p>}
      <Origin cell={opened} onClose={() => setOpened(null)} />
    </>
  );
}

export function Screen() {
  const [chosen, choose] = useChosen();
  const [choosing, setChoosing] = useState(false);
  const [differencesOnly, setDifferencesOnly] = useState(false);
  const answer = useAnswer(() => programsOf(() => chosen as readonly Pid[]), [chosen.join()]);
  const kept = shortlist.value;
  if (kept === undefined) return <Page title="Compare" />;
  const chooser = (
    <Chooser open={choosing} onClose={() => setChoosing(false)} chosen={chosen} choose={choose} />
  );
  if (kept.length < 2 && chosen.length < 2) {
    return (
      <Page title="Compare">
        <EmptyState
          title="Keep two programs first"
          actions={
            <ButtonLink look="solid" href="/programs">
              Look through programs
            </ButtonLink>
          }
        >
          Tap the star beside a program to keep it. Then put two to four of them side by side here, without a
          network.
        </EmptyState>
      </Page>
    );
  }
  if (chosen.length < 2) {
    return (
      <Page title="Compare" lead="Put two to four of your programs side by side.">
        <Button look="solid" icon="plus" onClick={() => setChoosing(true)}>
          Choose programs
        </Button>
        {chooser}
      </Page>
    );
  }
  return (
    <Page title="Compare" width="wide">
      <div class={styles.tools}>
        <ChipRow label="What is shown">
          <Chip on={differencesOnly} onToggle={setDifferencesOnly}>
            Differences only
          </Chip>
        </ChipRow>
        <Button look="quiet" icon="plus" onClick={() => setChoosing(true)}>
          Change programs
        </Button>
      </div>
      {answer && answer.length > 0 && <Compared programs={answer} differencesOnly={differencesOnly} />}
      {chooser}
    </Page>
  );
}
