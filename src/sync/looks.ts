// The memory of looks for a newer catalog: read once for an update, written when it is known what it came to.
import * as z from 'zod/mini';
import type { CatalogStore } from './catalog-store.ts';
import type { SyncOutcome } from './outcome.ts';
import {
  afterFailure,
  afterSuccess,
  firstLooks,
  isDue,
  isFullDue,
  type Looks,
  nextLookAt,
} from './schedule.ts';

const Moment = z.nullable(z.number());
const StoredLooks = z.object({
  jitter: z.number(),
  succeededAt: Moment,
  fullAt: Moment,
  failures: z.int().check(z.gte(0)),
  failedAt: Moment,
  pause: z.number(),
});

/** Times in milliseconds since 1970. */
export interface Look {
  readonly isDue: (now: number) => boolean;
  readonly isFullDue: (now: number) => boolean;
  readonly nextAt: () => number | null;
  /** The chain of roots was followed. */
  readonly wentFull: () => void;
  /** A release was taken over from the app itself: its root is as new as any. */
  readonly adopted: (now: number) => Promise<void>;
  /** @returns the outcome. */
  readonly remember: (outcome: SyncOutcome, now: number) => Promise<SyncOutcome>;
}

/** @param random 0 to 1. */
export async function openLooks(store: CatalogStore | null, random: () => number): Promise<Look> {
  const stored = await store?.readLooks();
  const parsed = StoredLooks.safeParse(stored?.kind === 'ok' ? stored.value : null);
  const looks: Looks = parsed.success ? parsed.data : firstLooks(random);
  let isFull = false;
  return {
    isDue: (now) => isDue(looks, now),
    isFullDue: (now) => isFullDue(looks, now),
    nextAt: () => nextLookAt(looks),
    wentFull: () => {
      isFull = true;
    },
    async adopted(now) {
      await store?.writeLooks({ ...looks, fullAt: now });
    },
    async remember(outcome, now) {
      if (outcome.kind === 'refused' && outcome.reason === 'cancelled') return outcome;
      // A catalog for a newer app is an answer; asking again soon changes nothing.
      const isAnswer = outcome.kind !== 'refused' || outcome.reason === 'too-old-app';
      await store?.writeLooks(
        isAnswer
          ? afterSuccess(looks, now, isFull)
          : afterFailure(looks, now, random, outcome.retryAfter ?? 0),
      );
      return outcome;
    },
  };
}
