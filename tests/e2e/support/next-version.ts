// The built app once more, as its next version: every asset under another name, as after a change of everything, and a
// page that says which version it is. Nothing of the build itself is touched.
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';

const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));
const MARK = 'cairn-next';
const TEXT = ['.js', '.css', '.html'];

const reversed = (text: string) => [...text].toReversed().join('');

/** Answers the folder of the next version; the caller takes it away. */
export async function makeNextVersion(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'cairn-next-'));
  await cp(DIST, dir, {
    recursive: true,
    // Compressed twins of files that change would be served in their place.
    filter: (path) => !['.br', '.gz', '.map'].includes(extname(path)),
  });
  const assets = await readdir(join(dir, 'assets'));
  const names = assets.map((name) => {
    const hash = /-([\w-]{8})\.\w+$/.exec(name)?.[1];
    if (hash === undefined) throw new Error(`An asset without a hash: ${name}`);
    return { name, next: name.replace(`-${hash}.`, `-${reversed(hash)}.`) };
  });
  for (const { name, next } of names) await rename(join(dir, 'assets', name), join(dir, 'assets', next));
  for (const path of await readdir(dir, { recursive: true })) {
    if (!TEXT.includes(extname(path))) continue;
    let text = await readFile(join(dir, path), 'utf8');
    for (const { name, next } of names) text = text.replaceAll(name, next);
    if (basename(path) === 'index.html') text = text.replace('<title>', `<meta name="${MARK}"><title>`);
    // The page is fetched anew only where the list of the service worker gives it another revision.
    if (basename(path) === 'sw.js') {
      text = text.replace(
        /\{"revision":"(\w+)","url":"index\.html"\}/,
        (_, revision: string) => `{"revision":"${reversed(revision)}","url":"index.html"}`,
      );
    }
    await writeFile(join(dir, path), text);
  }
  return dir;
}

export const removeVersion = (dir: string): Promise<void> => rm(dir, { recursive: true, force: true });

/** Which version the page on screen belongs to. */
export const versionOf = async (page: Page): Promise<'first' | 'next'> =>
  (await page.locator(`meta[name="${MARK}"]`).count()) === 0 ? 'first' : 'next';
