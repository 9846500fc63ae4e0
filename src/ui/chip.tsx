// Chips: a toggle that is on or off, and a chosen thing that can be taken away again.
import type { ComponentChildren } from 'preact';
import styles from './chip.module.css';
import { Icon } from './icon.tsx';

export interface ChipProps {
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
  readonly children: ComponentChildren;
}

/** On is told by `aria-pressed` and drawn by fill and a check mark, never by colour alone. */
export function Chip({ on, onToggle, children }: ChipProps) {
  return (
    <button type="button" class={styles.chip} aria-pressed={on} onClick={() => onToggle(!on)}>
      {on && <Icon name="check" />}
      {children}
    </button>
  );
}

export interface RemovableChipProps {
  readonly label: string;
  readonly onRemove: () => void;
}

export function RemovableChip({ label, onRemove }: RemovableChipProps) {
  return (
    <button type="button" class={styles.chosen} aria-label={`Remove ${label}`} onClick={onRemove}>
      {label}
      <Icon name="close" />
    </button>
  );
}

/** A wrapping row of chips; `label` names the group. */
export function ChipRow({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={styles.row} role="group" aria-label={label}>
      {children}
    </div>
  );
}
