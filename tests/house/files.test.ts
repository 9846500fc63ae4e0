import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder, projectFiles, textOf } from './project.ts';

const LONGEST_LINES = 300;
const EMPTY_NAMES = ['utils', 'helpers', 'common', 'services', 'manager', 'misc'];
const COLOR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/gi;

describe('files', () => {
  it('stay short enough to be read at once', () => {
    const long = filesUnder('src', '.ts', '.tsx', '.css', '.mjs')
      .map((path) => ({ path, lines: textOf(path).trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_LINES);
    expect(long).toEqual([]);
  });

  it('are named for what is in them', () => {
    const vague = [...filesUnder('src', ''), ...filesUnder('tests', '')].filter((path) =>
      path.split('/').some((part) => EMPTY_NAMES.includes(part.split('.')[0] ?? '')),
    );
    expect(vague).toEqual([]);
  });

  it('are written in kebab-case', () => {
    const other = filesUnder('src', '.ts', '.tsx', '.css', '.mjs', '.mts').filter(
      (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)+$/.test(basename(path)),
    );
    expect(other).toEqual([]);
  });

  it('export by name, and never only pass on', () => {
    const sources = filesUnder('src', '.ts', '.tsx', '.mjs');
    const byDefault = sources.filter((path) => /^export default\b/m.test(textOf(path)));
    const barrels = sources.filter((path) => basename(path).startsWith('index.'));
    expect([...byDefault, ...barrels]).toEqual([]);
  });

  it('take every color from the tokens', () => {
    const raw = filesUnder('src', '.css', '.tsx')
      .filter((path) => path !== 'src/ui/tokens.css')
      .flatMap((path) => colorsIn(path).map((color) => `${path}: ${color}`));
    expect(raw).toEqual([]);
  });

  it('speak of the project alone, never of a machine it was made on', () => {
    const places = ['work', 'tmp', 'home', 'root', 'Users'].join('|');
    const path = new RegExp(`(?:^|[\\s"'\`(=:,])/(?:${places})/[\\w.]`, 'm');
    const beside = new RegExp(`\\.\\./${'shared'}\\b`);
    const texts = projectFiles().filter((file) =>
      /\.(m?[jt]sx?|json|md|css|html|ya?ml|txt|csv|svg)$|^[^.]+$/.test(file),
    );
    const telling = texts.filter(
      (file) => file !== 'package-lock.json' && (path.test(textOf(file)) || beside.test(textOf(file))),
    );
    expect(telling).toEqual([]);
  });
});

/** Colors written out in a style sheet, or as a string or attribute in a component. */
function colorsIn(path: string): string[] {
  const text = textOf(path).replaceAll(/\/\*[\s\S]*?\*\//g, '');
  // In a component `#name` also begins an import, an anchor or a fragment: only a whole string is a color.
  const found = path.endsWith('.css')
    ? text.matchAll(COLOR)
    : text.matchAll(/(?<=["'`])(?:#[0-9a-f]{3,8}(?=["'`])|(?:rgb|hsl|oklch|oklab)a?\()/gi);
  return [...found].map((match) => match[0]);
}
