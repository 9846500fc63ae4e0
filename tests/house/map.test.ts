import { describe, expect, it } from 'vitest';
import { SOURCE_FOLDERS, textOf } from './project.ts';

const readme = textOf('README.md');

interface PackageFile {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly imports: Record<string, string>;
}
const packageFile: PackageFile = JSON.parse(textOf('package.json'));

/** The folders that the tree in the README draws right under `src/`. */
function foldersOnMap(): string[] {
  const tree = /```[a-z]*\nsrc\/\n([\s\S]*?)\n```/.exec(readme)?.[1] ?? '';
  const lines = tree.split('\n');
  const end = lines.findIndex((line) => /^\S/.test(line));
  return (end === -1 ? lines : lines.slice(0, end)).flatMap(
    (line) => /^ {2}([\w-]+)\//.exec(line)?.[1] ?? [],
  );
}

/** True when the README names the package itself, not only a longer name that contains it. */
function isNamed(name: string): boolean {
  const escaped = name.replaceAll(/[./]/g, '\\$&');
  return new RegExp(`(?<![\\w@/-])${escaped}(?![\\w/-])`).test(readme);
}

describe('the map in the README', () => {
  it('shows every folder of src, and none that does not exist', () => {
    expect(foldersOnMap().toSorted()).toEqual(SOURCE_FOLDERS.toSorted());
  });

  it('gives a reason for each package the app ships', () => {
    const unnamed = Object.keys(packageFile.dependencies).filter((name) => !isNamed(name));
    expect(unnamed).toEqual([]);
  });

  it('gives a reason for each package the workshop needs', () => {
    const unnamed = Object.keys(packageFile.devDependencies).filter((name) => !isNamed(name));
    expect(unnamed).toEqual([]);
  });
});

describe('the pins', () => {
  it('are exact versions', () => {
    const all = { ...packageFile.dependencies, ...packageFile.devDependencies };
    const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });
});
