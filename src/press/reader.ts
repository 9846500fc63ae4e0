// What the press reads from the disk: the fact tables, the rules of messages, and the register with what lies beside it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { CommunicationRules } from '#domain/communication-rule.ts';
import { IsoDate } from './cells.ts';
import { refused, type Refused } from './outcome.ts';
import { EMPTY_REGISTRY, Registry } from './registry.ts';
import { NO_TOMBSTONES, Tombstones } from './tombstones.ts';

const inPress = (name: string) => fileURLToPath(new URL(name, import.meta.url));
export const SOURCES_DIR = inPress('sources');
/** Where registry.json, tombstones.json and release.json lie. */
export const REGISTER_DIR = inPress('.');
/** Keys that everybody has; see `catalog keys --development`. */
export const DEVELOPMENT_KEYS_DIR = inPress('keys');
/** The root of the project, two folders above this one. */
export const PROJECT_DIR = dirname(dirname(REGISTER_DIR));
const COMMUNICATION_FILE = 'communication-rules.json';

const Release = z.strictObject({
  version: z.int().check(z.gte(1)),
  /** ISO date of the newest facts. */
  date: IsoDate,
  minAppSchema: z.optional(z.int().check(z.gte(1))),
  countsFlag: z.optional(z.literal(true)),
});
type Release = z.infer<typeof Release>;

/** CSV text by table name; a table that is not there is left to the press to refuse. */
export function readTables(dir: string, names: readonly string[]): Map<string, string> {
  const files = names.map((name) => [name, join(dir, `${name}.csv`)] as const);
  return new Map(
    files.filter(([, file]) => existsSync(file)).map(([name, file]) => [name, readFileSync(file, 'utf8')]),
  );
}

type Read<T> = { readonly kind: 'read'; readonly value: T } | Refused;

function readJson<T>(file: string, schema: z.ZodMiniType<T>, absent: T | null): Read<T> {
  if (!existsSync(file))
    return absent === null ? refused('bad-registry', `no ${file}`) : { kind: 'read', value: absent };
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return refused('bad-registry', `${file} is not JSON`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { kind: 'read', value: parsed.data };
  const issue = parsed.error.issues[0];
  return refused('bad-registry', `${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

export interface Register {
  readonly kind: 'register';
  readonly registry: Registry;
  readonly tombstones: Tombstones;
  readonly release: Release;
}

export function readRegister(dir: string): Register | Refused {
  const registry = readJson(join(dir, 'registry.json'), Registry, EMPTY_REGISTRY);
  if (registry.kind === 'refused') return registry;
  const tombstones = readJson(join(dir, 'tombstones.json'), Tombstones, NO_TOMBSTONES);
  if (tombstones.kind === 'refused') return tombstones;
  const release = readRelease(dir);
  if (release.kind === 'refused') return release;
  return {
    kind: 'register',
    registry: registry.value,
    tombstones: tombstones.value,
    release: release.value,
  };
}

export const readRelease = (dir: string): Read<Release> => readJson(join(dir, 'release.json'), Release, null);

export function writeRegister(
  dir: string,
  { registry, tombstones }: Omit<Register, 'kind' | 'release'>,
): void {
  const write = (name: string, value: unknown) =>
    writeFileSync(join(dir, name), `${JSON.stringify(value, null, 2)}\n`);
  write('tombstones.json', tombstones);
  write('registry.json', registry);
}

/** The rules of messages are written as data of their own, not as a table; null where the folder has none. */
export function readCommunicationRules(dir: string): CommunicationRules | null {
  const file = join(dir, COMMUNICATION_FILE);
  return existsSync(file) ? CommunicationRules.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
