// Reads the tokens as they are shipped and measures every pair of writing and ground in both schemes.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8').replace(
  /\/\*[^]*?\*\//g,
  '',
);
const firstRule = css.slice(css.indexOf(':root'), css.indexOf('}', css.indexOf(':root')));
const tokens = new Map(
  [...firstRule.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
);

type Scheme = 'light' | 'dark';

function colorOf(token: string, scheme: Scheme): string {
  const value = tokens.get(token);
  if (value === undefined) throw new Error(`There is no token --${token}.`);
  const pair = /^light-dark\((.+?),\s*(.+)\)$/.exec(value);
  const side = pair === null ? value : (pair[scheme === 'light' ? 1 : 2] ?? '');
  const reference = /^var\(--([\w-]+)\)$/.exec(side);
  return reference?.[1] === undefined ? side : colorOf(reference[1], scheme);
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  if (!/^#[0-9a-f]{6}$/.test(hex)) throw new Error(`Not an opaque color: ${hex}`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string, scheme: Scheme): number {
  const [dark = 0, light = 0] = [one, other]
    .map((token) => luminance(colorOf(token, scheme)))
    .sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['surface', 'surface-raised', 'surface-sunk'];
const WASHES = ['accent-wash', 'today-wash', 'good-wash', 'warn-wash', 'bad-wash'];
const INKS = ['ink', 'ink-quiet', 'accent', 'today', 'good', 'warn', 'bad'];

const written: [string, string][] = [
  ...INKS.flatMap((ink) => GROUNDS.map((ground): [string, string] => [ink, ground])),
  ...WASHES.flatMap((wash): [string, string][] => [
    [wash.replace('-wash', ''), wash],
    ['ink', wash],
    ['ink-quiet', wash],
    ['accent', wash],
  ]),
  ['accent-ink', 'accent'],
];
const drawn: [string, string][] = ['edge', 'focus', 'accent', 'bad', 'today', 'warn'].flatMap((line) =>
  GROUNDS.map((ground): [string, string] => [line, ground]),
);

describe.each(['light', 'dark'] as const)('in the %s scheme', (scheme) => {
  it.each(written)('--%s can be read on --%s', (ink, ground) => {
    expect(contrast(ink, ground, scheme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(drawn)('--%s can be seen on --%s', (line, ground) => {
    expect(contrast(line, ground, scheme)).toBeGreaterThanOrEqual(3);
  });
});

describe('the tokens', () => {
  it('keep to six spaces, five text sizes, two radii and two durations', () => {
    const count = (pattern: RegExp) =>
      [...tokens.keys()].filter((name) => name !== undefined && pattern.test(name)).length;
    expect(count(/^space-/)).toBe(6);
    expect(count(/^text-/)).toBe(5);
    expect(count(/^radius-/)).toBe(2);
    expect(count(/^(fast|slow)$/)).toBe(2);
  });
});
