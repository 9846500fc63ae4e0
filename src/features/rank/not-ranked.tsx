// The pile of those not to be ranked: out of the order, not forgotten.
import type { RankEntry, RankList } from '#domain/rank-list.ts';
import { programName } from '#domain/words.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/page.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { removeEntry, takeBackIn } from './moves.ts';
import styles from './screen.module.css';

export function NotRanked({ list, bin }: { readonly list: RankList; readonly bin: readonly RankEntry[] }) {
  if (bin.length === 0) return null;
  return (
    <div class={styles.onScreen}>
      <Section title="Do not rank" aside={`${bin.length}`}>
        <p class={styles.quiet}>
          A match is binding, so what you would not go to stays off the list. A program left out can never
          take you.
        </p>
        <ul class={styles.list}>
          {bin.map((entry) => (
            <li key={entry.id} class={styles.aside}>
              <span>{programName(entry.label)}</span>
              <span class={styles.deeds}>
                <Button
                  look="quiet"
                  icon="undo"
                  aria-label={`Rank it after all: ${programName(entry.label)}`}
                  onClick={() => takeBackIn(list, entry.id)}
                >
                  Rank it after all
                </Button>
                <Button look="quiet" onClick={() => removeEntry(list, entry.id)}>
                  Remove<VisuallyHidden> {programName(entry.label)}</VisuallyHidden>
                </Button>
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}
