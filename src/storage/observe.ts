// Follows a read: runs it again whenever what it read has changed, in this tab or in another.
import { liveQuery } from 'dexie';
import { classifyFailure, type StorageFailure } from './failure.ts';

/**
 * @param read reads one database and nothing else; Dexie notes what it touches.
 * @param failed the read broke; it is run again after the next change.
 * @returns stops following.
 */
export function observe<T>(
  read: () => Promise<T>,
  next: (value: T) => void,
  failed: (failure: StorageFailure) => void,
): () => void {
  // An async function, not an arrow that returns a promise: Dexie tracks reads after an `await` only in those. And
  // the failure is a value, because Dexie is silent about a read that was aborted or met a closed database.
  const subscription = liveQuery(async () => {
    try {
      return { value: await read() };
    } catch (error) {
      return { failure: classifyFailure(error, 'use') };
    }
  }).subscribe((result) => {
    if (result.failure) failed(result.failure);
    else next(result.value);
  });
  return () => subscription.unsubscribe();
}
