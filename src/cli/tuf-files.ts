// The folders of the tuf-client: trusted metadata, one file per role, and downloaded targets. A file is there whole or
// not at all.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TrustStore } from '#sync/trust/refresh.ts';

export async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

export async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  const unfinished = `${path}.${process.pid}.part`;
  await writeFile(unfinished, bytes);
  await rename(unfinished, path);
}

export const trustFolder = (folder: string): TrustStore => ({
  read: (role) => readIfThere(join(folder, `${role}.json`)),
  write: (role, bytes) => writeWhole(folder, `${role}.json`, bytes),
  drop: (role) => rm(join(folder, `${role}.json`), { force: true }),
});

/** One file name for one target, wherever its name points. */
export const fileNameOf = (target: string): string =>
  encodeURIComponent(target).replaceAll(/^\.+$/g, (dots) => dots.replaceAll('.', '%2E'));

/**
 * @param base address, with or without a `/` at its end.
 * @param path its parts are kept apart by `/`; all else that means something in an address is quoted.
 */
export const addressIn = (base: string, path: string): string =>
  `${base.replace(/\/*$/, '')}/${encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent)}`;
