// The pick list: the programs to apply to within a budget, by fit alone as yet, and why the list ends where it ends.
import { useSignal } from '@preact/signals';
import type { PickAnswer } from '#domain/query.ts';
import { programName, usd } from '#domain/words.ts';
import { pickOf } from '#state/answers.ts';
import { catalogState } from '#state/catalog.ts';
import { markPick, pickMarks } from '#state/pick-marks.ts';
import { profile, saveProfile } from '#state/profile.ts';
import { shortlist } from '#state/shortlist.ts';
import { wishes } from '#state/wishes.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figure } from '#ui/figure.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page, Section } from '#ui/page.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { Budget } from './budget.tsx';
import { Entry } from './entry.tsx';
import { heardFrom, limitWords, refusalWords } from './model.ts';
import styles from './screen.module.css';

type Picked = Extract<PickAnswer, { kind: 'list' }>;

function Summary({
  entries,
  feeUsd,
  budgetUsd,
  specialty,
}: Picked & { readonly budgetUsd: number; readonly specialty: string }) {
  return (
    <p class={styles.summary}>
      <Figure size="big" unit={entries.length === 1 ? 'program' : 'programs'}>
        {entries.length}
      </Figure>
      <span class={styles.money}>
        <Figure>{usd(feeUsd)}</Figure>
        <span class={styles.quiet}>
          of {usd(budgetUsd)}, {specialty}
        </span>
      </span>
    </p>
  );
}

function Banned() {
  const banned = (pickMarks.value ?? []).filter(({ mark }) => mark === 'ban');
  if (banned.length === 0) return null;
  return (
    <details>
      <summary>
        {banned.length === 1 ? 'One program you keep out' : `${banned.length} programs you keep out`}
      </summary>
      <ul class={styles.list}>
        {banned.map(({ pid, label }) => (
          <li key={pid} class={styles.banned}>
            <span>{programName(label)}</span>
            <Button look="quiet" icon="undo" onClick={() => void markPick(pid, label, null)}>
              Let it in again
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function List({
  answer,
  budgetUsd,
  specialty,
}: {
  readonly answer: Picked;
  readonly budgetUsd: number;
  readonly specialty: string;
}) {
  const { entries, next, fees } = answer;
  return (
    <>
      <Summary {...answer} budgetUsd={budgetUsd} specialty={specialty} />
      <p role="status">{limitWords(answer)}</p>
      <ol class={styles.list} aria-label="Your list, best fit first">
        {entries.map((entry) => (
          <Entry key={entry.row.pid} entry={entry} />
        ))}
      </ol>
      {next.length > 0 && (
        <details>
          <summary>The next {next.length} by fit, with what each would cost</summary>
          <ol class={styles.list}>
            {next.map((entry) => (
              <Entry key={entry.row.pid} entry={entry} />
            ))}
          </ol>
        </details>
      )}
      <Banned />
      <p class={styles.quiet}>
        Prices of the {fees.season} season{fees.note ? `: ${fees.note}` : ''}. Check them before you pay.
      </p>
    </>
  );
}

export function Screen() {
  const { value: me } = profile;
  const catalog = catalogState.value;
  const dragged = useSignal<number | null>(null);
  const answer = useAnswer(
    () =>
      pickOf(() => {
        const specialty = profile.value?.specialties[0];
        const budgetUsd = dragged.value ?? profile.value?.budgetUsd;
        if (specialty === undefined || budgetUsd === undefined) return undefined;
        const marks = pickMarks.value ?? [];
        const pids = (mark: 'lock' | 'ban') =>
          marks.filter((each) => each.mark === mark).map(({ pid }) => pid);
        return {
          specialty,
          budgetUsd,
          locks: pids('lock'),
          bans: pids('ban'),
          heard: heardFrom(shortlist.value ?? []),
        };
      }),
    [],
  );
  if (me === undefined || catalog.kind !== 'ready') return <Page title="Your list" />;
  const specialty = catalog.overview.specialties.find(({ id }) => id === me.specialties[0]);
  if (!specialty) {
    return (
      <Page title="Your list">
        <EmptyState
          title="Which specialty is it for?"
          actions={
            <ButtonLink look="solid" href="/profile">
              Choose a specialty
            </ButtonLink>
          }
        >
          Then Cairn picks the programs that fit you best and that your budget pays for.
        </EmptyState>
      </Page>
    );
  }
  const weighs = Object.values(wishes.value?.weights ?? {}).some((weight) => weight > 0);
  const budgetUsd = dragged.value ?? me.budgetUsd;
  return (
    <Page
      title="Your list"
      eyebrow={specialty.name}
      lead="By fit only: how well programs meet your wishes, not how likely they are to invite you."
    >
      {!weighs && (
        <Notice actions={<a href="/profile#wishes">Set your wishes</a>}>
          Nothing has a weight yet, so the list is by name.
        </Notice>
      )}
      <Budget
        value={budgetUsd}
        onDrag={(usdNow) => {
          dragged.value = usdNow;
        }}
        onCommit={(usdNow) => {
          void saveProfile({ budgetUsd: usdNow }).then(() => {
            dragged.value = null;
          });
        }}
      />
      {budgetUsd !== undefined && answer?.kind === 'refused' && (
        <>
          <Notice tone="warn">{refusalWords(answer)}</Notice>
          <Banned />
        </>
      )}
      {budgetUsd !== undefined && answer?.kind === 'list' && (
        <List answer={answer} budgetUsd={budgetUsd} specialty={specialty.name} />
      )}
      {budgetUsd === undefined && (
        <Section title="How it works">
          <p>
            Say what you can spend on application fees. Cairn takes the best fits it pays for; what you lock
            is always in, what you ban never.
          </p>
        </Section>
      )}
    </Page>
  );
}
