// The two schemes of signatures that other publishers of The Update Framework use: ECDSA on P-256 and RSA-PSS, with keys
// in PEM. For the command line only; the app takes Ed25519 alone.
import { constants, createPublicKey, verify } from 'node:crypto';
import type { Scheme } from '#sync/trust/signatures.ts';

const ECDSA_P256: Scheme = {
  accepts: (keytype, scheme) =>
    (keytype === 'ecdsa' || keytype === 'ecdsa-sha2-nistp256') && scheme === 'ecdsa-sha2-nistp256',
  verify: async (publicKey, message, signature) => {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1') return false;
    return verify('sha256', message, { key, dsaEncoding: 'der' }, signature);
  },
};

const RSA_PSS: Scheme = {
  accepts: (keytype, scheme) => keytype === 'rsa' && scheme === 'rsassa-pss-sha256',
  verify: async (publicKey, message, signature) => {
    const key = createPublicKey(publicKey);
    if (key.asymmetricKeyType !== 'rsa') return false;
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return verify('sha256', message, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_AUTO }, signature);
  },
};

export const OTHER_SCHEMES: readonly Scheme[] = [ECDSA_P256, RSA_PSS];
