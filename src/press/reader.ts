// The only file of the press, besides its command line, that touches the disk.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';
import { CommunicationRules } from '#domain/communication-rule.ts';
import { refused, type Refused } from './outcome.ts';
import { EMPTY_REGISTRY, Registry } from './registry.ts';

const inPress = (name: string) => fileURLToPath(new URL(name, import.meta.url));
export const SOURCES_DIR = inPress('sources');
export const REGISTRY_FILE = inPress('registry.json');
const RELEASE_FILE = inPress('release.json');

const Release = z.strictObject({
  version: z.int().check(z.gte(1)),
  /** ISO date of the newest facts. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
type Release = z.infer<typeof Release>;

/** CSV text by table name; a table that is not there is left to the press to refuse. */
export function readTables(dir: string, names: readonly string[]): Map<string, string> {
  const files = names.map((name) => [name, join(dir, `${name}.csv`)] as const);
  return new Map(
    files.filter(([, file]) => existsSync(file)).map(([name, file]) => [name, readFileSync(file, 'utf8')]),
  );
}

export function readRegistry(file: string): Registry | Refused {
  if (!existsSync(file)) return EMPTY_REGISTRY;
  const parsed = Registry.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  return refused('bad-registry', `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`);
}

export const readRelease = (): Release => Release.parse(JSON.parse(readFileSync(RELEASE_FILE, 'utf8')));

/** The rules of messages are written as data of their own, not as a table. */
export const readCommunicationRules = (): CommunicationRules =>
  CommunicationRules.parse(JSON.parse(readFileSync(join(SOURCES_DIR, 'communication-rules.json'), 'utf8')));
