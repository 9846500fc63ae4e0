// One program, whole: how well it fits and why, what is known and from where, what nobody has published, and what the
// user makes of it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { FIELD_KEYS, type FieldKey } from '#domain/field.ts';
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
import { ChanceLine } from './chance-line.tsx';
import { GroupedFacts } from './field-facts.tsx';
import { entryOf, KeepPanel } from './keep.tsx';
import { OwnProgramLine } from './own-program.tsx';
import styles from './program-screen.module.css';
import { Reasons } from './reasons.tsx';
import { Siblings } from './siblings.tsx';
import { Standing } from './standing.tsx';
import { Tracks } from './tracks.tsx';
import { ValueSheet } from './value-sheet.tsx';

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

function Warnings(detail: ProgramDetail) {
  const { unconfirmed, lastSeenYear, independent, excludedBy, ended } = detail;
  return (
    <>
      <Standing {...detail} />
      {unconfirmed && !ended && (
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

interface BodyProps {
  readonly detail: ProgramDetail;
  readonly onOpen: (field: FieldKey) => void;
}

function Body({ detail, onOpen }: BodyProps) {
  const earlier = detail.names.slice(1).map((fact) => String(fact.value));
  return (
    <>
      <OwnProgramLine {...detail} />
      <Warnings {...detail} />
      <FitHead {...detail} />
      <ChanceLine pid={detail.pid} />
      {detail.reasons.length > 0 && (
        <Section title="Why" aside={<a href="/profile#wishes">Change what counts</a>}>
          <Reasons reasons={detail.reasons} onOpen={onOpen} />
        </Section>
      )}
      <Section
        title="What you make of it"
        aside={<a href={`/criteria/${detail.pid}`}>Mark it by your own criteria</a>}
      >
        <KeepPanel pid={detail.pid} name={detail.name} />
      </Section>
      <GroupedFacts fields={detail.fields} onOpen={onOpen} />
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

/** The field that is open, with the sheet for it. */
function useOpenField(
  detail: ProgramDetail | undefined,
  first: FieldKey | null,
): [sheet: ComponentChildren, open: (field: FieldKey) => void] {
  const [opened, setOpened] = useState(first);
  const field = detail?.fields.find((each) => each.field === opened) ?? null;
  const sheet = detail && (
    <ValueSheet
      program={detail}
      field={field}
      onClose={() => {
        setOpened(null);
        // Opened by an address: going on from here must not open it again.
        if (fieldFromHash(location.hash)) history.replaceState(history.state, '', location.pathname);
      }}
    />
  );
  return [sheet, setOpened];
}

/** `#correct=beds` opens a field: another screen leads there. */
function fieldFromHash(hash: string): FieldKey | null {
  const asked = new URLSearchParams(hash.replace(/^#/, '')).get('correct');
  return FIELD_KEYS.find((field) => field === asked) ?? null;
}

/** The program beside the list; the list keeps the page's heading. */
export function ProgramPane({ pid }: { readonly pid: string }) {
  const answer = useAnswer(() => programsOf(() => [pid as Pid]), [pid]);
  const [detail] = answer ?? [];
  const [sheet, open] = useOpenField(detail, null);
  if (!detail) return <p class={styles.quiet}>{answer && 'That program is not in this catalog.'}</p>;
  return (
    <article class={styles.pane} aria-labelledby="open-program">
      <p class={styles.quiet}>{eyebrowOf(detail)}</p>
      <h2 id="open-program">
        <a class={styles.title} href={`/programs/${detail.pid}`}>
          {programName(detail.name)}
        </a>
      </h2>
      <Body detail={detail} onOpen={open} />
      {sheet}
    </article>
  );
}

export function Screen({ pid }: { readonly pid: string }) {
  const answer = useAnswer(() => programsOf(() => [pid as Pid]), [pid]);
  const [detail] = answer ?? [];
  const [sheet, open] = useOpenField(detail, fieldFromHash(location.hash));
  if (answer === undefined) return <Page title="Program" />;
  if (detail) {
    return (
      <Page title={programName(detail.name)} eyebrow={eyebrowOf(detail)}>
        <Body detail={detail} onOpen={open} />
        {sheet}
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
