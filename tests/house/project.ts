// The project as its own tests see it: files by name and text. Reads only.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The folders right under src. */
export const SOURCE_FOLDERS: readonly string[] = readdirSync(join(ROOT, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const NOT_OURS = /^(\.git|node_modules|dist|coverage|test-results|playwright-report)(\/|$)/;

/** Every file of the project, as paths from the root; not what git ignores. */
export function projectFiles(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (NOT_OURS.test(path)) return [];
    return entry.isDirectory() ? projectFiles(path) : [path];
  });
}

/** The files under src or tests with one of the endings, such as `.ts`. */
export function filesUnder(folder: 'src' | 'tests', ...endings: string[]): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
    .filter((path) => endings.some((ending) => path.endsWith(ending)));
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
