/// <reference lib="webworker" />
// The catalog the app was built with, kept beside the shell. What it consists of is read from its own list of targets
// when the worker is installed: written out here, seventy digests would be a third of the worker. A sign-in page that
// answers in the place of a file would otherwise be kept under its name, and the app would be given it for ever.

/** `data/t/<sha256>.<name>`: what the file must be is in its name. */
const NAMED_BY_CONTENT = /\/data\/t\/([0-9a-f]{64})\.[^/]+$/;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;
const PREFIX = 'cairn-catalog-';
/** Files under way at once. */
const LANES = 4;

const hex = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param path of the address. @returns whether the answer may be kept under it. */
export async function mayBeKept(path: string, response: Response): Promise<boolean> {
  if (response.status !== 200) return false;
  if (!/\/data\//.test(path)) return true;
  if (!JSON_TYPE.test(response.headers.get('content-type') ?? '')) return false;
  const expected = NAMED_BY_CONTENT.exec(path)?.[1];
  if (expected === undefined) return true;
  return hex(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer())) === expected;
}

/** As much of the browser's caches as is used. */
export interface Caches {
  readonly open: (name: string) => Promise<{
    readonly match: (path: string) => Promise<Response | undefined>;
    readonly put: (path: string, response: Response) => Promise<void>;
  }>;
  readonly match: (path: string) => Promise<Response | undefined>;
  readonly keys: () => Promise<string[]>;
  readonly delete: (name: string) => Promise<boolean>;
}

export interface KeptCatalogPorts {
  readonly caches: Caches;
  readonly fetch: (address: string) => Promise<Response>;
}

/** @param targets address of the list of targets, e.g. `data/1.targets.json`. */
export function keptCatalog(targets: string, { caches, fetch }: KeptCatalogPorts) {
  const own = `${PREFIX}${targets.replaceAll(/\W+/g, '-')}`;

  async function fetched(path: string): Promise<Response> {
    const response = await fetch(path);
    if (!(await mayBeKept(path, response))) throw new TypeError(`${path} is not what it should be`);
    return response;
  }

  return {
    /** Keeps all of it. Rejects where one file may not be kept: then nothing is installed, and the next visit tries again. */
    async keep(): Promise<void> {
      const list: unknown = await (await fetched(`/${targets}`)).json();
      const cache = await caches.open(own);
      const rest = addressesIn(list).values();
      const lane = async () => {
        for (const path of rest) {
          // Most of it may be here from the version before.
          if (!(await cache.match(path)))
            await cache.put(path, (await caches.match(path)) ?? (await fetched(path)));
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    },
    /** Drops what the version before kept. */
    async tidy(): Promise<void> {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith(PREFIX) && name !== own);
      await Promise.all(old.map((name) => caches.delete(name)));
    },
  };
}

/** The addresses of a list of targets. What it claims is not believed, only looked for: each file tells of itself. */
function addressesIn(list: unknown): string[] {
  const { signed } = list as { signed: { targets: Record<string, { hashes: { sha256: string } }> } };
  return Object.entries(signed.targets).map(([name, { hashes }]) => `/data/t/${hashes.sha256}.${name}`);
}

export const isKeptCatalog = (path: string): boolean => NAMED_BY_CONTENT.test(path);
