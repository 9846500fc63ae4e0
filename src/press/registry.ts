// The register of identities: natural key → pid, for ever; founding program → sponsor number; specialty → its name.
// A pid is never given twice, and a key that vanished from the tables without a word on what became of it stops the
// press: the user may have notes on it.
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { CROCKFORD, Pid } from '#domain/ids.ts';
import { byText, sortedByKey } from './canonical.ts';
import { type Changes, NO_CHANGES } from './changes.ts';
import { NATURAL_KEY } from './natural-key.ts';
import { refused, type Refused } from './outcome.ts';

export const Registry = z.strictObject({
  format: z.literal('cairn-registry/1'),
  /** A program that was given a new key has both, with the same pid. */
  pids: z.record(z.string().check(z.regex(NATURAL_KEY)), Pid.check(z.regex(/^p/, 'not a pid of the press'))),
  /** A program a sponsor is known by → its number, from 1. */
  sponsors: z.record(z.string(), z.int().check(z.gte(1))),
  /** By id: a name that is not here is a slip of the pen until somebody says that it is not. */
  specialties: z.record(z.string(), z.strictObject({ name: z.string(), code: z.string() })),
});
export type Registry = z.infer<typeof Registry>;

export const EMPTY_REGISTRY: Registry = {
  format: 'cairn-registry/1',
  pids: {},
  sponsors: {},
  specialties: {},
};

const PID_CHARS = 9;

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

function freshPid(key: string, taken: ReadonlySet<string>): Pid {
  let attempt = 0;
  let pid = candidate(key, attempt);
  while (taken.has(pid)) pid = candidate(key, ++attempt);
  return pid;
}

/**
 * Gives every key its pid: the registered one, that of the program it renames, else a new one.
 * @param keys natural keys of all programs in the tables.
 * @returns the register with the new keys in it, sorted; refuses when a registered key is gone and no change says why.
 */
export function registerPids(
  registry: Registry,
  keys: readonly string[],
  changes: Changes = NO_CHANGES,
): { readonly kind: 'registered'; readonly registry: Registry; readonly added: number } | Refused {
  const present = new Set(keys);
  if (present.size !== keys.length) {
    const twice = keys.find((key, at) => keys.indexOf(key) !== at) ?? '';
    return refused('duplicate-key', `two programs share the key ${twice}`);
  }
  const registered = new Map(Object.entries(registry.pids));
  const vanished = [...registered.keys()].filter((key) => !present.has(key) && !changes.accountsFor(key));
  if (vanished.length > 0) {
    const some = vanished.slice(0, 5).join(', ');
    return refused(
      'vanished-ids',
      `${vanished.length} registered programs are neither in the tables nor in program_changes: ${some}`,
    );
  }
  const programs = new Map([...registered].map(([key, pid]) => [pid, changes.nameOf(key)]));
  const strays = [...registered].filter(([key, pid]) => programs.get(pid) !== changes.nameOf(key));
  if (strays.length > 0) return refused('bad-registry', `${strays[0]?.[1]} stands for two programs`);
  const taken = new Set<string>(registered.values());
  let added = 0;
  for (const key of keys.toSorted(byText)) {
    if (registered.has(key)) continue;
    const former = changes.formerKeys(key).find((each) => registered.has(each));
    const pid = registered.get(former ?? '') ?? freshPid(key, taken);
    if (!taken.has(pid)) added++;
    taken.add(pid);
    registered.set(key, pid);
  }
  return { kind: 'registered', registry: { ...registry, pids: sortedByKey(registered) }, added };
}

/**
 * Gives every cluster of natural keys its sponsor number: that of its founding program, else the next free one. When
 * two sponsors become one the lower number stays and the other is retired.
 * @returns the number of each key, and the register with the new founders.
 */
export function registerSponsors(
  registry: Registry,
  clusters: readonly (readonly string[])[],
  changes: Changes = NO_CHANGES,
) {
  const sponsors = new Map(Object.entries(registry.sponsors));
  const numberOf = new Map<string, number>();
  let next = Math.max(0, ...sponsors.values()) + 1;
  const sorted = clusters
    .map((keys) => keys.toSorted(byText))
    .toSorted((a, b) => byText(a[0] ?? '', b[0] ?? ''));
  for (const keys of sorted) {
    const known = keys.flatMap((key) =>
      [key, ...changes.formerKeys(key)].flatMap((each) => sponsors.get(each) ?? []),
    );
    const number = known.length > 0 ? Math.min(...known) : next++;
    if (known.length === 0) sponsors.set(keys[0] ?? '', number);
    for (const key of keys) numberOf.set(key, number);
  }
  return { numberOf, registry: { ...registry, sponsors: sortedByKey(sponsors) } };
}

/**
 * Keeps the specialties of the tables known by name. An empty register takes all of them.
 * @param accepted names the publisher says are new and meant.
 */
export function registerSpecialties(
  registry: Registry,
  specialties: readonly { readonly id: string; readonly name: string; readonly code: string }[],
  accepted: ReadonlySet<string>,
): { readonly kind: 'registered'; readonly registry: Registry } | Refused {
  const isFirst = Object.keys(registry.pids).length === 0;
  const known = new Map(Object.entries(registry.specialties));
  const unknown = specialties.filter(({ id, name }) => !isFirst && !known.has(id) && !accepted.has(name));
  if (unknown.length > 0)
    return refused(
      'unknown-specialty',
      `${unknown.map(({ name }) => `“${name}”`).join(', ')}: correct the table, or give --new-specialty`,
    );
  for (const { id, name, code } of specialties) known.set(id, { name, code });
  return { kind: 'registered', registry: { ...registry, specialties: sortedByKey(known) } };
}
