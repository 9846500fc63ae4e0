// What the tuf-client does: the protocol of the conformance suite of The Update Framework
// (theupdateframework/tuf-conformance, CLIENT-CLI.md), by the very rules of the app.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFile } from '#sync/trust/checks.ts';
import { fetchCapped, type Fetched } from '#sync/trust/fetch-capped.ts';
import { type Refreshed, refresh } from '#sync/trust/refresh.ts';
import { type Refused, refused } from '#sync/trust/refused.ts';
import { addressIn, fileNameOf, readIfThere, trustFolder, writeWhole } from './tuf-files.ts';
import { OTHER_SCHEMES } from './tuf-schemes.ts';

const USAGE =
  'Usage: tuf-client --metadata-dir D [--metadata-url U] [--target-name N --target-dir D --target-base-url U] init ROOT | refresh | download';

const clock = {
  now: () => Date.now(),
  after: (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

function get(base: string, path: string, maxBytes: number): Promise<Fetched> {
  const ports = { fetch: (url: string, init: RequestInit) => fetch(url, init), clock };
  const { signal } = new AbortController();
  return fetchCapped(addressIn(base, path), path, maxBytes, ports, signal, { type: 'any' });
}

const refreshFrom = (metadataUrl: string, metadataDir: string): Promise<Refreshed> =>
  refresh({
    fetch: (name, maxBytes) => get(metadataUrl, name, maxBytes),
    now: clock.now,
    store: trustFolder(metadataDir),
    schemes: OTHER_SCHEMES,
  });

interface Download {
  readonly metadataUrl: string;
  readonly metadataDir: string;
  readonly name: string;
  readonly folder: string;
  readonly base: string;
}

async function download({ metadataUrl, metadataDir, name, folder, base }: Download): Promise<Refused | null> {
  const trusted = await refreshFrom(metadataUrl, metadataDir);
  if (trusted.kind === 'refused') return trusted;
  const target = trusted.targets.get(name);
  if (!target) return refused('not-a-catalog', `${name}: no target`);
  const signed = { length: target.length, hashes: { sha256: target.sha256 } };
  const file = fileNameOf(name);
  const stored = await readIfThere(join(folder, file));
  if (stored && (await checkFile(name, stored, signed)) === null) return null;

  const cut = name.lastIndexOf('/') + 1;
  const path = trusted.isConsistent ? `${name.slice(0, cut)}${target.sha256}.${name.slice(cut)}` : name;
  const fetched = await get(base, path, target.length);
  if (fetched.kind === 'refused') return fetched;
  if (fetched.kind !== 'body') return refused('not-a-catalog', `${path}: not there`);
  const wrong = await checkFile(name, fetched.bytes, signed);
  if (wrong) return wrong;
  await writeWhole(folder, file, fetched.bytes);
  return null;
}

/** What is asked for; null: not understood. */
function work(words: readonly string[]): (() => Promise<Refused | null>) | null {
  const option = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      'metadata-dir': option,
      'metadata-url': option,
      'target-name': option,
      'target-dir': option,
      'target-base-url': option,
    },
  });
  const { 'metadata-dir': metadataDir, 'metadata-url': metadataUrl } = values;
  const [verb, root, ...rest] = positionals;
  if (metadataDir === undefined || rest.length > 0) return null;
  if (verb === 'init' && root !== undefined) {
    return async () => {
      await writeWhole(metadataDir, 'root.json', await readFile(root));
      return null;
    };
  }
  if (metadataUrl === undefined || root !== undefined) return null;
  if (verb === 'refresh') {
    return async () => {
      const trusted = await refreshFrom(metadataUrl, metadataDir);
      return trusted.kind === 'refused' ? trusted : null;
    };
  }
  const { 'target-name': name, 'target-dir': folder, 'target-base-url': base } = values;
  if (verb !== 'download' || name === undefined || folder === undefined || base === undefined) return null;
  return () => download({ metadataUrl, metadataDir, name, folder, base });
}

/** @returns the exit code. 0: done; 1: refused; 2: not understood. */
export async function tufClient(
  words: readonly string[],
  complain: (line: string) => void,
): Promise<0 | 1 | 2> {
  const oneLine = (text: string) => complain(text.replaceAll(/\s*\n\s*/g, ' '));
  try {
    const asked = work(words);
    if (!asked) {
      oneLine(USAGE);
      return 2;
    }
    const wrong = await asked();
    if (!wrong) return 0;
    oneLine(`Refused (${wrong.reason}): ${wrong.what}`);
    return 1;
  } catch (error) {
    oneLine(error instanceof Error ? error.message : 'It failed without a reason.');
    // What parseArgs does not understand has a code of its own.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code.startsWith('ERR_PARSE_ARGS') ? 2 : 1;
  }
}
