// What a storage error means. Names are not what one expects: a full disk comes as an AbortError, sometimes with the
// quota error inside and sometimes with nothing inside, and a dead connection as one of four names. Reads the names
// only; never shows a message to a person.
export type FailureKind =
  /** No space left for this site. */
  | 'quota'
  /** The browser does not let this site store anything: private mode, policy, no IndexedDB at all. */
  | 'refused'
  /** The database was made by a newer version. */
  | 'newer'
  /** The connection or the disk is broken; opening again may heal it. */
  | 'failing'
  | 'unknown';

export interface StorageFailure {
  readonly kind: FailureKind;
  /** Names from the outer error to the innermost, for a report. */
  readonly names: readonly string[];
}

const REFUSED_AT_OPEN = new Set([
  'SecurityError',
  'MissingAPIError',
  'InvalidStateError',
  'UnknownError',
  'NotAllowedError',
]);
const REFUSED_ALWAYS = new Set(['SecurityError', 'MissingAPIError', 'NotAllowedError']);
const FAILING = new Set([
  'AbortError',
  'DatabaseClosedError',
  'InvalidStateError',
  'TimeoutError',
  'TransactionInactiveError',
  'UnknownError',
]);

/** The names of an error and of the errors inside it; Dexie keeps the cause in `inner`. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let at: unknown = error;
  while (typeof at === 'object' && at !== null && names.length < 6) {
    names.push('name' in at ? String(at.name) : 'Error');
    at = 'inner' in at ? at.inner : undefined;
  }
  return names;
}

/** @param moment the same name means another thing while opening: there, an InvalidStateError is a refusal. */
export function classifyFailure(error: unknown, moment: 'open' | 'use'): StorageFailure {
  const names = namesOf(error);
  const has = (set: ReadonlySet<string>) => names.some((name) => set.has(name));
  const kind = (): FailureKind => {
    if (names.includes('QuotaExceededError')) return 'quota';
    if (names.includes('VersionError')) return 'newer';
    if (has(moment === 'open' ? REFUSED_AT_OPEN : REFUSED_ALWAYS)) return 'refused';
    return has(FAILING) ? 'failing' : 'unknown';
  };
  return { kind: kind(), names };
}
