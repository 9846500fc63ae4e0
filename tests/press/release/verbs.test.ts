// The verbs on a real disk, from the tables to a folder a host could serve, as a publisher would type them.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '#press/build-catalog.ts';
import { build } from '#press/build-verb.ts';
import { importVerb } from '#press/import-verb.ts';
import { PROJECT_DIR } from '#press/reader.ts';
import { diff } from '#press/release/diff-verb.ts';
import { keys } from '#press/release/keys-verb.ts';
import { publish } from '#press/release/publish-verb.ts';
import { refreshTimestamp } from '#press/release/refresh-verb.ts';
import { rotateKeys } from '#press/release/rotate-verb.ts';
import { sign } from '#press/release/sign-verb.ts';
import { verify } from '#press/release/verify-verb.ts';
import { runVerb } from '#press/run-verb.ts';
import { csv, type Row, smallInput } from '../small-tables.ts';
import { changeRow, keyOf, programRow } from './small-release.ts';

const VERBS = new Map(
  Object.entries({
    build,
    diff,
    import: importVerb,
    keys,
    publish,
    'refresh-timestamp': refreshTimestamp,
    rotate: rotateKeys,
    sign,
    verify,
  }),
);

let dir: string;
const at = (...names: string[]) => join(dir, ...names);
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'cairn-press-'));
  mkdirSync(at('sources'));
  mkdirSync(at('register'));
  for (const [name, text] of smallInput().tables) writeFileSync(at('sources', `${name}.csv`), text);
  release(1);
  table(
    'programs',
    [1, 2, 3, 4].map((number) => programRow(number)),
  );
});
afterAll(() => rmSync(dir, { recursive: true }));

const table = (name: string, rows: readonly Row[]) =>
  writeFileSync(at('sources', `${name}.csv`), csv(name, rows));
const release = (version: number) =>
  writeFileSync(at('register', 'release.json'), JSON.stringify({ version, date: '2026-11-24' }));

async function catalog(...words: string[]) {
  const said = { lines: [] as string[], errors: [] as string[] };
  const code = await runVerb(VERBS, words, {
    line: (text) => said.lines.push(text),
    error: (text) => said.errors.push(text),
  });
  return { code, ...said };
}
const building = (...more: string[]) =>
  catalog(
    'build',
    '--in',
    at('sources'),
    '--register',
    at('register'),
    '--out',
    at('work'),
    '--published',
    at('site'),
    '--without-model',
    ...more,
  );
const signing = (...more: string[]) =>
  catalog('sign', '--in', at('work'), '--published', at('site'), '--keys', at('keys'), ...more);
const publishing = (...more: string[]) =>
  catalog('publish', '--in', at('work'), '--out', at('site'), ...more);
const DAY_1 = ['--at', '2027-01-01T00:00:00Z'];
const DAY_2 = ['--at', '2027-01-02T00:00:00Z'];

