// A verb of the catalog command line.
import type { Refused } from './outcome.ts';

export interface Output {
  readonly line: (text: string) => unknown;
  readonly error: (text: string) => unknown;
}

export interface Verb {
  readonly usage: string;
  /** @returns the exit code: 0 done, 1 refused. An argument that cannot be read is thrown and becomes 2. */
  readonly run: (args: readonly string[], io: Output) => number | Promise<number>;
}

/** Says no in one line; the exit code is 1. */
export function sayNo(io: Output, verb: string, { reason, detail }: Refused): 1 {
  io.error(`catalog ${verb}: refused, ${reason}: ${detail}`);
  return 1;
}
