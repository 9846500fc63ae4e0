// The order by score beside the user's own, and how firm it is when the weights are moved a little. It never touches the
// user's order: the one deed here starts another list.
import type { RankList } from '#domain/rank-list.ts';
import type { RankSensitivity } from '#domain/rank-query.ts';
import { startList } from '#state/rank-lists.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/page.tsx';
import { Trace } from '#ui/trace.tsx';
import { SIDE_BY_SIDE, useMedia } from '#ui/use-media.ts';
import { announce } from './announce.ts';
import styles from './by-score.module.css';
import { freeName } from './list-names.ts';
import { firmnessWords, type Line, ordinal, scoreOrder } from './model.ts';

export interface ByScoreProps {
  readonly list: RankList;
  readonly lists: readonly RankList[];
  readonly lines: readonly Line[];
  readonly sensitivity: RankSensitivity | null;
}

/** A longer order is unfolded by hand. */
const OPEN_UP_TO = 20;

const placeWords = ({ best, worst }: { readonly best: number; readonly worst: number }) =>
  best === worst ? `${ordinal(best)} in nearly all` : `${ordinal(best)} to ${ordinal(worst)}`;

export function ByScore({ list, lists, lines, sensitivity }: ByScoreProps) {
  const isBeside = useMedia(SIDE_BY_SIDE);
  if (!sensitivity) {
    return (
      <Section title="By score">
        <p class={styles.quiet}>
          There is no order by score yet. <a href="/profile#wishes">Say what matters to you and how much</a>,
          and it will stand here beside yours.
        </p>
      </Section>
    );
  }
  const ranges = new Map(sensitivity.places.map((range) => [range.pid, range]));
  const start = () => {
    const order = scoreOrder(lines).map(({ entry }) => entry);
    void startList({
      name: freeName(`${list.name} by score`.slice(0, 55), lists),
      kind: list.kind,
      from: 'score',
      order,
    });
    announce(`A new list in the order by score is on screen. ${list.name} is as it was.`);
  };
  const last = Math.max(1, lines.length - 1);
  return (
    <Section title="By score">
      <p>{firmnessWords(sensitivity)}</p>
      <p class={styles.quiet}>
        The band is where the score puts a program in most of these changes; the mark is your place. A mark
        outside its band is a wish the score does not know. That is fine.
      </p>
      <details class={styles.all} open={isBeside && lines.length <= OPEN_UP_TO}>
        <summary>The order by score, {sensitivity.programs} programs</summary>
        <div class={styles.scale} aria-hidden="true">
          <span>1st</span>
          <span>{ordinal(lines.length)}</span>
        </div>
        <ol class={styles.list}>
          {scoreOrder(lines).map((line) => {
            const range = line.program?.row ? ranges.get(line.program.row.pid) : undefined;
            if (!range) return null;
            return (
              <li key={line.entry.id} class={styles.row}>
                <span class={styles.place}>{line.byScore?.place ?? range.place}</span>
                <span class={styles.name}>{line.name}</span>
                <Trace
                  value={(line.place - 1) / last}
                  lo={(range.best - 1) / last}
                  hi={(range.worst - 1) / last}
                  label={`By score ${placeWords(range)}; yours is ${ordinal(line.place)}`}
                />
                <span class={styles.words} aria-hidden="true">
                  {placeWords(range)}, yours {ordinal(line.place)}
                </span>
              </li>
            );
          })}
        </ol>
      </details>
      <Button icon="plus" onClick={start}>
        Start a new list from this order
      </Button>
    </Section>
  );
}