describe('a catalog from its first day on', () => {
  it('gets keys that only their owner can read, once', async () => {
    const made = await catalog('keys', '--out', at('keys'));
    expect(made).toMatchObject({ code: 0, errors: [] });
    expect(made.lines.join('\n')).toContain('Keep offline');
    expect(readdirSync(at('keys'))).toHaveLength(7);
    for (const name of readdirSync(at('keys'))) expect(statSync(at('keys', name)).mode & 0o777).toBe(0o600);
    const secrets = readdirSync(at('keys')).map(
      (name) => JSON.parse(readFileSync(at('keys', name), 'utf8')).private,
    );
    for (const secret of secrets) expect(made.lines.join('\n')).not.toContain(secret);
    const again = await catalog('keys', '--out', at('keys'));
    expect(again).toMatchObject({ code: 1, errors: [expect.stringContaining('refused, not-safe')] });
  });

  it('never gets keys inside the project', async () => {
    expect(existsSync(join(PROJECT_DIR, 'package.json'))).toBe(true);
    const { code, errors } = await catalog('keys', '--out', join(PROJECT_DIR, 'new-keys'));
    expect(code).toBe(1);
    expect(errors).toEqual([
      'catalog keys: refused, not-safe: keys never lie inside the project: choose another folder',
    ]);
    expect(existsSync(join(PROJECT_DIR, 'new-keys'))).toBe(false);
  });

  it('is built, signed, published and verified', async () => {
    expect(await publishing()).toMatchObject({ code: 1, errors: [expect.stringContaining('no-release')] });
    expect((await building()).code).toBe(0);
    expect(await publishing()).toMatchObject({ code: 1, errors: [expect.stringContaining('not-signed')] });
    expect(await signing(...DAY_1)).toMatchObject({ code: 0, errors: [] });
    const published = await publishing(...DAY_1);
    expect(published).toMatchObject({ code: 0, errors: [] });
    expect(published.lines.at(-1)).toBe('Checked by a new client');
    const verified = await catalog('verify', '--in', at('site'), ...DAY_1);
    expect(verified.code).toBe(0);
    expect(verified.lines[0]).toBe('Release 1 of 2026-11-24: 4 programs');
  });

  it('goes on to a second release, of which the first does not hear until it is published', async () => {
    release(2);
    table(
      'programs',
      [1, 2, 3].map((number) => programRow(number)),
    );
    expect(await building()).toMatchObject({ code: 1, errors: [expect.stringContaining('vanished-ids')] });
    table('program_changes', [changeRow('closed', keyOf(4), { on: '2026-12-31' })]);
    expect((await building()).code).toBe(0);
    expect(JSON.parse(readFileSync(at('register', 'tombstones.json'), 'utf8')).records).toHaveLength(1);
    const told = await catalog('diff', at('site'), at('work'));
    expect(told.lines).toContain('Closed: 1');
    expect(told.lines.at(-1)).toBe('More than 5 % changed: publish will want --yes.');
    await signing(...DAY_2);
    expect(await publishing(...DAY_2)).toMatchObject({ code: 1, errors: [expect.stringContaining('--yes')] });
    expect(await publishing('--yes', ...DAY_2)).toMatchObject({
      code: 1,
      errors: [expect.stringContaining('countsFlag')],
    });
    writeFileSync(
      at('register', 'release.json'),
      JSON.stringify({ version: 2, date: '2026-11-24', countsFlag: true }),
    );
    await building();
    await signing(...DAY_2);
    const published = await publishing('--yes', ...DAY_2);
    expect(published).toMatchObject({ code: 0, errors: [] });
    expect(published.lines.at(-1)).toBe('Checked by a new client, a client with release 1');
  });

  it('is checked by the app as it was built, if asked', async () => {
    cpSync(at('site'), at('bundle'), { recursive: true });
    await signing(...DAY_2);
    const published = await publishing('--bundled', at('bundle'), ...DAY_2);
    expect(published.lines.at(-1)).toContain('the app as it was built');
    const elsewhere = await publishing('--bundled', at('nowhere'), ...DAY_2);
    expect(elsewhere).toMatchObject({ code: 1, errors: [expect.stringContaining('no-release')] });
  });

  it('keeps as many releases as it is told', async () => {
    await signing(...DAY_2);
    const both = await publishing('--keep', '2', ...DAY_2);
    expect(both.lines.at(-1)).toBe('Kept release 1, 2; dropped 0 files');
    await signing(...DAY_2);
    const published = await publishing('--keep', '1', ...DAY_2);
    expect(published.lines.at(-1)).toMatch(/^Kept release 2; dropped [1-9]\d* files$/);
    expect(readdirSync(at('site'))).not.toContain('1.timestamp.json');
    expect(readdirSync(at('site'))).toContain('1.root.json');
    expect((await catalog('verify', '--in', at('site'), ...DAY_2)).code).toBe(0);
  });

  it('is kept fresh every day, with an alarm while there is time', async () => {
    const daily = (...more: string[]) =>
      catalog('refresh-timestamp', '--in', at('site'), '--keys', at('keys'), ...more);
    const renewed = await daily('--at', '2027-01-03T00:00:00Z');
    expect(renewed).toMatchObject({ code: 0, errors: [] });
    expect(renewed.lines[0]).toBe('Renewed: timestamp.json');
    const before = readFileSync(at('site', 'timestamp.json'), 'utf8');
    const looked = await daily('--look', '--at', '2027-01-13T00:00:00Z');
    expect(looked.code).toBe(1);
    expect(looked.errors).toEqual([
      'catalog refresh-timestamp: ALARM, less than 7 days left: snapshot, timestamp',
    ]);
    expect(readFileSync(at('site', 'timestamp.json'), 'utf8')).toBe(before);
    expect((await daily('--at', '2027-01-13T00:00:00Z')).code).toBe(0);
    const late = await daily('--at', '2027-12-28T00:00:00Z');
    expect(late.errors).toEqual(['catalog refresh-timestamp: ALARM, less than 7 days left: targets']);
  });

  it('gets a new key when one is lost', async () => {
    const day = ['--at', '2027-01-14T00:00:00Z'];
    expect((await catalog('keys', '--out', at('spare'), '--role', 'timestamp')).code).toBe(0);
    expect(readdirSync(at('spare'))).toEqual(['timestamp-1.json']);
    await catalog('refresh-timestamp', '--in', at('site'), '--keys', at('keys'), ...day);
    const turned = await catalog(
      'rotate',
      '--role',
      'timestamp',
      '--in',
      at('site'),
      '--keys',
      at('keys'),
      '--new-keys',
      at('spare'),
      ...day,
    );
    expect(turned).toMatchObject({ code: 0, errors: [] });
    expect(turned.lines[0]).toMatch(/2\.root\.json$/);
    expect((await signing(...day)).errors).toEqual([expect.stringContaining('wrong-key')]);
    cpSync(at('spare', 'timestamp-1.json'), at('keys', 'timestamp-1.json'));
    expect(await signing(...day)).toMatchObject({ code: 0, errors: [] });
    expect((await catalog('verify', '--in', at('site'), ...day)).lines[1]).toMatch(/^root 2, /);
  });
});

