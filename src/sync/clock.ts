// Time, as it is passed in.
import type { After } from '#storage/open.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly after: After;
}
