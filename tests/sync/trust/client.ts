// A client of a repository that lies in memory: what it trusts, and what it asked for.
import type { Fetched } from '#sync/trust/fetch-capped.ts';
import { refresh, type Refreshed, type TrustPorts } from '#sync/trust/refresh.ts';
import type { Bytes, Role, TufRepository } from '../../fixtures/tuf-repository.ts';

export interface Client {
  readonly trusted: Map<Role, Bytes>;
  /** Names asked for by the last refresh. */
  readonly asked: string[];
  /** Milliseconds since 1970. */
  now: number;
  /** Answers in the place of the repository's, by name. */
  readonly answers: Map<string, Fetched>;
  readonly refresh: (change?: Partial<TrustPorts>) => Promise<Refreshed>;
  readonly version: (role: Role) => number | null;
}

/** Trusts the root the repository has now. */
export function clientOf(repository: TufRepository, now = Date.now()): Client {
  const trusted = new Map<Role, Bytes>([['root', repository.fileOf('root')]]);
  const client: Client = {
    trusted,
    asked: [],
    now,
    answers: new Map(),
    refresh(change = {}) {
      client.asked.length = 0;
      return refresh({
        fetch: async (name, maxBytes) => {
          client.asked.push(name);
          const answer = client.answers.get(name);
          if (answer) return answer;
          const bytes = repository.files.get(name);
          if (!bytes) return { kind: 'missing' };
          return bytes.length > maxBytes
            ? { kind: 'refused', reason: 'too-long', what: name }
            : { kind: 'body', bytes };
        },
        now: () => client.now,
        store: {
          read: async (role) => trusted.get(role) ?? null,
          write: async (role, bytes) => void trusted.set(role, bytes),
          drop: async (role) => void trusted.delete(role),
        },
        ...change,
      });
    },
    version(role) {
      const bytes = trusted.get(role);
      return bytes ? JSON.parse(new TextDecoder().decode(bytes)).signed.version : null;
    },
  };
  return client;
}
