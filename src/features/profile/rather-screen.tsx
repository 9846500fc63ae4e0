// "Which would you rather": one question at a time about two real programs, for as long as the user likes. Every answer
// is kept as it is given, so it can be left and gone on with at any time; no wish changes here.
import { useState } from 'preact/hooks';
import type { DuelChoice, DuelStanding } from '#domain/duel.ts';
import { catalogState } from '#state/catalog.ts';
import { readSetting, writeSetting } from '#state/device.ts';
import { answerDuel, duelAnswers, duelOf, takeAnswerBack } from '#state/duel.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page } from '#ui/page.tsx';
import { Bar } from '#ui/progress.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { useDuelKeys } from './duel-keys.ts';
import { DuelPair } from './duel-pair.tsx';
import { RatherAbout } from './rather-about.tsx';
import styles from './rather-screen.module.css';
import { certaintyWords } from './rather-words.ts';

const TITLE = 'Which would you rather?';
const KEYS_SETTING = 'rather-keys';

function Certainty({ standing, told }: { readonly standing: DuelStanding; readonly told: number }) {
  const { title, more } = certaintyWords(standing, told);
  return (
    <div class={styles.certainty}>
      <p>
        <b>{title}.</b> <span class={styles.more}>{more}</span>
      </p>
      <Bar value={standing.certainty} max={1} name={`How sure: ${title}`} />
    </div>
  );
}

interface NothingToAskProps {
  readonly asked: number;
  readonly told: number;
  readonly onUndo: () => void;
}

function NothingToAsk({ asked, told, onUndo }: NothingToAskProps) {
  if (told > 0) {
    return (
      <>
        <p>There is nothing left to ask about these. Add something below, or look at the weights.</p>
        <Button icon="undo" onClick={onUndo}>
          Undo
        </Button>
      </>
    );
  }
  if (asked < 2) return <p>Choose at least two things below: a question sets one against the other.</p>;
  return (
    <p>
      No two programs trade one of these for another. Add something below, or{' '}
      <a href="/profile">say where home is</a> and what you like.
    </p>
  );
}

export function Screen() {
  const standing = useAnswer(() => duelOf(false), []);
  const [keys, setKeys] = useState(() => readSetting(KEYS_SETTING) !== 'off');
  const answers = duelAnswers.value;
  const isCurrent = standing !== undefined && standing.heard === answers?.length;
  const choose = (choice: DuelChoice) => {
    // A press while the next question is on its way answers nothing.
    if (isCurrent && standing.question) void answerDuel(standing.question, choice);
  };
  const undo = () => {
    const last = answers?.at(-1);
    if (last) void takeAnswerBack(last.key);
  };
  useDuelKeys(keys, (choice) => (choice === 'undo' ? undo() : choose(choice)));
  if (standing === undefined || answers === undefined || catalogState.value.kind !== 'ready')
    return <Page title={TITLE} />;

  const { question, criteria, doubtful, stop } = standing;
  const told = answers.filter(({ choice }) => choice !== 'skip').length;
  return (
    <Page
      title={TITLE}
      lead={
        told === 0
          ? 'Two real programs without their names. All that is not shown counts as alike.'
          : undefined
      }
    >
      <Certainty standing={standing} told={told} />
      <div class={styles.stage} aria-busy={!isCurrent}>
        {question ? (
          <DuelPair shown={question} before={answers.length} keys={keys} onChoose={choose} onUndo={undo} />
        ) : (
          <NothingToAsk
            asked={criteria.filter(({ asked }) => asked).length}
            told={answers.length}
            onUndo={undo}
          />
        )}
      </div>
      {doubtful.length > 0 && (
        <Notice actions={<a href="/rather/weights#doubtful">Look at them</a>}>
          {doubtful.length === 1
            ? 'One of your answers does not go with the others.'
            : `${doubtful.length} of your answers do not go with the others.`}
        </Notice>
      )}
      {told > 0 && (
        <ButtonLink look={stop === 'settled' ? 'solid' : 'line'} wide href="/rather/weights">
          What your answers say
        </ButtonLink>
      )}
      <RatherAbout
        criteria={criteria}
        open={question === null}
        keys={keys}
        onKeys={(on) => {
          setKeys(on);
          writeSetting(KEYS_SETTING, on ? null : 'off');
        }}
      />
    </Page>
  );
}
