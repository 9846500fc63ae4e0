// Whether what the user did is written. One line for the whole notebook: a screen shows it wherever the user is.
import { computed, type ReadonlySignal, signal } from '@preact/signals';

export type WriteState =
  /** Nothing waits to be written. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'writing' }
  /** Something is shown but not stored; `sentence` says so to the user. */
  | { readonly kind: 'failing'; readonly sentence: string };

/** Something that writes, as the whole sees it. */
export interface Writer {
  readonly writeAgain: () => Promise<unknown>;
  /** Drops what waits. */
  readonly forget: () => void;
}

const IDLE: WriteState = { kind: 'idle' };
const busy = signal<ReadonlyMap<Writer, WriteState>>(new Map());

export const writeState: ReadonlySignal<WriteState> = computed(() => {
  const states = [...busy.value.values()];
  return states.find((state) => state.kind === 'failing') ?? states[0] ?? IDLE;
});

export function setWriteState(writer: Writer, state: WriteState): void {
  const next = new Map(busy.peek());
  if (state.kind === 'idle') next.delete(writer);
  else next.set(writer, state);
  busy.value = next;
}

/** Tries everything that failed once more; `writeState` says how it went. */
export async function tryWritingAgain(): Promise<void> {
  await Promise.all([...busy.peek().keys()].map((writer) => writer.writeAgain()));
}

export function forgetUnwritten(): void {
  for (const writer of busy.peek().keys()) writer.forget();
}
