// The one way to write a JSON value that signatures and key ids are made of: keys sorted, nothing between the signs, and
// only quotes and backslashes escaped. Source: OLPC Canonical JSON (wiki.laptop.org/go/Canonical_JSON), in the reading
// of securesystemslib's `encode_canonical`: keys in the order of their code points. Refuses what has no exact form there
// or in JavaScript (fractions, integers too large to be exact, half a surrogate pair): two values must never share one.

export class NotCanonical extends Error {}

const LONE_SURROGATE = /\p{Surrogate}/u;

function text(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new NotCanonical('half a surrogate pair');
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}

/** UTF-16 puts the pairs of the upper planes before U+E000; code points do not. */
function byCodePoint(a: string, b: string): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [left, right] = [a.codePointAt(at) ?? 0, b.codePointAt(at) ?? 0];
    if (left !== right) return left - right;
  }
  return a.length - b.length;
}

function write(value: unknown): string {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical('not an exact integer');
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value !== 'object') throw new NotCanonical('not JSON');
  const fields = Object.entries(value).toSorted(([a], [b]) => byCodePoint(a, b));
  return `{${fields.map(([name, field]) => `${text(name)}:${write(field)}`).join(',')}}`;
}

/**
 * @param value as `JSON.parse` gives it.
 * @returns UTF-8.
 * @throws NotCanonical, and RangeError for a value nested too deeply.
 */
export const canonicalBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(write(value));
