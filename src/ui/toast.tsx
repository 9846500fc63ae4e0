// A short word after a deed, with a way to take it back. It stays long enough to be read and reached, and waits while
// the pointer or the focus is on it. One at a time: the newest word is the one that can still be undone.
import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Button, IconButton } from './button.tsx';
import styles from './toast.module.css';

export interface Toast {
  readonly words: string;
  /** Takes the deed back. */
  readonly undo?: () => void;
}

/** Milliseconds; never under six seconds, and longer where there is something to press. */
const STAY_MS = 6000;
const STAY_TO_PRESS_MS = 10_000;

const shown = signal<(Toast & { readonly id: number }) | null>(null);
let lastId = 0;

export function showToast(toast: Toast): void {
  lastId += 1;
  shown.value = { ...toast, id: lastId };
}

export function hideToast(): void {
  shown.value = null;
}

/** Where toasts appear; the frame holds exactly one, and it is always there so that its changes are announced. */
export function ToastPlace() {
  const toast = shown.value;
  return (
    <div class={styles.place} role="status">
      {toast !== null && <ToastCard key={toast.id} toast={toast} />}
    </div>
  );
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(hideToast, toast.undo === undefined ? STAY_MS : STAY_TO_PRESS_MS);
    return () => clearTimeout(timer);
  }, [held, toast]);
  return (
    <div
      class={styles.toast}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hideToast();
      }}
    >
      <span class={styles.words}>{toast.words}</span>
      {toast.undo !== undefined && (
        <Button
          look="quiet"
          icon="undo"
          onClick={() => {
            hideToast();
            toast.undo?.();
          }}
        >
          Undo
        </Button>
      )}
      <IconButton icon="close" label="Dismiss" onClick={hideToast} />
    </div>
  );
}
