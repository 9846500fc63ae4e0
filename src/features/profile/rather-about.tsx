// What the questions are about, and whether keys answer them.
import type { DuelCriterion } from '#domain/duel.ts';
import { setAskAbout } from '#state/wishes.ts';
import { CheckField } from '#ui/check-field.tsx';
import { Chip, ChipRow } from '#ui/chip.tsx';
import styles from './rather-screen.module.css';
import { cannotWords, criterionWords } from './rather-words.ts';

export interface RatherAboutProps {
  readonly criteria: readonly DuelCriterion[];
  /** Unfolded while there is nothing to ask. */
  readonly open: boolean;
  readonly keys: boolean;
  readonly onKeys: (on: boolean) => void;
}

export function RatherAbout({ criteria, open, keys, onKeys }: RatherAboutProps) {
  const able = criteria.filter(({ cannot }) => cannot === null);
  const asked = able.filter((each) => each.asked).map(({ criterion }) => criterion);
  const unable = criteria.flatMap(({ label, cannot }) =>
    cannot === null ? [] : [`${label}: ${cannotWords(cannot)}`],
  );
  return (
    <details class={styles.about} open={open}>
      <summary>What the questions are about</summary>
      <div class={styles.inside}>
        <ChipRow label="What the questions are about">
          {able.map((each) => (
            <Chip
              key={each.criterion}
              on={each.asked}
              onToggle={(on) =>
                void setAskAbout(
                  on ? [...asked, each.criterion] : asked.filter((key) => key !== each.criterion),
                )
              }
            >
              {criterionWords(each)}
            </Chip>
          ))}
        </ChipRow>
        {unable.length > 0 && <p class={styles.unable}>Cannot be asked about. {unable.join('. ')}.</p>}
        <p>
          Which size, region or owner you like is said with <a href="/profile#wishes">what counts</a>. Answers
          about something you take out wait until you put it back.
        </p>
        <CheckField
          label="Answer with the keys 1, 2, 0, S, U and the arrows"
          checked={keys}
          onCommit={onKeys}
        />
      </div>
    </details>
  );
}
