// A release on its way out: what is refused, in which order it is written, and what is left when the power goes.
import { describe, expect, it } from 'vitest';
import { type Folder, memoryFolder, overlay } from '#press/release/folder.ts';
import { openRelease } from '#press/release/open-release.ts';
import { planPrune, planPublish } from '#press/release/plan-publish.ts';
import { carryOut } from '#press/release/publish.ts';
import { pastReleases, publishedIn, rootsIn } from '#press/release/published.ts';
import { checkFiles } from '#press/release/verify-verb.ts';
import {
  changeRow,
  clientsAt,
  daysAfter,
  keyOf,
  memoryOf,
  numbered,
  planned,
  press,
  programRow,
  publishInto,
  releaseOf,
  signed,
  START,
  stateOf,
  well,
} from './small-release.ts';

const FIRST = numbered(30);
/** One program of thirty has another name. */
const SECOND = numbered(30, 2, (number) => (number === 7 ? { name: 'Harbor Hospital Seven' } : {}));
const shelf = memoryFolder();
await publishInto(shelf, FIRST);
/** A folder with the first release in it. */
const folderWithFirst = () => overlay(shelf);
const LATER = daysAfter(5);

const versionOf = (folder: Folder) => well(openRelease(folder)).index.version;

describe('the writes of a release', () => {
  it('are objects, then metadata, then the timestamp', () => {
    const names = well(planned(SECOND, folderWithFirst(), LATER)).writes.map(({ name }) => name);
    const kinds = names.map((name) => (name.startsWith('t/') ? 'object' : name.replace(/^\d+\./, 'V.')));
    expect(kinds).toEqual([
      'object',
      'object',
      'V.targets.json',
      'V.snapshot.json',
      'V.timestamp.json',
      'timestamp.json',
    ]);
  });

  it('leave out what is there already, unless it is damaged', () => {
    const folder = folderWithFirst();
    const [name = ''] = folder
      .names()
      .filter((each) => each.startsWith('t/') && each.endsWith('places.json'));
    folder.write(name, new Uint8Array([1]));
    const again = planPublish(
      { release: SECOND, metadata: signed(SECOND, folderWithFirst(), LATER).metadata },
      stateOf(folderWithFirst()),
      folder,
      false,
    );
    expect(well(again).writes.map((write) => write.name)).toContain(name);
  });

  it('are the same for the same release, folder, keys and clock', () => {
    const [one, other] = [1, 2].map(() => well(planned(SECOND, folderWithFirst(), LATER)).writes);
    expect(one).toEqual(other);
  });

  it('leave a whole catalog behind wherever they are cut', async () => {
    const { writes } = well(planned(SECOND, folderWithFirst(), LATER));
    const ends: number[] = [];
    for (let done = 0; done <= writes.length; done++) {
      const cut = overlay(folderWithFirst(), writes.slice(0, done));
      expect(await clientsAt(LATER)(cut), `after ${done} writes`).toBeNull();
      ends.push(versionOf(cut));
    }
    expect(ends).toEqual([...writes.map(() => 1), 2]);
  });

  it('can be begun again wherever they were cut', async () => {
    const { writes } = well(planned(SECOND, folderWithFirst(), LATER));
    for (let done = 0; done < writes.length; done++) {
      const cut = overlay(folderWithFirst(), writes.slice(0, done));
      await publishInto(cut, SECOND, LATER);
      expect(versionOf(cut), `after ${done} writes`).toBe(2);
    }
  });

  it('of the first release leave nothing to be seen until the last', async () => {
    const { writes } = well(planned(FIRST, memoryFolder()));
    expect(writes.at(-1)?.name).toBe('timestamp.json');
    for (let done = 0; done < writes.length; done++)
      expect(publishedIn(memoryFolder(writes.slice(0, done)))).toEqual({ kind: 'unpublished' });
  });
});

