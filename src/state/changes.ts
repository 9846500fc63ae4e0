// What changed in the catalog since the user last looked, for the programs of their notebook.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { CatalogChanges } from '#domain/change.ts';
import type { Pid } from '#domain/ids.ts';
import { engine } from '#worker/engine-client.ts';
import { syncClient } from '#worker/sync-client.ts';
import { type Answer, answerTo } from './answers.ts';
import { hearTabs, tellTabs } from './catalog-news.ts';
import { notebookPids } from './notebook-pids.ts';

/** Rises when the changes have been seen, here or in another tab. */
const timesSeen = signal(0);

/** Asked anew for every other release, and whenever the programs or wishes of the notebook change. */
export function changesInCatalog(): Answer<CatalogChanges> {
  const answer = answerTo<readonly Pid[], CatalogChanges>(
    () => {
      void timesSeen.value;
      return notebookPids.value;
    },
    async (pids, asker) => engine().changes(pids, asker),
  );
  const start = () => {
    const stopHearing = hearTabs((news) => {
      if (news.kind === 'seen') timesSeen.value++;
    });
    const stop = answer.start();
    return () => {
      stop();
      stopHearing();
    };
  };
  return { ...answer, start };
}

const failing = signal(false);
/** The last "seen" could not be written down; the changes will be shown again. */
export const seenNotKept: ReadonlySignal<boolean> = failing;

/** The user has seen the changes: from now on they are measured against the release in force. */
export async function changesSeen(): Promise<void> {
  const isKept = await syncClient.acknowledge().catch(() => false);
  failing.value = !isKept;
  if (isKept) tellTabs({ kind: 'seen' });
  timesSeen.value++;
}
