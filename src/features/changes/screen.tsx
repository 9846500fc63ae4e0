// What the newest release changed for the programs of the notebook, each with before and after, until the user says they
// have seen it. It reports and links; the notebook is never changed from here.
import type { CatalogChanges, ChangedProgram, NamedProgram, ValueChange } from '#domain/change.ts';
import type { Fact } from '#domain/fact.ts';
import { FIELDS } from '#domain/field.ts';
import { factWords, programName } from '#domain/words.ts';
import { changesInCatalog, changesSeen, seenNotKept } from '#state/changes.ts';
import { sourceWords } from '#state/sources.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page, PageFoot, Section } from '#ui/page.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import styles from './screen.module.css';
import { dateWords, effectWords, otherWords, standingWords, trackWords } from './words.ts';

const BLANK = 'not published';

function Value({ change, fact }: { readonly change: ValueChange; readonly fact: Fact | null }) {
  if (fact === null) return <i class={styles.quiet}>{BLANK}</i>;
  return (
    <>
      <b>{factWords(change.field, fact)}</b> <span class={styles.quiet}>({sourceWords(fact)})</span>
    </>
  );
}

function Became({ programs }: { readonly programs: readonly NamedProgram[] }) {
  return (
    <p class={styles.links}>
      {programs.map(({ pid, name }) => (
        <a key={pid} href={`/programs/${pid}`}>
          {programName(name)}
        </a>
      ))}
    </p>
  );
}

function Changed(program: ChangedProgram) {
  const { pid, name, specialty, standing, values, tracks } = program;
  const effect = effectWords(program);
  return (
    <Section title={<a href={`/programs/${pid}`}>{programName(name)}</a>} aside={specialty}>
      {standing.map((change) => (
        <div key={change.kind}>
          <p class={styles.standing}>{standingWords(change, name)}</p>
          {change.kind === 'merged' && <Became programs={[change.into]} />}
          {change.kind === 'split' && <Became programs={change.into} />}
        </div>
      ))}
      {values.length > 0 && (
        <FactList>
          {values.map((change) => (
            <FactLine key={change.field} label={FIELDS[change.field].label}>
              was <Value change={change} fact={change.was} />, now <Value change={change} fact={change.now} />
            </FactLine>
          ))}
        </FactList>
      )}
      {tracks.map((track) => (
        <p key={track.code}>{trackWords(track)}</p>
      ))}
      {effect !== '' && <p class={styles.effect}>{effect}</p>}
    </Section>
  );
}

function Others({ others }: Pick<Extract<CatalogChanges, { kind: 'changes' }>, 'others'>) {
  return (
    <Section title="Other programs">
      <ul class={styles.others}>
        {others.map((each) => (
          <li key={each.specialty}>
            <a href={`/programs#specialty=${each.specialty}`}>{each.name}</a>: {otherWords(each)}.
          </li>
        ))}
      </ul>
    </Section>
  );
}

const Seen = () => (
  <PageFoot>
    <Button look="solid" icon="check" wide onClick={() => void changesSeen()}>
      I have seen it
    </Button>
  </PageFoot>
);

const TITLE = 'What changed';

export function Screen() {
  const changes = useAnswer(changesInCatalog, []);
  if (changes === undefined) {
    return (
      <Page title={TITLE}>
        <p class={styles.quiet}>Comparing the catalog with the one you saw last.</p>
      </Page>
    );
  }
  if (changes.kind === 'none') {
    return (
      <Page title={TITLE}>
        <EmptyState
          title="You are up to date"
          actions={<ButtonLink href="/my-data">The catalog on this device</ButtonLink>}
        >
          Nothing has changed since you last looked here. When a newer catalog comes in, this page says what
          it means for the programs you have written about.
        </EmptyState>
      </Page>
    );
  }
  const { to } = changes;
  const eyebrow = `Release ${to.version} · ${dateWords(to.date)}`;
  if (changes.kind === 'unreadable') {
    return (
      <Page title={TITLE} eyebrow={eyebrow}>
        <p>
          The release you saw last is no longer whole on this device, so Cairn cannot say what is different.
          The new one is in use, and what you wrote is not touched.
        </p>
        <Seen />
      </Page>
    );
  }
  const { from, programs, others } = changes;
  return (
    <Page
      title={TITLE}
      eyebrow={eyebrow}
      lead={
        <p>
          Since release {from.version} of {dateWords(from.date)}, for the programs in your notebook. Nothing
          you wrote was changed.
        </p>
      }
    >
      {seenNotKept.value && (
        <Notice tone="warn">That could not be stored, so these changes will be shown again.</Notice>
      )}
      {programs.length === 0 && <p>None of the programs in your notebook changed.</p>}
      {programs.map((program) => (
        <Changed key={program.pid} {...program} />
      ))}
      {others.length > 0 && <Others others={others} />}
      <Seen />
    </Page>
  );
}
