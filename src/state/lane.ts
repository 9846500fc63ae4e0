// One lane a record: changes wait here, are shown at once, and go down to storage one transaction after another. What
// could not be written stays, is shown, and goes along with the next change; nothing typed is ever taken back in silence.
import { batch, signal } from '@preact/signals';
import { classifyFailure } from '#storage/failure.ts';
import type { WriteOutcome } from '#storage/write.ts';
import { becomeReadOnly, notebookState, notebookWorks } from './notebook.ts';
import { askToPersist } from './persistence.ts';
import { setWriteState, type Writer } from './write-state.ts';

export type Change<T> = (current: T) => T;

export interface Written<T> {
  readonly value: T;
  /** Positions of the changes storage did not take, because what they lead to is not valid. */
  readonly invalid: readonly number[];
}

export type LaneOutcome<T> =
  | { readonly kind: 'written'; readonly value: T }
  | { readonly kind: 'refused'; readonly reason: 'invalid' }
  /** Shown, not stored; `sentence` says so to the user. */
  | { readonly kind: 'failing'; readonly sentence: string };

export interface Lane<T> {
  readonly change: (change: Change<T>) => Promise<LaneOutcome<T>>;
  /** The stored value with what waits on top of it; a signal read. */
  readonly over: (stored: T) => T;
}

const NOT_SAVED = 'It is kept here while this page stays open, but it is not saved.';

function sentenceOf(outcome: Exclude<WriteOutcome<unknown>, { kind: 'written' }>): string {
  if (notebookState.peek().kind === 'emptied') {
    return 'The browser has removed your notebook from this device. What you see is still here while this page stays open, but it is not saved.';
  }
  if (outcome.kind === 'failed') {
    return outcome.failure.kind === 'quota'
      ? `There is no room left on this device for your last change. ${NOT_SAVED}`
      : `Your last change could not be saved. ${NOT_SAVED}`;
  }
  return outcome.reason === 'newer-notebook'
    ? `A newer version of Cairn has opened your notebook, so this one can no longer save your last change. ${NOT_SAVED}`
    : `Your notebook was closed from another tab before your last change. ${NOT_SAVED}`;
}

/**
 * @param write applies changes in order in one transaction.
 * @param landed is called with what is stored, in the same batch that takes the changes off the lane.
 */
export function createLane<T>(
  write: (changes: readonly Change<T>[]) => Promise<WriteOutcome<Written<T>>>,
  landed: (value: T) => void,
): Lane<T> {
  const waiting = signal<readonly Change<T>[]>([]);
  let tail: Promise<unknown> = Promise.resolve();
  let next: Promise<(change: Change<T>) => LaneOutcome<T>> | undefined;

  const writer: Writer = {
    writeAgain: () => schedule(),
    forget: () => {
      waiting.value = [];
      setWriteState(writer, { kind: 'idle' });
    },
  };

  /** All changes that come before a turn begins go in that turn. */
  function schedule() {
    setWriteState(writer, { kind: 'writing' });
    next ??= tail.then(() => {
      next = undefined;
      return turn();
    });
    tail = next;
    return next;
  }

  async function turn(): Promise<(change: Change<T>) => LaneOutcome<T>> {
    const changes = waiting.peek();
    const outcome = await attempt(changes);
    if (outcome.kind !== 'written') {
      if (outcome.kind === 'refused' && outcome.reason === 'newer-notebook') becomeReadOnly();
      const sentence = sentenceOf(outcome);
      const isForgotten = waiting.peek().length === 0;
      setWriteState(writer, isForgotten ? { kind: 'idle' } : { kind: 'failing', sentence });
      return () => ({ kind: 'failing', sentence });
    }
    const { value, invalid } = outcome.value;
    batch(() => {
      landed(value);
      waiting.value = waiting.peek().filter((change) => !changes.includes(change));
      setWriteState(writer, { kind: waiting.peek().length > 0 ? 'writing' : 'idle' });
    });
    notebookWorks();
    if (notebookState.peek().kind === 'kept') void askToPersist();
    return (change) =>
      invalid.includes(changes.indexOf(change))
        ? { kind: 'refused', reason: 'invalid' }
        : { kind: 'written', value };
  }

  async function attempt(changes: readonly Change<T>[]): Promise<WriteOutcome<Written<T>>> {
    try {
      return await write(changes);
    } catch (error) {
      return { kind: 'failed', failure: classifyFailure(error, 'use') };
    }
  }

  return {
    async change(change) {
      // A function of its own, so that the same change asked for twice is two changes.
      const own: Change<T> = (current) => change(current);
      waiting.value = [...waiting.peek(), own];
      return (await schedule())(own);
    },
    over: (stored) => waiting.value.reduce((value, change) => change(value), stored),
  };
}
