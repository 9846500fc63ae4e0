// Writes a brotli and a gzip twin beside each text file of the build, so that any static host can send
// the small one. It runs last, when the service worker is written, and must never change a file.

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT = /\.(js|css|html|svg|json|webmanifest|txt)$/;
const WORTHWHILE = 0.95;
/** A publisher puts another in its place, and a twin left behind would be served for it. */
const CHANGING = join('data', 'timestamp.json');

/**
 * Compresses every text file under `dir`; answers how many twins were written.
 * @type {typeof import('./compress.d.mts').compressFolder}
 */
export async function compressFolder(dir) {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && TEXT.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => relative(dir, path) !== CHANGING);
  const written = await Promise.all(paths.map((path) => compressFile(dir, path)));
  return written.reduce((sum, count) => sum + count, 0);
}

/** @param {string} dir @param {string} path */
async function compressFile(dir, path) {
  const plain = await readFile(path);
  // The catalog is megabytes of JSON: the last few percent of brotli would cost twenty times the time.
  const quality = relative(dir, path).startsWith(`data${sep}`) ? 5 : 11;
  /** @type {[ending: string, small: Buffer][]} */
  const made = [
    [
      '.br',
      await promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
    ],
    ['.gz', await promisify(gzip)(plain, { level: 9 })],
  ];
  const twins = made.filter(([, small]) => small.length < plain.length * WORTHWHILE);
  await Promise.all(twins.map(([ending, small]) => writeFile(path + ending, small)));
  return twins.length;
}
