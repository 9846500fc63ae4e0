import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLinked, isOlder, needsInstall } from '../../src/cli/install-packages.mjs';

describe('comparing versions', () => {
  it.each([
    ['20.18.3', '20.19', true],
    ['18.20.0', '20.19', true],
    ['20.19.0', '20.19', false],
    ['20.20.2', '20.19', false],
    ['22.1.0', '20.19', false],
    ['20.9.0', '20.19', true],
  ])('%s is older than %s: %s', (a, b, older) => {
    expect(isOlder(a, b)).toBe(older);
  });
});

describe('whether packages must be installed', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'cairn-clone-'));
    await writeFile(join(root, 'package-lock.json'), '{}');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function install(at: Date) {
    await mkdir(join(root, 'node_modules'), { recursive: true });
    const record = join(root, 'node_modules', '.package-lock.json');
    await writeFile(record, '{}');
    await utimes(record, at, at);
  }

  it('they must on a fresh clone', () => {
    expect(needsInstall(root)).toBe(true);
  });

  it('they must when an installation was cut short', async () => {
    await mkdir(join(root, 'node_modules', 'preact'), { recursive: true });
    expect(needsInstall(root)).toBe(true);
  });

  it('they must when the lockfile has changed since', async () => {
    await install(new Date(Date.now() - 60_000));
    expect(needsInstall(root)).toBe(true);
  });

  it('they need not when the lockfile is the one installed', async () => {
    await install(new Date(Date.now() + 1000));
    expect(needsInstall(root)).toBe(false);
  });

  it('a node_modules that belongs to another folder is seen as such', async () => {
    expect(isLinked(root)).toBe(false);
    await mkdir(join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), join(root, 'node_modules'));
    expect(isLinked(root)).toBe(true);
  });
});
