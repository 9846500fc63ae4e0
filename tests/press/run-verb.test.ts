import { describe, expect, it } from 'vitest';
import { build } from '#press/build-verb.ts';
import { runVerb } from '#press/run-verb.ts';

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
    expect(await catalog('build', '--in', 'tests/press', '--out', 'tests/press')).toEqual({
      code: 1,
      lines: [],
      errors: ['catalog build: refused, missing-table: specialty_stats.csv'],
    });
  });
});
