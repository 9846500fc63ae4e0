// One program, whole: how well it fits and why, what is known and from where, what nobody has published, and what the
// user makes of it.
import type { Pid } from '#domain/ids.ts';
import type { ProgramDetail } from '#domain/query.ts';
import { dealBreakerWords, points, programName, rangeWords, whereWords } from '#domain/words.ts';
import { programsOf } from '#state/answers.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figure } from '#ui/figure.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page, Section } from '#ui/page.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { Blanks } from './blanks.tsx';
import { ChanceLine } from './chance-line.tsx';
import { KnownFacts } from './field-facts.tsx';
import { entryOf, KeepPanel } from './keep.tsx';
import styles from './program-screen.module.css';
import { Reasons } from './reasons.tsx';
import { Siblings } from './siblings.tsx';
import { Tracks } from './tracks.tsx';

function FitHead({ fit, reasons }: ProgramDetail) {
  if (reasons.length === 0) {
    return (
      <p>
        There is no fit to show until you say what matters. <a href="/profile#wishes">Set your wishes</a>
      </p>
    );
  }
  const known = reasons.filter(({ value }) => value !== null).length;
  return (
    <p class={styles.fit}>
      {fit ? (
        <Figure size="big" unit={fit.lo === fit.hi ? 'fit' : `fit, ${rangeWords(fit)}`}>
          {points(fit.value)}
        </Figure>
      ) : (
        <span>Nothing you weigh is known here.</span>
      )}
      <span class={styles.quiet}>
        {known} of {reasons.length} wishes known
      </span>
    </p>
  );
}

function Warnings({ unconfirmed, lastSeenYear, independent, excludedBy, status }: ProgramDetail) {
  return (
    <>
      {status === 'closed' && <Notice tone="warn">This program has closed. Your notes stay here.</Notice>}
      {unconfirmed && (
        <Notice tone="warn">
          Last seen in a list of {lastSeenYear}. It may have closed or changed its name; check before you
          count on it.
        </Notice>
      )}
      {independent && (
        <Notice>This track is entered after another residency, not by graduating students.</Notice>
      )}
      {excludedBy && (
        <Notice tone="warn" actions={<a href="/profile#deal-breakers">Change your deal-breakers</a>}>
          One of your deal-breakers keeps it out of your lists: {dealBreakerWords(excludedBy)}.
        </Notice>
      )}
    </>
  );
}

function Body(detail: ProgramDetail) {
  const earlier = detail.names.slice(1).map((fact) => String(fact.value));
  return (
    <>
      <Warnings {...detail} />
      <FitHead {...detail} />
      <ChanceLine pid={detail.pid} />
      {detail.reasons.length > 0 && (
        <Section title="Why" aside={<a href="/profile#wishes">Change what counts</a>}>
          <Reasons reasons={detail.reasons} />
        </Section>
      )}
      <Section title="What you make of it">
        <KeepPanel pid={detail.pid} name={detail.name} />
      </Section>
      <Blanks fields={detail.fields} />
      <KnownFacts fields={detail.fields} />
      <Tracks tracks={detail.tracks} />
      <Siblings siblings={detail.siblings} />
      {earlier.length > 0 && <p class={styles.quiet}>Also listed as {earlier.join('; ')}.</p>}
      <p class={styles.quiet}>
        The official word is the program’s own and that of the ACGME and the NRMP; what stands here was read
        in the sources and years named.
      </p>
    </>
  );
}

const eyebrowOf = (detail: ProgramDetail) => `${detail.specialty} · ${whereWords(detail)}`;

/** The program beside the list; the list keeps the page's heading. */
export function ProgramPane({ pid }: { readonly pid: string }) {
  const answer = useAnswer(() => programsOf(() => [pid as Pid]), [pid]);
  const [detail] = answer ?? [];
  if (!detail) return <p class={styles.quiet}>{answer && 'That program is not in this catalog.'}</p>;
  return (
    <article class={styles.pane} aria-labelledby="open-program">
      <p class={styles.quiet}>{eyebrowOf(detail)}</p>
      <h2 id="open-program">
        <a class={styles.title} href={`/programs/${detail.pid}`}>
          {programName(detail.name)}
        </a>
      </h2>
      <Body {...detail} />
    </article>
  );
}

export function Screen({ pid }: { readonly pid: string }) {
  const answer = useAnswer(() => programsOf(() => [pid as Pid]), [pid]);
  if (answer === undefined) return <Page title="Program" />;
  const [detail] = answer;
  if (detail) {
    return (
      <Page title={programName(detail.name)} eyebrow={eyebrowOf(detail)}>
        <Body {...detail} />
      </Page>
    );
  }
  const kept = entryOf(pid as Pid);
  return (
    <Page title={kept ? programName(kept.label) : 'Program not found'}>
      <EmptyState
        title="Not in this catalog"
        actions={<ButtonLink href="/programs">Search all programs</ButtonLink>}
      >
        {kept
          ? `The catalog no longer lists it. Your note stays: ${kept.note || 'nothing written yet'}.`
          : 'The address names no program that the catalog holds.'}
      </EmptyState>
    </Page>
  );
}
