// What of the catalog may be kept beside the shell. A sign-in page that answers in the place of a file would otherwise be
// kept under its name, and the app would be given it for ever.

/** `data/t/<sha256>.<name>`: what the file must be is in its name. */
const NAMED_BY_CONTENT = /\/data\/t\/([0-9a-f]{64})\.[^/]+$/;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

const hex = (digest: ArrayBuffer): string =>
  Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** @param path of the address. @returns whether the answer may be kept under it. */
export async function mayBeKept(path: string, response: Response): Promise<boolean> {
  if (response.status !== 200) return false;
  if (!/\/data\//.test(path)) return true;
  if (!JSON_TYPE.test(response.headers.get('content-type') ?? '')) return false;
  const expected = NAMED_BY_CONTENT.exec(path)?.[1];
  if (expected === undefined) return true;
  return hex(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer())) === expected;
}
