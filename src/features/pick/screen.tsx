// The pick list: the programs to apply to within a budget, by fit alone as yet, and why the list ends where it ends.
import { useSignal } from '@preact/signals';
import type { PickAnswer, PickCurve, PickRequest } from '#domain/query.ts';
import { programName, usd } from '#domain/words.ts';
import { curveOf, pickOf } from '#state/answers.ts';
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
import { ChancePanel } from './chance-panel.tsx';
import { FIT_ONLY_WORDS } from './chance-words.ts';
import { Curve } from './curve.tsx';
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

interface ListProps {
  readonly answer: Picked;
  readonly curve: PickCurve | undefined;
  readonly budgetUsd: number;
  readonly specialty: string;
}

function List({ answer, curve, budgetUsd, specialty }: ListProps) {
  const { entries, next, fees, chance, fitOnly } = answer;
  return (
    <>
      <Summary {...answer} budgetUsd={budgetUsd} specialty={specialty} />
      {curve && <Curve points={curve} budgetUsd={budgetUsd} />}
      {chance && <ChancePanel chance={chance} />}
      {fitOnly && (
        <Notice
          actions={fitOnly === 'no-applicant-type' && <a href="/profile#about-you">Say how you apply</a>}
        >
          {FIT_ONLY_WORDS[fitOnly]}
        </Notice>
      )}
      <p role="status">{limitWords(answer)}</p>
      <ol class={styles.list} aria-label="Your list, best fit first">
        {entries.map((entry) => (
          <Entry key={entry.row.pid} entry={entry} />
        ))}
      </ol>
      {next.length > 0 && (
        <details>
          <summary>
            The next {next.length} {chance ? 'by gain' : 'by fit'}, with what each would cost
          </summary>
          <ol class={styles.list}>
            {next.map((entry) => (
              <Entry key={entry.row.pid} entry={entry} />
            ))}
          </ol>
        </details>
      )}
      <Banned />
      <p class={styles.quiet}>
        Prices of the {fees.season} season{fees.note ? `: ${fees.note}` : ''} Check them before you pay.
      </p>
    </>
  );
}

/** The question of the moment; undefined while something it needs is not said. */
function question(dragged: number | null): PickRequest | undefined {
  const specialty = profile.value?.specialties[0];
  const budgetUsd = dragged ?? profile.value?.budgetUsd;
  if (specialty === undefined || budgetUsd === undefined) return undefined;
  const marks = pickMarks.value ?? [];
  const pids = (mark: 'lock' | 'ban') => marks.filter((each) => each.mark === mark).map(({ pid }) => pid);
  return {
    specialty,
    budgetUsd,
    locks: pids('lock'),
    bans: pids('ban'),
    heard: heardFrom(shortlist.value ?? []),
  };
}

export function Screen() {
  const { value: me } = profile;
  const catalog = catalogState.value;
  const dragged = useSignal<number | null>(null);
  const answer = useAnswer(() => pickOf(() => question(dragged.value)), []);
  // The picture is asked for apart and follows when the budget has been let go.
  const curve = useAnswer(() => curveOf(() => question(null)), []);
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
      lead="The programs to apply to within your budget: the ones that fit you best, weighed by how likely they are to take you."
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
        <List answer={answer} curve={curve} budgetUsd={budgetUsd} specialty={specialty.name} />
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
