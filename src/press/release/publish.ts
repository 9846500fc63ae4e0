// Carries out a plan of writes. The client core looks at the folder as it will be before anything is written, and at
// the folder as it is afterwards; if it does not like what it sees then, the old timestamp comes back.
import { type Refused, refused } from '#press/outcome.ts';
import { type Folder, overlay, type Write } from './folder.ts';
import { TIMESTAMP_NAME } from './open-release.ts';

/** Runs clients over a folder. Null: each of them ends with the newest release. */
export type Check = (folder: Folder) => Promise<Refused | null>;

const STEP = 16;

export interface Done {
  readonly kind: 'published';
  readonly written: number;
  readonly bytes: number;
}

/** @param say one line now and then on a long way. */
export async function carryOut(
  folder: Folder,
  writes: readonly Write[],
  check: Check,
  say: (line: string) => unknown,
): Promise<Done | Refused> {
  const before = folder.read(TIMESTAMP_NAME);
  const foreseen = await check(overlay(folder, writes));
  if (foreseen) return refused('check-failed', `nothing was written: ${foreseen.detail}`);
  let bytes = 0;
  for (const [at, write] of writes.entries()) {
    folder.write(write.name, write.bytes);
    bytes += write.bytes.length;
    if ((at + 1) % STEP === 0) say(`  ${at + 1} of ${writes.length} files`);
  }
  const found = await check(folder);
  if (!found) return { kind: 'published', written: writes.length, bytes };
  if (before) folder.write(TIMESTAMP_NAME, before);
  else folder.drop(TIMESTAMP_NAME);
  const back = before ? 'the timestamp before is back' : 'timestamp.json was taken away';
  return refused('check-failed', `${found.detail}; ${back}`);
}
