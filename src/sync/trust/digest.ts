// SHA-2 by WebCrypto.

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

const digestHex = async (algorithm: 'SHA-256' | 'SHA-512', bytes: Uint8Array<ArrayBuffer>) =>
  hexOf(new Uint8Array(await crypto.subtle.digest(algorithm, bytes)));

/** @returns lower-case hex. */
export const sha256Hex = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => digestHex('SHA-256', bytes);
/** @returns lower-case hex. */
export const sha512Hex = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => digestHex('SHA-512', bytes);
