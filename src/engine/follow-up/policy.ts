// What programs have said about being written to after an interview, as a gate. Silence never counts as leave.
// [Note: The strictest voice] Where a talk concerns several programs, one that does not want thanks decides, then one
// whose policy is not known, then one for which they change nothing.
import type { Pid } from '#domain/ids.ts';
import type { ProgramPolicy } from '#domain/interview.ts';
import type { WithheldReason } from './follow-up.ts';

export type PolicyBook = ReadonlyMap<Pid, ProgramPolicy>;

export type ThanksGate =
  | { readonly kind: 'allowed'; readonly noEffect: boolean }
  | { readonly kind: 'withheld'; readonly reason: WithheldReason; readonly pids: readonly Pid[] };

/** The policy read last for each program; of several read on one day the strictest. */
export function policyBook(policies: readonly ProgramPolicy[]): PolicyBook {
  const book = new Map<Pid, ProgramPolicy>();
  const known = policies.toSorted(
    (a, b) =>
      (a.readOn < b.readOn ? -1 : a.readOn > b.readOn ? 1 : 0) ||
      strictness(a) - strictness(b) ||
      Number(a.updates === 'not-wanted') - Number(b.updates === 'not-wanted'),
  );
  for (const policy of known) book.set(policy.pid, policy);
  return book;
}

/** Whether thanks for an interview at these programs may be proposed. */
export function thanksGate(pids: readonly Pid[], book: PolicyBook): ThanksGate {
  const saying = (word: ProgramPolicy['thankYou']) => pids.filter((pid) => book.get(pid)?.thankYou === word);
  const against = saying('not-wanted');
  if (against.length > 0) return { kind: 'withheld', reason: 'thanks-not-wanted', pids: against };
  const silent = saying(undefined);
  if (silent.length > 0 || pids.length === 0)
    return { kind: 'withheld', reason: 'policy-not-known', pids: silent };
  return { kind: 'allowed', noEffect: saying('no-effect').length > 0 };
}

function strictness({ thankYou }: ProgramPolicy): number {
  if (thankYou === undefined) return 2;
  return { welcome: 0, 'no-effect': 1, 'not-wanted': 3 }[thankYou];
}
