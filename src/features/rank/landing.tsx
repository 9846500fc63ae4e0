// Where the list may lead, in words and a picture. Shown only when asked for: seeing a chance beside an order makes
// people bend the order, and a bent order can only cost.
import { useState } from 'preact/hooks';
import type { ChanceRange } from '#domain/model.ts';
import type { LandingAnswer, RankLine } from '#domain/rank-query.ts';
import { outOfTen } from '#domain/words.ts';
import { landingOf } from '#state/rank-answers.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Trace } from '#ui/trace.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import styles from './landing.module.css';
import type { Line } from './model.ts';

type Landing = Extract<LandingAnswer, { kind: 'landing' }>;
type Refused = Extract<LandingAnswer, { kind: 'refused' }>;

const REFUSALS: Record<Refused['reason'], string> = {
  empty: 'Put a program on the list first.',
  'no-model': 'This catalog carries no figures to say anything from.',
  'no-applicant-type': 'Say how you apply in your profile first: the published figures differ by it.',
  'nothing-published': 'Nobody has published figures for these specialties and how you apply.',
};

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six'];

function groupWords({ from, to }: { readonly from: number; readonly to: number }): string {
  if (from === 1) return to === 1 ? 'your first line' : `your first ${NUMBERS[to] ?? to}`;
  return from === to ? `line ${from}` : `lines ${from} to ${to}`;
}

export function mostLikelyWords({ groups, none }: Landing): string {
  const [best] = groups.toSorted((a, b) => b.p - a.p);
  if (!best || none.p >= best.p)
    return 'Most likely at none of these. What helps is more programs on the list, not another order.';
  return `Most likely ${best.from === 1 && best.to > 1 ? 'among' : 'at'} ${groupWords(best)}.`;
}

/** A change of a chance in words. */
export function changeWords(change: number): string {
  if (change < 0.005) return 'hardly any';
  return change < 0.03 ? 'a little' : 'clearly';
}

function Bar({ label, range }: { readonly label: string; readonly range: ChanceRange }) {
  const words = outOfTen(range);
  return (
    <li class={styles.bar}>
      <span class={styles.label}>{label}</span>
      <Trace value={range.p} lo={range.lo} hi={range.hi} label={`${label}: ${words}`} />
      <span class={styles.words} aria-hidden="true">
        {words}
      </span>
    </li>
  );
}

function WhatIf({ landing, lines }: { readonly landing: Landing; readonly lines: readonly Line[] }) {
  const [without, setWithout] = useState<string | undefined>();
  const choices = landing.dropped.flatMap(({ id }) => {
    const line = lines.find(({ entry }) => entry.id === id);
    return line ? [{ value: String(id), label: `${line.place}. ${line.name}` }] : [];
  });
  const dropped = landing.dropped.find(({ id }) => String(id) === without);
  return (
    <>
      <SelectField
        label="What if you left one out?"
        none="Choose a line"
        value={without}
        choices={choices}
        onCommit={setWithout}
      />
      <p role="status" class={styles.quiet}>
        {dropped
          ? `Without it a place becomes ${
              changeWords(dropped.loss) === 'hardly any'
                ? 'hardly less likely'
                : `${changeWords(dropped.loss)} less likely`
            }. Leaving a program out never helps; only leave out one you would not go to.`
          : `One more program at the end makes a place ${
              changeWords(landing.oneMore) === 'hardly any'
                ? 'hardly likelier'
                : `${changeWords(landing.oneMore)} likelier`
            }, and takes nothing from the lines above it.`}
      </p>
    </>
  );
}

export function Landing({
  asked,
  lines,
}: {
  readonly asked: readonly RankLine[];
  readonly lines: readonly Line[];
}) {
  const answer = useAnswer(
    () => landingOf(() => asked),
    [asked.map(({ id, pid, invited }) => `${id}${pid}${invited}`).join()],
  );
  if (!answer) return <p class={styles.quiet}>Working it out…</p>;
  if (answer.kind === 'refused') return <Notice>{REFUSALS[answer.reason]}</Notice>;
  const unknown = answer.without.length;
  return (
    <div class={styles.landing}>
      <p class={styles.most}>{mostLikelyWords(answer)}</p>
      <ul class={styles.bars}>
        {answer.groups.map((group) => (
          <Bar
            key={group.from}
            label={`${group.from === 1 && group.to > 1 ? 'Among' : 'At'} ${groupWords(group)}`}
            range={group}
          />
        ))}
        <Bar label="At none of these" range={answer.none} />
      </ul>
      <WhatIf landing={answer} lines={lines} />
      {unknown > 0 && (
        <p class={styles.quiet}>
          {unknown === 1 ? 'One line is' : `${unknown} lines are`} left out, because nobody has published
          figures for it.
        </p>
      )}
      <p class={styles.quiet}>
        Read “4 to 6 in 10” as: of ten people with figures like yours and a list like this. It rests on{' '}
        {answer.basis.map(({ specialty, years }) => `${specialty}, ${years}`).join('; ')} (
        {[...new Set(answer.basis.map(({ source }) => source))].join('; ')}). It knows nothing of your
        interviews. The order decides where you may land, never whether.
      </p>
    </div>
  );
}

/** The closed door, with the reason why it is closed. */
export function LandingDoor({
  asked,
  lines,
}: {
  readonly asked: readonly RankLine[];
  readonly lines: readonly Line[];
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p class={styles.quiet}>
        Chances belong to applying, so they are hidden here. The Match tries your first line first, whatever
        its chance: no order gives you a better place than the true one, and a line moved for its chance can
        cost you the one you want more.
      </p>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Hide it again' : 'Show where it may lead'}
      </Button>
      {open && <Landing asked={asked} lines={lines} />}
    </>
  );
}
