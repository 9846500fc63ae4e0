// What stands beside the order: the score, the questions about neighbors, the closed door to the chances, the checklist
// and the ways to take the list along.
import type { RankList } from '#domain/rank-list.ts';
import type { RankAnswer, RankLine } from '#domain/rank-query.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/page.tsx';
import { ByScore } from './by-score.tsx';
import { CERTIFY_ITEMS, deadlineOf, deadlineWords, tickedNow } from './certify-words.ts';
import { LandingDoor } from './landing.tsx';
import { type Line, neighborsToSettle } from './model.ts';
import styles from './screen.module.css';

/** The sheet that is open over the list. */
export type Opened =
  | { readonly kind: 'add' | 'lists' | 'history' | 'settle' | 'certify' | 'export' }
  | { readonly kind: 'entry'; readonly id: number };

export interface BesideProps {
  readonly list: RankList;
  readonly lists: readonly RankList[];
  readonly lines: readonly Line[];
  readonly asked: readonly RankLine[];
  readonly answer: RankAnswer | undefined;
  readonly open: (what: Opened) => void;
  /** Milliseconds since 1970. */
  readonly now: number;
}

function settleWords(count: number): string {
  if (count === 0) return 'No two neighbors are close or stand against their score.';
  if (count === 1) return 'One pair of neighbors is close, or stands against its score.';
  return `${count} pairs of neighbors are close, or stand against their score.`;
}

export function Beside({ list, lists, lines, asked, answer, open, now }: BesideProps) {
  const pairs = neighborsToSettle(lines, list).length;
  const ticked = tickedNow(list);
  return (
    <aside class={styles.beside} aria-label="Beside your order">
      {answer && <ByScore list={list} lists={lists} lines={lines} sensitivity={answer.sensitivity} />}
      {answer?.sensitivity && (
        <Section title="Neighbors">
          <p>{settleWords(pairs)}</p>
          {pairs > 0 && (
            <Button icon="compare" aria-haspopup="dialog" onClick={() => open({ kind: 'settle' })}>
              Which would you rather?
            </Button>
          )}
        </Section>
      )}
      <Section title="Where it may lead">
        <LandingDoor asked={asked} lines={lines} />
      </Section>
      <Section title="Before it counts" aside={`${ticked} of ${CERTIFY_ITEMS.length}`}>
        <p>
          The list counts only once it is certified in the official NRMP system.{' '}
          {deadlineWords(deadlineOf(answer?.dates ?? []), now)}
        </p>
        <Button icon="check" aria-haspopup="dialog" onClick={() => open({ kind: 'certify' })}>
          Go through the checklist
        </Button>
      </Section>
      <Section title="Take it along">
        <p>As text, as a spreadsheet with NRMP codes, or on paper.</p>
        <Button icon="download" aria-haspopup="dialog" onClick={() => open({ kind: 'export' })}>
          Export or print
        </Button>
      </Section>
    </aside>
  );
}
