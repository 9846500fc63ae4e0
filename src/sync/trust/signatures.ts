// Whether enough of a role's keys have signed. A key counts once, however it is named and however often it signs; a key
// whose id is not its own digest, or of a scheme that is not known here, does not count at all. The app knows Ed25519
// alone; other schemes are passed in by programs that need them.
import { canonicalBytes } from './canonical.ts';
import { sha256Hex } from './digest.ts';
import type { Claimed, PublicKey, Role, Root } from './metadata.ts';
import { type Refused, refused } from './refused.ts';

/** Checks signatures of one kind. May throw: then the signature does not count. */
export interface Scheme {
  /** Fields `keytype` and `scheme` of a key. */
  readonly accepts: (keytype: string, scheme: string) => boolean;
  /** @param publicKey the field `keyval.public`. */
  readonly verify: (
    publicKey: string,
    message: Uint8Array<ArrayBuffer>,
    signature: Uint8Array<ArrayBuffer>,
  ) => Promise<boolean>;
}

/** @returns null for what is not hex. */
function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> | null {
  if (hex.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(hex)) return null;
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) =>
    Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16),
  );
}

export const ED25519: Scheme = {
  accepts: (keytype, scheme) => keytype === 'ed25519' && scheme === 'ed25519',
  async verify(publicKey, message, signature) {
    const raw = bytesOfHex(publicKey);
    if (raw?.length !== 32 || signature.length !== 64) return false;
    try {
      const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', key, signature, message);
    } catch {
      // Chrome below 137 and Firefox below 129 know no Ed25519. Fetched only there.
      const { verifyAsync } = await import('@noble/ed25519');
      // RFC 8032, as WebCrypto reads it.
      return verifyAsync(signature, message, raw, { zip215: false });
    }
  },
};

/**
 * Whether an id is the digest of its key: of the whole key, or of the three fields the specification knows (publishers
 * add fields to a key without giving it another id).
 */
async function isOwnId(keyid: string, key: PublicKey): Promise<boolean> {
  const { keytype, scheme, keyval } = key;
  for (const form of [{ keytype, scheme, keyval }, key]) {
    if ((await sha256Hex(canonicalBytes(form))) === keyid) return true;
  }
  return false;
}

/**
 * The check of the specification's 5.3.4, 5.4.2, 5.5.3 and 5.6.3. Null: at least as many different keys as the role's
 * threshold have signed.
 * @param root whose keys are trusted for `role`.
 * @param name for the report.
 */
export async function checkSignatures(
  claimed: Claimed<unknown>,
  root: Root,
  role: Role,
  name: string,
  schemes: readonly Scheme[],
): Promise<Refused | null> {
  const { keyids, threshold } = root.roles[role];
  const keys = new Map(Object.entries(root.keys));
  const signatures = new Map(claimed.signatures.map(({ keyid, sig }) => [keyid, sig]));
  const signers = new Set<string>();
  for (const keyid of new Set(keyids)) {
    const key = keys.get(keyid);
    const signature = bytesOfHex(signatures.get(keyid) ?? '');
    if (!key || !signature || signature.length === 0) continue;
    const scheme = schemes.find(({ accepts }) => accepts(key.keytype, key.scheme));
    if (!scheme || !(await isOwnId(keyid, key))) continue;
    const isGood = await scheme.verify(key.keyval.public, claimed.canonical, signature).catch(() => false);
    // The same key under two ids is one signer.
    if (isGood) signers.add(`${key.scheme} ${key.keyval.public.replaceAll(/\s/g, '').toLowerCase()}`);
    if (signers.size >= threshold) return null;
  }
  return refused('bad-signature', `${name}: ${signers.size} of ${threshold} signatures for ${role}`);
}
