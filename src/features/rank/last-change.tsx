// The last change in a line at the thumb: undo it, or say why while it is fresh. A reason that speaks of a chance is
// answered with how the Match works, and is kept all the same.
import { useState } from 'preact/hooks';
import type { RankList } from '#domain/rank-list.ts';
import { writeReason } from '#state/rank-lists.ts';
import { Button, ButtonRow, IconButton } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { PageFoot } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { historyOf, speaksOfChance } from './history-words.ts';
import styles from './last-change.module.css';
import { changed, undo } from './moves.ts';

export function LastChange({ list }: { readonly list: RankList }) {
  const [asking, setAsking] = useState<number | null>(null);
  const [last] = historyOf(list);
  if (changed.value !== list.listId || !last || list.steps.length === 0) return null;
  const isAsking = asking === last.step;
  const takesReason = list.steps.at(-1)?.kind !== 'return';
  return (
    <PageFoot>
      <div class={styles.line}>
        <p class={styles.words}>
          {last.words}
          {last.reason !== null && !isAsking && <q class={styles.reason}>{last.reason}</q>}
        </p>
        {!isAsking && (
          <div class={styles.deeds}>
            <ButtonRow>
              {takesReason && (
                <Button look="quiet" icon="edit" onClick={() => setAsking(last.step)}>
                  {last.reason === null ? 'Say why' : 'Edit'}
                </Button>
              )}
              <Button look="quiet" icon="undo" onClick={() => undo(list)}>
                Undo
              </Button>
            </ButtonRow>
          </div>
        )}
        <IconButton
          icon="close"
          label="Close this line"
          onClick={() => {
            changed.value = null;
          }}
        />
      </div>
      {isAsking && (
        <div class={styles.why}>
          <TextField
            label="Why did it change?"
            placeholder="Liked the residents"
            maxLength={500}
            value={last.reason ?? ''}
            onType={(text) => void writeReason(list.listId, last.step, text)}
          />
          {last.reason !== null && speaksOfChance(last.reason) && (
            <Notice title="Is that about wanting to go, or about being taken?">
              Your first line is tried first, whatever its chance, and costs the others nothing. A program you
              want more belongs above one that seems likelier.
            </Notice>
          )}
          <Button look="quiet" onClick={() => setAsking(null)}>
            Done
          </Button>
        </div>
      )}
    </PageFoot>
  );
}
