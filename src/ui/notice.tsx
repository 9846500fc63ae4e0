// A sentence the user should not miss, set in the page where it matters. Quiet and warn wait for a pause; bad does not.
import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import styles from './notice.module.css';

export interface NoticeProps {
  readonly tone?: 'quiet' | 'warn' | 'bad';
  readonly title?: string;
  /** Buttons that answer it. */
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function Notice({ tone = 'quiet', title, actions, children }: NoticeProps) {
  return (
    <div class={`${styles.notice} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={tone === 'quiet' ? 'info' : 'warn'} />
      <div class={styles.words}>
        {title !== undefined && <p class={styles.title}>{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div class={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
