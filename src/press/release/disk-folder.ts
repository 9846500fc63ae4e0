// A folder on the disk. A file appears under its name with all of its bytes or not at all: it is written beside,
// flushed, and renamed.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, posix, resolve, sep } from 'node:path';
import type { Folder } from './folder.ts';

/** What an interrupted write leaves behind; never part of the folder. */
const UNFINISHED = '.unfinished';

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** @param path need not exist yet. */
export function diskFolder(path: string): Folder {
  const root = resolve(path);
  const at = (name: string) => {
    const file = resolve(root, name);
    if (!file.startsWith(root + sep)) throw new Error(`${name} is not inside ${root}`);
    return file;
  };
  const walk = (folder: string): string[] => {
    try {
      return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
        const name = posix.join(folder, entry.name);
        if (entry.isDirectory()) return walk(name);
        return entry.name.endsWith(UNFINISHED) ? [] : [name];
      });
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
  };
  return {
    names: () => walk('').toSorted(),
    read: (name) => {
      try {
        return statSync(at(name)).isFile() ? new Uint8Array(readFileSync(at(name))) : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    write: (name, bytes) => {
      const file = at(name);
      mkdirSync(dirname(file), { recursive: true });
      const handle = openSync(file + UNFINISHED, 'w');
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(file + UNFINISHED, file);
    },
    drop: (name) => rmSync(at(name), { force: true }),
  };
}
