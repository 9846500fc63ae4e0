// A place of named files: a folder on a disk, the memory of a test, or a folder as it will be. A write is whole or it
// did not happen.

export interface Folder {
  /** Every file, in order, by its path inside the folder: `1.root.json`, `t/<sha256>.index.json`. */
  readonly names: () => readonly string[];
  readonly read: (name: string) => Uint8Array<ArrayBuffer> | null;
  readonly write: (name: string, bytes: Uint8Array) => void;
  readonly drop: (name: string) => void;
}

export interface Write {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The folder as it would be after the writes; nothing reaches what lies below. */
export function overlay(below: Folder, writes: readonly Write[] = []): Folder {
  const changed = new Map<string, Uint8Array<ArrayBuffer> | null>();
  const write = (name: string, bytes: Uint8Array) => {
    changed.set(name, new Uint8Array(bytes));
  };
  for (const { name, bytes } of writes) write(name, bytes);
  return {
    names: () => {
      const names = new Set(below.names());
      for (const [name, bytes] of changed) {
        if (bytes) names.add(name);
        else names.delete(name);
      }
      return [...names].toSorted();
    },
    read: (name) => {
      const bytes = changed.get(name);
      return bytes === undefined ? below.read(name) : bytes;
    },
    write,
    drop: (name) => {
      changed.set(name, null);
    },
  };
}

const NOTHING: Folder = { names: () => [], read: () => null, write: () => {}, drop: () => {} };

/** A folder that lives in memory. */
export const memoryFolder = (writes: readonly Write[] = []): Folder => overlay(NOTHING, writes);
