// How much something counts, 0 to 5, by a native range that always says its word.
import { useState } from 'preact/hooks';
import { describedBy, FieldFrame, type FieldWords, useFieldIds } from './field.tsx';
import styles from './weight-slider.module.css';

export const WEIGHT_WORDS = ['leave out', 'a little', 'some', 'quite', 'a lot', 'most'] as const;
const HEAVIEST = WEIGHT_WORDS.length - 1;

/** The word for a weight; anything outside 0–5 takes the nearer end. */
export const weightWord = (weight: number): string =>
  WEIGHT_WORDS[Math.min(HEAVIEST, Math.max(0, Math.round(weight)))] ?? WEIGHT_WORDS[0];

export interface WeightSliderProps extends FieldWords {
  readonly value: number;
  /** When the thumb is let go, or by each key. */
  readonly onCommit: (weight: number) => void;
  /** While the thumb moves. */
  readonly onSlide?: (weight: number) => void;
}

export function WeightSlider({ label, hint, error, value, onCommit, onSlide }: WeightSliderProps) {
  const ids = useFieldIds();
  const [sliding, setSliding] = useState<number | null>(null);
  const shown = sliding ?? value;
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error}>
      <span class={styles.line}>
        <span class={styles.rail} style={{ '--part': shown / HEAVIEST }}>
          <input
            class={styles.range}
            id={ids.control}
            type="range"
            min={0}
            max={HEAVIEST}
            step={1}
            value={shown}
            aria-valuetext={weightWord(shown)}
            {...describedBy(ids, { hint, error })}
            onInput={(event) => {
              const weight = event.currentTarget.valueAsNumber;
              setSliding(weight);
              onSlide?.(weight);
            }}
            onChange={(event) => {
              setSliding(null);
              onCommit(event.currentTarget.valueAsNumber);
            }}
          />
        </span>
        <output class={styles.word} for={ids.control} data-out={shown === 0 || undefined}>
          {weightWord(shown)}
        </output>
      </span>
    </FieldFrame>
  );
}
