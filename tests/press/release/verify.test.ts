// A published folder that is not what it says.
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { converge, newClient } from '#press/release/client-check.ts';
import { PROJECT_DIR } from '#press/reader.ts';
import { diskFolder } from '#press/release/disk-folder.ts';
import { memoryFolder, overlay } from '#press/release/folder.ts';
import { sha256Of } from '#press/release/open-release.ts';
import { publishedIn, rootsIn } from '#press/release/published.ts';
import { checkFiles } from '#press/release/verify-verb.ts';
import { clientsAt, daysAfter, numbered, publishInto, START, stateOf, well } from './small-release.ts';

const FIRST = numbered(30);
const shelf = memoryFolder();
beforeAll(async () => {
  await publishInto(shelf, FIRST);
});
/** A folder with the release in it. */
const folderWithFirst = () => overlay(shelf);

describe('a published folder', () => {
  it('that holds a file which is not what its name says is found out', async () => {
    const folder = folderWithFirst();
    const name = folder.names().find((each) => each.endsWith('.p-00.json')) ?? '';
    const bytes = folder.read(name) ?? new Uint8Array();
    folder.write(
      name,
      bytes.map((byte, at) => (at === 5 ? byte ^ 1 : byte)),
    );
    expect(checkFiles(folder)).toMatchObject({ reason: 'check-failed' });
    expect(publishedIn(folder)).toMatchObject({ reason: 'bad-release' });
    const root = well(rootsIn(folder)).roots[0]?.bytes ?? new Uint8Array();
    expect(await converge(folder, newClient(root), START)).toMatchObject({ reason: 'check-failed' });
  });

  it('that holds something else is found out', () => {
    const folder = folderWithFirst();
    folder.write('notes.txt', new Uint8Array());
    expect(checkFiles(folder)).toMatchObject({ detail: 'notes.txt is no part of a catalog' });
  });

  it('names every object by its own digest', () => {
    const objects = shelf.names().filter((name) => name.startsWith('t/'));
    expect(objects).toHaveLength(FIRST.files.size);
    for (const name of objects)
      expect(sha256Of(shelf.read(name) ?? new Uint8Array())).toBe(name.slice(2, 66));
  });

  it('is refused by clients when its time is over', async () => {
    expect(await clientsAt(daysAfter(15))(shelf)).toMatchObject({
      reason: 'check-failed',
      detail: expect.stringContaining('expired'),
    });
  });
});

describe('the development catalog', () => {
  it('is whole, and taken by a new client as long as it lasts', async () => {
    const folder = diskFolder(join(PROJECT_DIR, 'public', 'data'));
    const { timestamp, targets, root } = stateOf(folder);
    expect(checkFiles(folder).kind).toBe('files');
    const last = Math.min(
      ...[timestamp, targets, root].map(({ metadata }) => Date.parse(metadata.signed.expires)),
    );
    expect(await clientsAt(new Date(last - 1000))(folder)).toBeNull();
    expect(await clientsAt(new Date(last))(folder)).toMatchObject({ reason: 'check-failed' });
  });
});
