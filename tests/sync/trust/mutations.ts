// One small published release, changed at random and offered to a client: whatever the change, the client takes the
// release as it was signed, or nothing.
import fc from 'fast-check';
import { checkChunk, checkDigest, checkIndex, INDEX_NAME } from '#sync/trust/contents.ts';
import { refresh, type Refreshed } from '#sync/trust/refresh.ts';
import { type Bytes, type Role, TufRepository } from '../../fixtures/tuf-repository.ts';
import { bytesOf, indexOf, soundChunks } from '../published-catalog.ts';

const NOW = 1_800_000_000_000;

export interface Tally {
  readonly tried: number;
  /** The bytes were others, but meant the same: a space more, a number written otherwise. */
  readonly same: number;
  readonly refused: number;
  /** Taken though it means something else; there must be none. */
  readonly taken: string[];
  /** Thrown instead of refused; there must be none. */
  readonly thrown: string[];
}

type Mutation = (bytes: Bytes) => Bytes;

const mutation = fc
  .tuple(
    fc.nat(6),
    // Evenly over the file; a double would be spread over its exponents and stay at the beginning.
    fc.nat(999_999),
    fc.nat(64),
    fc.integer({ min: 1, max: 255 }),
  )
  .map(([kind, where, span, value]): [string, Mutation] => {
    const text = `${kind} ${where} ${span} ${value}`;
    return [
      text,
      (bytes) => {
        const at = Math.floor((where / 1_000_000) * bytes.length);
        const end = Math.min(bytes.length, at + 1 + span);
        const [head, middle, tail] = [bytes.slice(0, at), bytes.slice(at, end), bytes.slice(end)];
        const joined = (...parts: Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(parts));
        // A byte, a bit, a piece twice, a piece less, the end less, a digit or a space more.
        if (kind === 0) return joined(head, Uint8Array.of((bytes[at] ?? 0) ^ value), bytes.slice(at + 1));
        if (kind === 1)
          return joined(head, Uint8Array.of((bytes[at] ?? 0) ^ (1 << (value % 8))), bytes.slice(at + 1));
        if (kind === 2) return joined(head, middle, middle, tail);
        if (kind === 3) return joined(head, tail);
        if (kind === 4) return head;
        return joined(head, Uint8Array.of(kind === 5 ? 48 + (value % 10) : 32), bytes.slice(at));
      },
    ];
  });

const meaningOf = (bytes: Uint8Array): string | null => {
  try {
    return JSON.stringify(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).signed ?? null);
  } catch {
    return null;
  }
};
const isSame = (a: Uint8Array, b: Uint8Array) =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** @param seed the same seed makes the same mutations. */
export async function mutate(count: number, seed: number): Promise<Tally> {
  const repository = new TufRepository(NOW);
  const chunks = soundChunks();
  for (const [name, body] of Object.entries(chunks)) repository.addArtifact(name, body);
  repository.addArtifact(INDEX_NAME, JSON.stringify(indexOf(1, chunks)));
  repository.publishAll();
  const root = repository.fileOf('root');
  repository.publishAll();

  const client = (files: ReadonlyMap<string, Bytes>): Promise<Refreshed> => {
    const trusted = new Map<Role, Bytes>([['root', root]]);
    return refresh({
      fetch: async (name) => {
        const bytes = files.get(name);
        return bytes ? { kind: 'body', bytes } : { kind: 'missing' };
      },
      now: () => NOW,
      store: {
        read: async (role) => trusted.get(role) ?? null,
        write: async (role, bytes) => void trusted.set(role, bytes),
        drop: async (role) => void trusted.delete(role),
      },
    });
  };
  const sound = await client(repository.files);
  if (sound.kind === 'refused') throw new Error(sound.what);
  const whole = JSON.stringify([sound.versions, sound.expires, [...sound.targets]]);
  const metadata = ['2.root.json', 'timestamp.json', '2.snapshot.json', '2.targets.json'];
  const targets = [...repository.artifacts.keys()];

  const tally = { tried: 0, same: 0, refused: 0, taken: [] as string[], thrown: [] as string[] };
  const judge = async (name: string, changed: Bytes): Promise<'same' | 'refused' | 'taken'> => {
    const target = sound.targets.get(name);
    if (target) {
      const entry = { name, ...target };
      if (await checkDigest(entry, changed)) {
        // Without the digest, too, anything is read or refused, and nothing is thrown.
        if (name === INDEX_NAME) checkIndex(changed);
        else checkChunk(name, changed);
        return 'refused';
      }
      return isSame(changed, repository.artifacts.get(name) ?? bytesOf('')) ? 'same' : 'taken';
    }
    const original = repository.files.get(name) ?? bytesOf('');
    const refreshed = await client(new Map(repository.files).set(name, changed));
    if (refreshed.kind === 'refused') return 'refused';
    const isWhole = JSON.stringify([refreshed.versions, refreshed.expires, [...refreshed.targets]]) === whole;
    return isWhole && meaningOf(changed) === meaningOf(original) ? 'same' : 'taken';
  };

  const names = [...metadata, ...metadata, ...targets];
  const mutations = fc.sample(fc.tuple(fc.constantFrom(...names), mutation), { numRuns: count, seed });
  for (const [name, [what, change]] of mutations) {
    const original = repository.files.get(name) ?? repository.artifacts.get(name) ?? bytesOf('');
    const changed = change(original);
    tally.tried++;
    try {
      const verdict = await judge(name, changed);
      if (verdict === 'taken') tally.taken.push(`${name}: ${what}`);
      else tally[verdict]++;
    } catch (error) {
      tally.thrown.push(`${name}: ${what}: ${String(error)}`);
    }
  }
  return tally;
}
