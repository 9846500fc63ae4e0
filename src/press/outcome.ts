// How the press says no. A refusal comes before a byte is written.
export type RefusalReason =
  // The tables and the register
  | 'missing-table'
  | 'missing-column'
  | 'duplicate-key'
  | 'vanished-ids'
  | 'bad-registry'
  | 'bad-change'
  | 'redirect-cycle'
  | 'unknown-program'
  | 'unknown-specialty'
  | 'no-last-record'
  | 'unlisted-source'
  | 'invalid-chunk'
  | 'too-large'
  | 'rejected-rows'
  // A release, its keys and its signatures
  | 'no-release'
  | 'bad-release'
  | 'bad-keys'
  | 'bad-metadata'
  | 'wrong-key'
  | 'expired'
  | 'not-signed'
  | 'stale-metadata'
  | 'lower-release'
  | 'same-release'
  | 'too-many-changes'
  | 'check-failed'
  | 'not-safe';

export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  /** One line for a person. */
  readonly detail: string;
}

export const refused = (reason: RefusalReason, detail: string): Refused => ({
  kind: 'refused',
  reason,
  detail,
});

/** A row, or one value of it, that was left out; `line` is the line of the table where the row begins. */
export interface Rejection {
  readonly table: string;
  readonly line: number;
  readonly what: 'row' | 'value';
  /** Absent where the row as a whole is at fault. */
  readonly column?: string;
  readonly reason: string;
}
