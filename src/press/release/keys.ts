// Ed25519 keys of the four roles: how they are made, written down and used. Randomness is passed in. A private key is
// text in a file of its own; it is never printed.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import * as z from 'zod/mini';
import { refused, type Refused } from '#press/outcome.ts';

export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof ROLES)[number];
export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** How many keys are made for each role. */
const KEY_COUNTS: Readonly<Record<Role, number>> = { root: 3, targets: 2, snapshot: 1, timestamp: 1 };
/** The roles whose keys belong on a medium that is not connected to anything. */
export const OFFLINE_ROLES: readonly Role[] = ['root', 'targets'];

const Hex32 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
export const KeyFile = z.strictObject({
  format: z.literal('cairn-key/1'),
  note: z.string(),
  role: z.enum(ROLES),
  scheme: z.literal('ed25519'),
  public: Hex32,
  /** Seed of the private key, 32 bytes. */
  private: Hex32,
});
export type KeyFile = z.infer<typeof KeyFile>;

const KEEP_SECRET = 'Private key. Whoever has it can sign in the name of this catalog.';
const DEVELOPMENT =
  'Development key: everybody has it, so it protects nothing. Never sign a real catalog with it.';

/** DER of PKCS #8 up to the seed (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const privateKeyOf = (seed: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });

/** The 32 bytes of an Ed25519 public key are the end of its DER. */
const publicHexOf = (seed: Buffer): string =>
  createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');

function keyFileOf(role: Role, seed: Uint8Array, note: string): KeyFile {
  const bytes = Buffer.from(seed);
  return {
    format: 'cairn-key/1',
    note,
    role,
    scheme: 'ed25519',
    public: publicHexOf(bytes),
    private: bytes.toString('hex'),
  };
}

/** A key file for each key of the roles, by file name. @param random 32 bytes, fresh each time. */
export function makeKeys(random: () => Uint8Array, roles: readonly Role[] = ROLES): Map<string, KeyFile> {
  const files = new Map<string, KeyFile>();
  for (const role of roles) {
    for (let n = 1; n <= KEY_COUNTS[role]; n++)
      files.set(`${role}-${n}.json`, keyFileOf(role, random(), KEEP_SECRET));
  }
  return files;
}

/** The keys that are published with the source: made from their names, so that nobody takes them for secrets. */
export function developmentKeys(): Map<string, KeyFile> {
  const files = new Map<string, KeyFile>();
  for (const role of ROLES) {
    for (let n = 1; n <= KEY_COUNTS[role]; n++) {
      const name = `development-${role}-${n}`;
      const seed = createHash('sha256').update(`cairn ${name}`, 'utf8').digest();
      files.set(`${name}.json`, keyFileOf(role, seed, DEVELOPMENT));
    }
  }
  return files;
}

/** The public half in the form the root lists it. */
export const publicKeyOf = (publicHex: string) => ({
  keytype: 'ed25519',
  keyval: { public: publicHex },
  scheme: 'ed25519',
});

export interface SigningKey {
  readonly role: Role;
  /** SHA-256 of the canonical JSON of the public key; the object above is written in that form already. */
  readonly keyId: string;
  readonly publicHex: string;
  /** @returns the signature in hex. */
  readonly sign: (bytes: Uint8Array) => string;
}

export type KeyRing = readonly SigningKey[];
export const keysFor = (keys: KeyRing, role: Role): SigningKey[] => keys.filter((key) => key.role === role);

function signingKey(file: KeyFile): SigningKey {
  const key = privateKeyOf(Buffer.from(file.private, 'hex'));
  return {
    role: file.role,
    keyId: createHash('sha256')
      .update(JSON.stringify(publicKeyOf(file.public)), 'utf8')
      .digest('hex'),
    publicHex: file.public,
    sign: (bytes) => sign(null, bytes, key).toString('hex'),
  };
}

/** Text of key files → keys that can sign. A file whose halves do not belong together is refused. */
export function keyRingOf(
  texts: ReadonlyMap<string, string>,
): { readonly kind: 'keys'; readonly keys: KeyRing } | Refused {
  const keys: SigningKey[] = [];
  for (const [name, text] of texts) {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch {
      return refused('bad-keys', `${name} is not JSON`);
    }
    const file = KeyFile.safeParse(json);
    if (!file.success) return refused('bad-keys', `${name}: ${file.error.issues[0]?.path.join('.')}`);
    if (publicHexOf(Buffer.from(file.data.private, 'hex')) !== file.data.public)
      return refused('bad-keys', `${name}: the public half belongs to another key`);
    keys.push(signingKey(file.data));
  }
  if (keys.length === 0) return refused('bad-keys', 'no key files there');
  return { kind: 'keys', keys };
}
