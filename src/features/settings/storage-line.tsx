// Where what the user wrote is kept, and what the browser has promised about it.
import { useEffect } from 'preact/hooks';
import { notebookState } from '#state/notebook.ts';
import { checkPersistence, type Persistence, persistence } from '#state/persistence.ts';
import styles from './screen.module.css';

const PROMISE: Record<Persistence, string> = {
  unknown: '',
  persisted: 'The browser has promised not to clear it on its own.',
  'best-effort':
    'The browser may clear it when the device runs out of room, or after a long time unused. Putting Cairn on the home screen makes that less likely.',
  unsupported: 'This browser does not say whether it may clear it on its own.',
};

export function StorageLine() {
  useEffect(() => void checkPersistence(), []);
  const { kind } = notebookState.value;
  if (kind !== 'kept' && kind !== 'read-only') {
    return (
      <p>Your notebook is not kept on this device at the moment; the line at the bottom edge says why.</p>
    );
  }
  return (
    <>
      <p>Your notebook is kept on this device and nowhere else. {PROMISE[persistence.value]}</p>
      <p class={styles.quiet}>
        Cairn has no account and no server of yours: nobody can bring back what is cleared here.
      </p>
    </>
  );
}
