// Today: what to do first, then how the shortlist stands, and one line about the catalog. Read-only; every line leads on.
import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { EMPTY_PROFILE } from '#domain/profile.ts';
import { EMPTY_WISHES } from '#domain/wishes.ts';
import { STAGE_WORDS } from '#domain/shortlist.ts';
import { profile } from '#state/profile.ts';
import { shortlist } from '#state/shortlist.ts';
import { wishes } from '#state/wishes.ts';
import { Figure } from '#ui/figure.tsx';
import { Icon } from '#ui/icon.tsx';
import { Page, Section } from '#ui/page.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { CatalogLine } from './catalog-line.tsx';
import { type FirstAct, firstActs, greeting, headline, stageCounts } from './model.ts';
import styles from './screen.module.css';

// Seldom there, and it asks the engine: the first screen must not wait for it.
const ChangesLine = lazy(async () => (await import('./changes-line.tsx')).ChangesLine);

const DAY = new Intl.DateTimeFormat('en-US', { weekday: 'long', month: 'long', day: 'numeric' });

function Acts({ acts }: { readonly acts: readonly FirstAct[] }) {
  const next = acts.find((act) => !act.done);
  return (
    <ol class={styles.acts}>
      {acts.map((act, index) => (
        <li key={act.key}>
          <a
            class={styles.act}
            href={act.href}
            data-state={act.done ? 'done' : act === next ? 'next' : undefined}
          >
            <span class={styles.number} aria-hidden="true">
              {act.done ? <Icon name="check" /> : index + 1}
            </span>
            <span class={styles.words}>
              <b>{act.title}</b>
              {act.done && <VisuallyHidden> (done)</VisuallyHidden>}
              {!act.done && <span class={styles.quiet}>{act.words}</span>}
            </span>
            <Icon name="chevron-right" />
          </a>
        </li>
      ))}
    </ol>
  );
}

function Stages() {
  const kept = shortlist.value ?? [];
  return (
    <Section
      title="Your shortlist"
      aside={<a href="/programs#specialty=all&stage=kept">See all {kept.length}</a>}
    >
      <ul class={styles.stages}>
        {stageCounts(kept).map(({ stage, count }) => (
          <li key={stage}>
            <a class={styles.stage} href={`/programs#specialty=all&stage=${stage}`}>
              <span>{STAGE_WORDS[stage]}</span>
              <Figure>{count}</Figure>
              <Icon name="chevron-right" />
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Screen() {
  const now = new Date();
  const eyebrow = `${greeting(now.getHours())} · ${DAY.format(now)}`;
  // Nothing is said about a notebook that is not open yet: a full one must not look empty for a moment.
  const open = profile.value !== undefined && wishes.value !== undefined && shortlist.value !== undefined;
  const acts = open
    ? firstActs(profile.value ?? EMPTY_PROFILE, wishes.value ?? EMPTY_WISHES, shortlist.value ?? [])
    : [];
  const begun = acts.every((act) => act.done);
  return (
    <Page title={open ? headline(acts) : 'Today'} eyebrow={eyebrow} contours>
      {open && !begun && <Acts acts={acts} />}
      {open && (shortlist.value ?? []).length > 0 && <Stages />}
      <ErrorBoundary>
        <ChangesLine />
      </ErrorBoundary>
      <CatalogLine />
    </Page>
  );
}
