import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '#press/build-verb.ts';
import { runVerb } from '#press/run-verb.ts';
import type { Verb } from '#press/verb.ts';

const catalog = async (...words: string[]) => {
  const said = { lines: [] as string[], errors: [] as string[] };
  const code = await runVerb(new Map([['build', build]]), words, {
    line: (text) => said.lines.push(text),
    error: (text) => said.errors.push(text),
  });
  return { code, ...said };
};

describe('the catalog command', () => {
  it('answers an unknown verb with one line of error and 2', async () => {
    expect(await catalog('publsh')).toEqual({
      code: 2,
      lines: [],
      errors: ['catalog: unknown verb “publsh”; one of: build'],
    });
    expect(await catalog()).toEqual({ code: 2, lines: [], errors: ['catalog: no verb; one of: build'] });
  });

  it('answers an option it does not know the same way', async () => {
    const { code, lines, errors } = await catalog('build', '--into', 'x');
    expect(code).toBe(2);
    expect(lines).toEqual([]);
    expect(errors).toEqual([expect.stringContaining("Unknown option '--into'")]);
  });

  it('refuses a folder without tables with 1 and writes nothing', async () => {
    const out = mkdtempSync(join(tmpdir(), 'cairn-build-'));
    expect(await catalog('build', '--in', 'tests/press', '--out', out)).toEqual({
      code: 1,
      lines: [],
      errors: ['catalog build: refused, missing-table: specialty_stats.csv'],
    });
    expect(readdirSync(out)).toEqual([]);
    rmSync(out, { recursive: true });
  });

  it('never empties a folder that holds something else', async () => {
    const { code, errors } = await catalog('build', '--out', 'tests/press');
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringContaining('refused, not-safe')]);
    expect(readdirSync('tests/press')).toContain('run-verb.test.ts');
  });

  it('answers a disk that fails with 1, and does not blame the words', async () => {
    const disk: Verb = {
      usage: 'disk',
      run: () => {
        mkdirSync('package.json/inside');
        return 0;
      },
    };
    const errors: string[] = [];
    const code = await runVerb(new Map([['disk', disk]]), ['disk'], {
      line: () => {},
      error: (text) => errors.push(text),
    });
    expect(code).toBe(1);
    expect(errors).toEqual([expect.stringMatching(/^catalog disk: ENOTDIR[^;]*$/)]);
  });
});
