// Where the programs of the notebook are in the catalog in force: still here, merged, split, or not in it at all. Looked
// up at each read; the user's rows keep the pid they were written under.
import { computed, type ReadonlySignal } from '@preact/signals';
import type { Whereabouts } from '#domain/change.ts';
import type { Pid } from '#domain/ids.ts';
import { engine } from '#worker/engine-client.ts';
import { answerTo } from './answers.ts';
import { notebookPids } from './notebook-pids.ts';

const asked = answerTo<readonly Pid[], Whereabouts[]>(
  () => notebookPids.value,
  (pids) => engine().whereabouts(pids),
);

let stop = () => {};
/** By the pid that was written down; a pid that is not in it has not been looked up yet. */
export const whereabouts: ReadonlySignal<ReadonlyMap<Pid, Whereabouts>> = computed(
  () => new Map((asked.value.value ?? []).map((found) => [found.pid, found])),
  {
    watched() {
      stop = asked.start();
    },
    unwatched() {
      stop();
    },
  },
);

/** The program that answers for a pid of the notebook now: the one it was merged into, else itself. */
function answeringPid(pid: Pid): Pid {
  const found = whereabouts.value.get(pid);
  return found?.kind === 'merged' ? found.into.pid : pid;
}

/** Of rows of the notebook, those about one program: its own first, then those of programs merged into it. */
export function rowsAbout<T extends { readonly pid: Pid }>(rows: readonly T[], pid: Pid): readonly T[] {
  const own = rows.filter((row) => row.pid === pid);
  return [...own, ...rows.filter((row) => row.pid !== pid && answeringPid(row.pid) === pid)];
}
