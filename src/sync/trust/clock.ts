// Time, as it is passed in.
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs `act` after `ms` milliseconds, unless what it returns is called before. */
  readonly after: (ms: number, act: () => void) => () => void;
}
