// What the user can spend on application fees: dragged while the list follows, or typed.
import { usd } from '#domain/words.ts';
import { describedBy, FieldFrame, useFieldIds } from '#ui/field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import styles from './budget.module.css';

/** The slider ends where few lists go; more can be typed. */
const SLIDER_MOST = 1500;
const STEP = 10;
const MOST = 100_000;

export interface BudgetProps {
  readonly value: number | undefined;
  readonly onDrag: (usd: number) => void;
  readonly onCommit: (usd: number) => void;
}

export function Budget({ value, onDrag, onCommit }: BudgetProps) {
  const ids = useFieldIds();
  const shown = Math.min(value ?? 0, SLIDER_MOST);
  const hint = 'Application fees only; interviews and travel come later.';
  return (
    <FieldFrame ids={ids} label="Budget for application fees" hint={hint}>
      <div class={styles.budget}>
        <input
          class={styles.range}
          id={ids.control}
          type="range"
          min={0}
          max={SLIDER_MOST}
          step={STEP}
          value={shown}
          aria-valuetext={usd(value ?? 0)}
          {...describedBy(ids, { hint })}
          onInput={(event) => onDrag(event.currentTarget.valueAsNumber)}
          onChange={(event) => onCommit(event.currentTarget.valueAsNumber)}
        />
        <NumberField
          label="In dollars"
          labelHidden
          before="$"
          min={0}
          max={MOST}
          value={value}
          onCommit={(typed) => typed !== undefined && onCommit(typed)}
        />
      </div>
    </FieldFrame>
  );
}
