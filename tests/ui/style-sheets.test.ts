import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const sheets = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.css'),
);
const textOf = (path: string) => readFileSync(src + path, 'utf8').replaceAll(/\/\*[^]*?\*\//g, '');

describe('the style sheets', () => {
  it.each(sheets.filter((path) => /^(ui|app)\//.test(path)))(
    '%s settles the order of layers before it names one',
    (path) => {
      expect(textOf(path).trim()).toMatch(/^@layer reset, tokens, base, kit, screen;/);
    },
  );

  it.each(sheets.filter((path) => path !== 'ui/tokens.css'))(
    '%s takes its colors from the tokens',
    (path) => {
      expect(textOf(path)).not.toMatch(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab)a?\(/i);
    },
  );
});
