// A sheet over the page: a native modal dialog, from the bottom edge on phones and in the middle where there is room.
// Escape, the close button and a press on the ground behind it close it; focus goes back by itself.
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from './button.tsx';
import styles from './sheet.module.css';

export interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** Stays at the bottom edge while the rest scrolls. */
  readonly foot?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export function Sheet({ open, onClose, title, foot, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  // `onClose` is told once per closing, whether the browser closed the dialog or the parent did.
  return (
    <dialog
      ref={dialog}
      class={styles.sheet}
      aria-labelledby={titleId}
      onClose={() => {
        if (open) onClose();
      }}
      onClick={(event) => {
        // The dialog itself is hit only outside its inner box. `closedby` would do this, where it exists.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      {open && (
        <div class={styles.inner}>
          <header class={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label="Close" onClick={() => dialog.current?.close()} />
          </header>
          <div class={styles.body}>{children}</div>
          {foot !== undefined && <div class={styles.foot}>{foot}</div>}
        </div>
      )}
    </dialog>
  );
}
