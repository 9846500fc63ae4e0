// What the verbs of a release share: the folders they mean when none is named, the clock, and how they answer.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { refused, type Refused } from '#press/outcome.ts';
import { diskFolder } from './disk-folder.ts';
import type { Folder } from './folder.ts';
import { isRole, type KeyRing, keyRingOf, type Role } from './keys.ts';
import { type Published, publishedIn } from './published.ts';
import { EXPIRY_DAYS, type ExpiryDays } from './sign.ts';

/** Where `build` and `sign` leave a release until it is published. */
export const WORK_DIR = '.catalog';
export const METADATA_DIR = 'metadata';
/** The catalog the app is built with. */
export const PUBLISHED_DIR = 'public/data';

/** @param at ISO date and time, for a run that must give the same bytes again. Throws where it is none. */
export function clockOf(at: string | undefined): Date {
  const now = at === undefined ? new Date() : new Date(at);
  if (Number.isNaN(now.getTime())) throw new Error(`--at ${at}: not a date`);
  return now;
}

/** @throws where the text is no whole number of at least `least`. */
export function wholeNumber(option: string, text: string, least = 1): number {
  const number = Number(text);
  if (!/^\d{1,6}$/.test(text) || number < least)
    throw new Error(`--${option} ${text}: not a number from ${least}`);
  return number;
}

export const EXPIRY_OPTIONS = {
  'root-days': { type: 'string' },
  'targets-days': { type: 'string' },
  'snapshot-days': { type: 'string' },
  'timestamp-days': { type: 'string' },
} as const;

/** Days until each role expires: the usual ones where an option does not say. */
export function expiryDays(values: Readonly<Record<string, unknown>>): ExpiryDays {
  const days = (role: Role) => {
    const text = values[`${role}-days`];
    return typeof text === 'string' ? wholeNumber(`${role}-days`, text) : EXPIRY_DAYS[role];
  };
  return {
    root: days('root'),
    targets: days('targets'),
    snapshot: days('snapshot'),
    timestamp: days('timestamp'),
  };
}

/** @throws where one of them is no role. */
export function rolesOf(names: readonly string[]): Role[] {
  const stray = names.find((name) => !isRole(name));
  if (stray !== undefined) throw new Error(`--role ${stray}: neither root, targets, snapshot nor timestamp`);
  return names.filter(isRole);
}

/** Every `*.json` in the folder is a key. */
export function readKeyRing(dir: string): { readonly kind: 'keys'; readonly keys: KeyRing } | Refused {
  const at = resolve(dir);
  if (!existsSync(at)) return refused('bad-keys', `no folder ${at}`);
  const names = readdirSync(at)
    .filter((name) => name.endsWith('.json'))
    .toSorted();
  return keyRingOf(new Map(names.map((name) => [name, readFileSync(join(at, name), 'utf8')])));
}

/** A folder that has published something. */
export function openPublished(
  dir: string,
): { readonly kind: 'open'; readonly folder: Folder; readonly published: Published } | Refused {
  const folder = diskFolder(resolve(dir));
  const published = publishedIn(folder);
  if (published.kind === 'refused') return published;
  if (published.kind === 'unpublished')
    return refused('no-release', `nothing was published in ${resolve(dir)}`);
  return { kind: 'open', folder, published };
}
