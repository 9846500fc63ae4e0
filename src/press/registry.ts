// The register of identities: natural key → pid, for ever, and founding program → sponsor number.
// A pid is never given twice, and a key that vanished from the tables stops the press: the user may have notes on it.
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { Pid } from '#domain/ids.ts';
import { byText, sortedByKey } from './canonical.ts';
import { refused, type Refused } from './outcome.ts';

export const Registry = z.strictObject({
  format: z.literal('cairn-registry/1'),
  pids: z.record(z.string().check(z.regex(/^(acgme:\d{10}|nrmp:\d{7}[A-Z][0-9A-Z])$/)), Pid),
  /** The program a sponsor was first known by → its number, from 1. */
  sponsors: z.record(z.string(), z.int().check(z.gte(1))),
});
export type Registry = z.infer<typeof Registry>;

export const EMPTY_REGISTRY: Registry = { format: 'cairn-registry/1', pids: {}, sponsors: {} };

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const PID_CHARS = 9;

/** The key a program is known by in the tables: its ACGME number, else its NRMP code. */
export function naturalKey(row: { acgme_id?: string | undefined; nrmp_code?: string | undefined }) {
  if (row.acgme_id !== undefined) return `acgme:${row.acgme_id}`;
  return row.nrmp_code === undefined ? null : `nrmp:${row.nrmp_code}`;
}

function candidate(key: string, attempt: number): Pid {
  const hash = createHash('sha256')
    .update(attempt === 0 ? key : `${key}#${attempt}`, 'utf8')
    .digest();
  let bits = BigInt(`0x${hash.subarray(0, 6).toString('hex')}`) >> 3n;
  let text = '';
  for (let i = 0; i < PID_CHARS; i++) {
    text = (CROCKFORD[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return Pid.parse(`p${text}`);
}

/**
 * Gives every key its pid: the registered one, else a new one.
 * @param keys natural keys of all programs in the tables.
 * @returns the register with the new keys in it, sorted; refuses when a registered key is gone.
 */
export function registerPids(
  registry: Registry,
  keys: readonly string[],
): { readonly kind: 'registered'; readonly registry: Registry; readonly added: number } | Refused {
  const present = new Set(keys);
  if (present.size !== keys.length) {
    const twice = keys.find((key, at) => keys.indexOf(key) !== at) ?? '';
    return refused('duplicate-key', `two programs share the key ${twice}`);
  }
  const registered = new Map(Object.entries(registry.pids));
  const vanished = [...registered.keys()].filter((key) => !present.has(key));
  if (vanished.length > 0) {
    const some = vanished.slice(0, 5).join(', ');
    return refused('vanished-ids', `${vanished.length} registered programs are not in the tables: ${some}`);
  }
  const taken = new Set<string>(registered.values());
  if (taken.size !== registered.size) return refused('bad-registry', 'one pid stands for two programs');
  let added = 0;
  for (const key of keys.toSorted(byText)) {
    if (registered.has(key)) continue;
    let attempt = 0;
    let pid = candidate(key, attempt);
    while (taken.has(pid)) pid = candidate(key, ++attempt);
    taken.add(pid);
    registered.set(key, pid);
    added++;
  }
  return { kind: 'registered', registry: { ...registry, pids: sortedByKey(registered) }, added };
}

/**
 * Gives every cluster of natural keys its sponsor number: that of its founding program, else the next free one. When
 * two sponsors become one the lower number stays and the other is retired.
 * @returns the number of each key, and the register with the new founders.
 */
export function registerSponsors(registry: Registry, clusters: readonly (readonly string[])[]) {
  const sponsors = new Map(Object.entries(registry.sponsors));
  const numberOf = new Map<string, number>();
  let next = Math.max(0, ...sponsors.values()) + 1;
  const sorted = clusters
    .map((keys) => keys.toSorted(byText))
    .toSorted((a, b) => byText(a[0] ?? '', b[0] ?? ''));
  for (const keys of sorted) {
    const known = keys.flatMap((key) => sponsors.get(key) ?? []);
    const number = known.length > 0 ? Math.min(...known) : next++;
    if (known.length === 0) sponsors.set(keys[0] ?? '', number);
    for (const key of keys) numberOf.set(key, number);
  }
  return { numberOf, registry: { ...registry, sponsors: sortedByKey(sponsors) } };
}
