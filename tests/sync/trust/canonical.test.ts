import { describe, expect, it } from 'vitest';
import { canonicalBytes, NotCanonical } from '#sync/trust/canonical.ts';

const written = (json: string) => new TextDecoder().decode(canonicalBytes(JSON.parse(json)));

describe('canonical JSON', () => {
  it.each([
    ['{ "b": 1, "a": [true, null, -2] }', '{"a":[true,null,-2],"b":1}'],
    ['{"z":{},"y":[]}', '{"y":[],"z":{}}'],
    // Only these two signs are escaped; all others stand as they are.
    [String.raw`"a\"b\\c\n\u0001\u00e9"`, `"a\\"b\\\\c\n\u0001é"`],
    ['1.0', '1'],
    ['-0', '0'],
    ['{"a":1,"a":2}', '{"a":2}'],
    ['{"__proto__":{"x":1}}', '{"__proto__":{"x":1}}'],
  ])('writes %s in its one form', (json, form) => {
    expect(written(json)).toBe(form);
  });

  it('sorts keys by code point, where UTF-16 would sort otherwise', () => {
    expect(written('{"\u{1f600}":1,"\uff00":2,"a":3,"aa":4,"":5}')).toBe(
      '{"":5,"a":3,"aa":4,"\uff00":2,"\u{1f600}":1}',
    );
  });

  it.each(['0.5', '1e-3', '9007199254740993', '1e400', String.raw`"\ud800"`, String.raw`{"\udc00":1}`])(
    'refuses %s, which has no exact form',
    (json) => {
      expect(() => canonicalBytes(JSON.parse(json))).toThrow(NotCanonical);
    },
  );
});
