// How the press says no. A refusal stops the build before a byte is written.
export type RefusalReason =
  | 'missing-table'
  | 'missing-column'
  | 'duplicate-key'
  | 'vanished-ids'
  | 'bad-registry'
  | 'unlisted-source'
  | 'invalid-chunk'
  | 'too-large';

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
  readonly reason: string;
}
