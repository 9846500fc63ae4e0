// Whether a thank-you may be drafted: after an interview that is for the program to say, and while it has not said, the
// user is asked to find out first. After an informational talk nothing stands in the way.
import type { Pid } from '#domain/ids.ts';
import type { ProgramPolicy } from '#domain/interview.ts';

export type ThankYouGate =
  /** `policy` is there where the program has spoken; `no-effect` is worth showing beside the draft. */
  | { readonly kind: 'open'; readonly policy: ProgramPolicy | null }
  | { readonly kind: 'withheld'; readonly policy: ProgramPolicy }
  | { readonly kind: 'ask-first'; readonly pids: readonly Pid[] };

/**
 * @param pids the programs the person stands for.
 * @param afterInterview whether the user has been interviewed by one of them, on this occasion or before.
 */
export function gateThankYou(
  pids: readonly Pid[],
  policies: readonly ProgramPolicy[],
  afterInterview: boolean,
): ThankYouGate {
  const own = policies.filter(({ pid }) => pids.includes(pid));
  const said = own.filter(({ thankYou }) => thankYou !== undefined);
  const refused = said.find(({ thankYou }) => thankYou === 'not-wanted');
  if (!afterInterview) return { kind: 'open', policy: said.find((policy) => policy !== refused) ?? null };
  if (refused) return { kind: 'withheld', policy: refused };
  const silent = pids.filter((pid) => !said.some((policy) => policy.pid === pid));
  if (silent.length > 0 || pids.length === 0) return { kind: 'ask-first', pids: silent };
  return { kind: 'open', policy: said[0] ?? null };
}