describe('an import', () => {
  const importing = (...more: string[]) =>
    catalog(
      'import',
      'programs',
      at('new.csv'),
      '--sources',
      at('sources'),
      '--register',
      at('register'),
      ...more,
    );

  it('writes the table only when every row holds, or when the rest is accepted', async () => {
    const before = readFileSync(at('sources', 'programs.csv'), 'utf8');
    writeFileSync(at('new.csv'), csv('programs', [programRow(1, { state: '?' }), programRow(2)]));
    const refused = await importing();
    expect(refused.code).toBe(1);
    expect(refused.errors).toEqual([expect.stringContaining('rejected-rows: 1 rows or values')]);
    expect(refused.lines).toContain('  line 2, state: state “?”: not a state (this row); correct state');
    expect(refused.lines).toContain(`2 registered programs are not in this table: ${keyOf(1)}, ${keyOf(3)}`);
    expect(readFileSync(at('sources', 'programs.csv'), 'utf8')).toBe(before);
    expect((await importing('--allow-rejected')).code).toBe(0);
    expect(readFileSync(at('sources', 'programs.csv'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('writes nothing for a file that is not there', async () => {
    rmSync(at('new.csv'));
    expect(await importing()).toMatchObject({ code: 1, errors: [expect.stringContaining('missing-table')] });
  });
});

describe('words that make no sense', () => {
  it.each([
    ['diff', 'one'],
    ['verify', 'one', 'two'],
    ['keys'],
    ['keys', '--out', 'x', '--role', 'boss'],
    ['publish'],
    ['publish', '--out', 'x', '--keep', '0'],
    ['sign', '--at', 'noon'],
    ['sign', '--root-days', 'many'],
    ['rotate', '--keys', 'x'],
    ['rotate', '--role', 'root'],
    ['import', 'programs'],
  ])('get one line, the usage and 2: %s %s', async (...words) => {
    const { code, lines, errors } = await catalog(...words.filter((word) => word !== undefined));
    expect(code).toBe(2);
    expect(lines).toEqual([]);
    expect(errors).toEqual([expect.stringContaining(`usage: ${words[0]}`)]);
  });
});

describe('the tables of a build', () => {
  it('include what became of programs', () => {
    expect(TABLE_NAMES).toContain('program_changes');
  });
});