describe('after a release', () => {
  it('clients of the one before, of one long ago and new ones all have it', async () => {
    const folder = folderWithFirst();
    for (let version = 2; version <= 12; version++)
      await publishInto(folder, numbered(30, version), daysAfter(version));
    const past = well(pastReleases(folder)).releases;
    expect(past.map(({ release }) => release.index.version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(await clientsAt(daysAfter(13))(folder)).toBeNull();
  });

  it('the timestamp before comes back when a client does not take the folder', async () => {
    const folder = folderWithFirst();
    const before = folder.read('timestamp.json');
    // A disk that says it has written what it has not.
    const failing: Folder = {
      ...folder,
      write: (name, bytes) => folder.write(name, name.endsWith('places.json') ? bytes.subarray(1) : bytes),
    };
    const moved = numbered(30, 2, () => ({ city: 'Cambridge' }));
    const plan = well(
      planPublish(
        { release: moved, metadata: signed(moved, folder, LATER).metadata },
        stateOf(folder),
        memoryFolder(),
        true,
      ),
    );
    const done = await carryOut(failing, plan.writes, clientsAt(LATER), () => {});
    expect(done).toMatchObject({ kind: 'refused', reason: 'check-failed' });
    expect(done.kind === 'refused' && done.detail).toContain('the timestamp before is back');
    expect(folder.read('timestamp.json')).toEqual(before);
  });

  it('nothing at all is written when a client would not take it', async () => {
    const folder = folderWithFirst();
    const written: string[] = [];
    const watched: Folder = { ...folder, write: (name) => written.push(name) };
    const { writes } = well(planned(SECOND, folder, LATER));
    const done = await carryOut(watched, writes.slice(1), clientsAt(LATER), () => {});
    expect(done).toMatchObject({ kind: 'refused', reason: 'check-failed' });
    expect(written).toEqual([]);
  });

  it('says how far it has come on a long way', async () => {
    const said: string[] = [];
    const { writes } = well(planned(FIRST, memoryFolder()));
    await carryOut(memoryFolder(), writes, clientsAt(START), (line) => said.push(line));
    expect(said[0]).toBe(`  16 of ${writes.length} files`);
  });
});

describe('publishing is refused', () => {
  const refusal = (release = SECOND, folder: Folder = folderWithFirst(), isMeant = false) => {
    const plan = planned(release, folder, LATER, isMeant);
    return plan.kind === 'refused' ? `${plan.reason}: ${plan.detail}` : 'planned';
  };

  it('for a release that lost a program', () => {
    expect(refusal(numbered(29, 2), folderWithFirst(), true)).toMatch(
      /^vanished-ids: 1 published programs are gone: p/,
    );
  });

  it('for a lower release number', async () => {
    const folder = folderWithFirst();
    await publishInto(folder, SECOND, LATER);
    expect(refusal(FIRST, folder, true)).toBe('lower-release: release 1 is older than 2, which is published');
  });

  it('for other contents under the same number, but not for the same contents', () => {
    const other = numbered(30, 1, (number) => (number === 7 ? { name: 'Other' } : {}));
    expect(refusal(other)).toBe('same-release: release 1 is published already, with other contents');
    expect(refusal(FIRST)).toBe('planned');
  });

  it('for more changes than one in twenty, unless they are meant', () => {
    const many = numbered(30, 2, (number) => (number <= 2 ? { name: `New name ${number}` } : {}));
    expect(refusal(many)).toMatch(/^too-many-changes: 6\.7 % of the programs changed/);
    expect(refusal(many, folderWithFirst(), true)).toBe('planned');
  });

  it('for a count that clients would not believe, unless the release says it is meant', async () => {
    const grown = numbered(40, 2);
    expect(refusal(grown, folderWithFirst(), true)).toContain('countsFlag');
    const first = well(press(Array.from({ length: 30 }, (_, at) => programRow(at + 1))));
    const rows = Array.from({ length: 40 }, (_, at) => programRow(at + 1));
    const flagged = well(
      press(rows, [], memoryOf(first), { release: { version: 2, date: '2026-11-24', countsFlag: true } }),
    );
    const folder = folderWithFirst();
    await publishInto(folder, releaseOf(flagged), LATER);
    expect(versionOf(folder)).toBe(2);
  });

  it('for a release that was not signed, or that was changed since', () => {
    const folder = folderWithFirst();
    const plan = (metadata: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) =>
      planPublish({ release: SECOND, metadata }, stateOf(folder), folder, false);
    expect(plan(new Map())).toMatchObject({ reason: 'not-signed' });
    expect(plan(signed(FIRST, folder, LATER).metadata)).toMatchObject({ reason: 'not-signed' });
  });

  it('for signatures from before the last release', async () => {
    const folder = folderWithFirst();
    const { metadata } = signed(SECOND, folder, LATER);
    await publishInto(folder, numbered(30, 2), LATER);
    expect(planPublish({ release: SECOND, metadata }, stateOf(folder), folder, true)).toMatchObject({
      reason: 'stale-metadata',
    });
    expect(
      planPublish(
        { release: FIRST, metadata: signed(FIRST, folder).metadata },
        { kind: 'unpublished' },
        folder,
        true,
      ),
    ).toMatchObject({ reason: 'stale-metadata' });
  });

  it('for metadata that was changed after it was signed', () => {
    const folder = folderWithFirst();
    const metadata = new Map(signed(SECOND, folder, LATER).metadata);
    const text = Buffer.from(metadata.get('timestamp.json') ?? []).toString();
    metadata.set('timestamp.json', new TextEncoder().encode(text.replace('2027-01', '2029-01')));
    expect(planPublish({ release: SECOND, metadata }, stateOf(folder), folder, false)).toMatchObject({
      reason: 'wrong-key',
    });
  });
});

describe('dropping what no kept release needs', () => {
  it('keeps every file of the kept ones, and every root', async () => {
    const folder = folderWithFirst();
    for (let version = 2; version <= 5; version++)
      await publishInto(
        folder,
        numbered(30, version, (n) => (n === 7 ? { name: `Seven ${version}` } : {})),
        daysAfter(version),
      );
    const kept = well(pastReleases(folder)).releases.slice(-1);
    const spare = planPrune(folder, ['timestamp.json', ...kept.map(({ timestampName }) => timestampName)]);
    if (!Array.isArray(spare)) throw new Error(spare.detail);
    expect(spare.length).toBeGreaterThan(0);
    for (const name of spare) folder.drop(name);
    expect(well(pastReleases(folder)).releases.map(({ release }) => release.index.version)).toEqual([4]);
    expect(await clientsAt(daysAfter(6))(folder)).toBeNull();
    expect(well(rootsIn(folder)).roots).toHaveLength(1);
    expect(well(checkFiles(folder)).objects).toBe(SECOND.files.size + 2);
  });

  it('is refused when a kept timestamp is not there', () => {
    expect(planPrune(folderWithFirst(), ['9.timestamp.json'])).toMatchObject({ reason: 'bad-metadata' });
  });
});

describe('a closed program in a release', () => {
  it('counts as published, so that no later release may forget it', async () => {
    const rows = Array.from({ length: 29 }, (_, at) => programRow(at + 1));
    const first = well(press([...rows, programRow(30)]));
    const closed = well(
      press(rows, [changeRow('closed', keyOf(30))], memoryOf(first), {
        release: { version: 2, date: '2026-11-24' },
      }),
    );
    const folder = folderWithFirst();
    await publishInto(folder, releaseOf(closed), LATER);
    const forgetful = planned(numbered(29, 3), folder, LATER, true);
    expect(forgetful).toMatchObject({ kind: 'refused', reason: 'vanished-ids' });
  });
});
