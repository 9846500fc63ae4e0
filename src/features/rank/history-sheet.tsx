// How the list came to be, newest first, with the way back to any of it. Going back is a change like any other, so the
// way forward is never lost.
import type { RankList } from '#domain/rank-list.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { historyOf, momentWords } from './history-words.ts';
import styles from './history-sheet.module.css';
import { goBackTo } from './moves.ts';

export function HistorySheet({ list, onClose }: { readonly list: RankList; readonly onClose: () => void }) {
  const lines = historyOf(list);
  return (
    <Sheet open onClose={onClose} title="How it came to be">
      <ol class={styles.list}>
        {lines.map(({ step, at, words, reason, isNow }) => (
          <li key={step} class={styles.line}>
            <p>
              {words}
              {reason !== null && <q class={styles.reason}>{reason}</q>}
            </p>
            <p class={styles.at}>{momentWords(at)}</p>
            {isNow ? (
              <p class={styles.now}>As it is now</p>
            ) : (
              <Button
                look="quiet"
                icon="undo"
                aria-label={`Go back to here: ${words}, ${momentWords(at)}`}
                onClick={() => {
                  goBackTo(list, step, `The list is as it was ${momentWords(at)}.`);
                  onClose();
                }}
              >
                Go back to here
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
