// What the answers say: weights with their ranges, what they would do to the ten best programs, and answers that pull
// against the others. The wishes change when the user takes the weights over, and that can be undone.
import { CRITERIA } from '#domain/criterion.ts';
import type { DuelAnswer, DuelStanding, LearnedWish } from '#domain/duel.ts';
import type { CriterionKey, Wishes } from '#domain/wishes.ts';
import { duelAnswers, duelOf, startDuelAnew, takeAnswerBack } from '#state/duel.ts';
import { ownCriteria } from '#state/own-criteria.ts';
import { setWeights, wishes } from '#state/wishes.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Page, PageFoot, Section } from '#ui/page.tsx';
import { showToast } from '#ui/toast.tsx';
import { Trace } from '#ui/trace.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { weightWord } from '#ui/weight-slider.tsx';
import styles from './rather-weights-screen.module.css';
import { answerWords, certaintyWords, rangeOfWeight, SURENESS_WORDS } from './rather-words.ts';
import { TopEffect } from './top-effect.tsx';

const TITLE = 'What your answers say';
const HEAVIEST = 5;
const isMeasured = (key: string): key is CriterionKey => Object.hasOwn(CRITERIA, key);
const answersWords = (count: number) => (count === 1 ? 'One answer' : `${count} answers`);

function Wish({ wish }: { readonly wish: LearnedWish }) {
  const { label, level, lo, hi, sureness } = wish;
  const range = rangeOfWeight(wish, weightWord);
  return (
    <li class={styles.wish}>
      <span>{label}</span>
      <span class={styles.word}>{weightWord(level)}</span>
      <Trace
        value={level / HEAVIEST}
        lo={lo / HEAVIEST}
        hi={hi / HEAVIEST}
        label={`${label}: ${weightWord(level)}; 8 times in 10 it lies at ${range}`}
      />
      <span class={styles.range}>
        {SURENESS_WORDS[sureness]}: {range}
      </span>
    </li>
  );
}

/** Weights the questions were not about; taking the learned ones over leaves them. */
function leftAlone({ weights }: Wishes, learned: readonly LearnedWish[]): string[] {
  return Object.entries(weights)
    .filter(([key, weight]) => weight > 0 && !learned.some(({ criterion }) => criterion === key))
    .flatMap(([key, weight]) => {
      const label = isMeasured(key)
        ? CRITERIA[key].label
        : ownCriteria.value?.find((each) => each.key === key)?.label;
      return label === undefined ? [] : [`${label} (${weightWord(weight)})`];
    });
}

async function takeOver(before: Wishes['weights'], learned: readonly LearnedWish[]): Promise<void> {
  const levels = Object.fromEntries(learned.map(({ criterion, level }) => [criterion, level]));
  const outcome = await setWeights({ ...before, ...levels });
  if (outcome.kind === 'refused') return;
  showToast({ words: 'Your wishes have these weights now.', undo: () => void setWeights(before) });
}

function Doubtful({ answers }: { readonly answers: readonly DuelAnswer[] }) {
  if (answers.length === 0) return null;
  return (
    <Section title="Answers that pull the other way" id="doubtful">
      <p>
        Going by all the rest, you would have been expected to answer these differently. That is allowed: the
        ranges have taken them in. If one was a slip, take it back and it may be asked again.
      </p>
      <ul class={styles.doubtful}>
        {answers.map((answer) => (
          <li key={answer.key}>
            <p>{answerWords(answer)}</p>
            <Button onClick={() => void takeAnswerBack(answer.key)}>Take it back</Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function startAnew(): void {
  showToast({ words: 'Your answers are put away.', undo: startDuelAnew() });
}

function Said({
  standing,
  answers,
  want,
}: {
  readonly standing: DuelStanding;
  readonly answers: readonly DuelAnswer[];
  readonly want: Wishes;
}) {
  const { wishes: learned, effect, doubtful, setAside } = standing;
  const told = answers.filter(({ choice }) => choice !== 'skip').length;
  const { title, more } = certaintyWords(standing, told);
  const alone = leftAlone(want, learned);
  const isTaken = learned.every(({ criterion, level }) => (want.weights[criterion] ?? 0) === level);
  return (
    <Page title={TITLE} lead={`${answersWords(told)}. ${title}. ${more}`}>
      <Section title="The weights">
        <ul class={styles.list}>
          {learned
            .toSorted((a, b) => b.level - a.level || b.hi - a.hi)
            .map((wish) => (
              <Wish key={wish.criterion} wish={wish} />
            ))}
        </ul>
        {alone.length > 0 && (
          <p class={styles.quiet}>Not asked about, and left as they are: {alone.join(', ')}.</p>
        )}
        {setAside > 0 && (
          <p class={styles.quiet}>
            {answersWords(setAside)} about something you took out, or like the other way round now,{' '}
            {setAside === 1 ? 'waits' : 'wait'} and {setAside === 1 ? 'is' : 'are'} not counted.
          </p>
        )}
      </Section>
      <Doubtful answers={answers.filter(({ key }) => doubtful.includes(key))} />
      {effect && (
        <Section title="Your ten best with these weights">
          <TopEffect effect={effect} label="Ten best with these weights" />
        </Section>
      )}
      <ButtonRow>
        <ButtonLink href="/rather">Go on answering</ButtonLink>
        <Button look="quiet" onClick={startAnew}>
          Start anew
        </Button>
      </ButtonRow>
      <PageFoot>
        {isTaken ? (
          <ButtonLink look="solid" wide href="/programs">
            See your programs
          </ButtonLink>
        ) : (
          <Button look="solid" wide onClick={() => void takeOver(want.weights, learned)}>
            Use these weights
          </Button>
        )}
      </PageFoot>
    </Page>
  );
}

export function Screen() {
  const standing = useAnswer(() => duelOf(true), []);
  const [answers, want] = [duelAnswers.value, wishes.value];
  if (standing === undefined || answers === undefined || want === undefined) return <Page title={TITLE} />;
  if (answers.every(({ choice }) => choice === 'skip')) {
    return (
      <Page title={TITLE}>
        <EmptyState
          title="Nothing yet"
          actions={
            <ButtonLink look="solid" href="/rather">
              Answer the first question
            </ButtonLink>
          }
        >
          Each answer sets one thing you want against another. A handful is enough for a rough idea.
        </EmptyState>
      </Page>
    );
  }
  return <Said standing={standing} answers={answers} want={want} />;
}
