// Two to four choices side by side, such as list or map. Native radios under the picture, so the keyboard is theirs.
import { useId } from 'preact/hooks';
import { Icon, type IconName } from './icon.tsx';
import styles from './segmented.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconName;
}

export interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  readonly onCommit: (value: Value) => void;
}

export function Segmented<Value extends string>({ label, value, segments, onCommit }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div class={styles.group} role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label key={segment.value} class={styles.segment}>
          <input
            class={styles.input}
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onCommit(segment.value)}
          />
          {segment.icon && <Icon name={segment.icon} />}
          <span>{segment.label}</span>
        </label>
      ))}
    </div>
  );
}
