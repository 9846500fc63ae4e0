// The identities of things. A pid is opaque and is never used for another program.
import * as z from 'zod/mini';

/**
 * Stable program id: nine characters of Crockford base 32 after a `p`, given once by the press, or after a `u` for a
 * program the user added (own-program.ts).
 */
export const Pid = z
  .string()
  .check(z.regex(/^[pu][0-9a-hjkmnp-tv-z]{9}$/))
  .brand<'Pid'>();
export type Pid = z.infer<typeof Pid>;

/** The signs of Crockford's base 32, five bits each: none that could be read as another. */
export const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

/** Five bits of each byte, in order, one sign each. */
export const crockfordText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => CROCKFORD[byte % 32]).join('');

/** A specialty's slug, made from its name (`internal-medicine`): ACGME codes are shared by preliminary tracks. */
export const SpecialtyId = z
  .string()
  .check(z.regex(/^[a-z0-9-]{3,80}$/))
  .brand<'SpecialtyId'>();
export type SpecialtyId = z.infer<typeof SpecialtyId>;

/** `boston-ma`: the city and the state in one slug. */
export const PlaceId = z
  .string()
  .check(z.regex(/^[a-z0-9-]{2,80}$/))
  .brand<'PlaceId'>();
export type PlaceId = z.infer<typeof PlaceId>;
