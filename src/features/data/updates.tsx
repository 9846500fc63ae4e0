// How fresh the catalog is, and the button that looks for a newer one now: with how far it is, a way to stop it, and a
// sentence for whatever it comes to.
import { useEffect } from 'preact/hooks';
import { updateCatalog } from '#state/catalog.ts';
import {
  askedOutcome,
  cancelSync,
  readStanding,
  type SyncOutcome,
  syncStanding,
  syncWork,
} from '#state/catalog-sync.ts';
import { changesInCatalog } from '#state/changes.ts';
import { online } from '#state/device.ts';
import { refusalSentence } from '#state/sync-words.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/page.tsx';
import { Progress } from '#ui/progress.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import styles from './screen.module.css';
import { freshWords, lastCheckWords, nextCheckWords, stepWords } from './words.ts';

function Outcome({ outcome }: { readonly outcome: SyncOutcome }) {
  switch (outcome.kind) {
    case 'installed':
      return outcome.version === outcome.from ? (
        <p>The damaged parts were fetched again. Your catalog is whole.</p>
      ) : (
        <p>Release {outcome.version} is in use now.</p>
      );
    case 'unchanged':
    case 'not-due':
      return <p>Yours is the newest there is.</p>;
    case 'held':
      return <p>The newest release is in use. It could not be stored, so it is gone when the app closes.</p>;
    case 'refused':
      return outcome.reason === 'cancelled' ? (
        <p>{refusalSentence(outcome.reason)}</p>
      ) : (
        <Notice tone="warn">{refusalSentence(outcome.reason)}</Notice>
      );
  }
}

function UpdateNow() {
  const work = syncWork.value;
  const outcome = askedOutcome.value;
  if (work.kind === 'working' && work.mode === 'now') {
    const { step } = work;
    return (
      <>
        <Progress
          label={stepWords(step)}
          done={step.kind === 'fetching' ? step.done : 0}
          of={step.kind === 'fetching' ? step.of : null}
        />
        <ButtonRow>
          <Button icon="close" onClick={cancelSync}>
            Stop
          </Button>
        </ButtonRow>
      </>
    );
  }
  return (
    <>
      <ButtonRow>
        <Button icon="refresh" onClick={() => void updateCatalog()}>
          Update now
        </Button>
      </ButtonRow>
      {!online.value && (
        <p class={styles.quiet}>There is no network just now. Everything works without one but this.</p>
      )}
      <div role="status">{outcome && <Outcome outcome={outcome} />}</div>
    </>
  );
}

export function Updates() {
  useEffect(() => void readStanding(), []);
  const changes = useAnswer(changesInCatalog, []);
  const standing = syncStanding.value;
  const now = Date.now();
  return (
    <Section
      title="Updates"
      aside={changes && changes.kind !== 'none' && <a href="/changes">See what changed</a>}
    >
      {standing && (
        <FactList>
          <FactLine label="Freshness">{freshWords(standing, now)}</FactLine>
          <FactLine label="Last checked">{lastCheckWords(standing, now)}</FactLine>
          <FactLine label="Next check">{nextCheckWords(standing, now)}</FactLine>
        </FactList>
      )}
      <UpdateNow />
      <p class={styles.quiet}>
        Each release is signed by its publisher and checked before it is used. A check asks for one small file
        and tells nobody anything about you.
      </p>
    </Section>
  );
}
