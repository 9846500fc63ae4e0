// Why something that came from outside is not taken. Plain data: it crosses the wire to the page.
export type SyncRefusal =
  /** No answer, a broken answer, or a server that cannot answer now. */
  | 'offline'
  /** Something else answered: a sign-in page, a missing file. */
  | 'not-a-catalog'
  | 'too-long'
  | 'wrong-hash'
  | 'malformed'
  /** Fewer valid signatures of trusted keys than the role asks for. */
  | 'bad-signature'
  /** Signed well, but its time is over: nobody can tell whether it is still what the publisher means. */
  | 'expired'
  /** Older than what was accepted before. */
  | 'rollback'
  /** Parts that do not belong to one release. */
  | 'mixed'
  /** Sound, and for a newer version of the app. */
  | 'too-old-app'
  | 'stalled'
  | 'no-space'
  | 'cancelled'
  /** The installer itself broke down. */
  | 'failed';

export interface Refused {
  readonly kind: 'refused';
  readonly reason: SyncRefusal;
  /** What it was about, e.g. `p-03.json: 120 of 4096 bytes`; for a report, not for a screen. */
  readonly what: string;
  /** Milliseconds the server asked to be left alone. */
  readonly retryAfter?: number;
}

export const refused = (reason: SyncRefusal, what: string): Refused => ({ kind: 'refused', reason, what });
