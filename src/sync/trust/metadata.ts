// The four files of signed metadata of The Update Framework (specification 1.0.31, section 4), as far as the client
// uses them. Strict in what is used, tolerant of what is not known: later publishers may say more. Parsing says nothing
// about trust; signatures.ts does.
import * as z from 'zod/mini';
import type { ZodMiniType } from 'zod/mini';
import { canonicalBytes } from './canonical.ts';
import { type Refused, refused } from './refused.ts';

export const ROLES = ['root', 'timestamp', 'snapshot', 'targets'] as const;
export type Role = (typeof ROLES)[number];

const Version = z.int().check(z.gte(1));
const COMMON = {
  spec_version: z.string().check(z.regex(/^1\.\d+/)),
  version: Version,
  /** ISO date and time in UTC, to the second. */
  expires: z.string().check(
    z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/),
    z.refine((text) => !Number.isNaN(Date.parse(text))),
  ),
};
const Hashes = z.record(z.string(), z.string().check(z.regex(/^[0-9a-f]+$/)));
const Length = z.int().check(z.gte(0));

const PublicKey = z.looseObject({
  keytype: z.string(),
  scheme: z.string(),
  keyval: z.looseObject({ public: z.string() }),
});
export type PublicKey = z.infer<typeof PublicKey>;

const KeysOfRole = z.looseObject({
  keyids: z.array(z.string()),
  threshold: z.int().check(z.gte(1)),
});
export type KeysOfRole = z.infer<typeof KeysOfRole>;

export const Root = z.looseObject({
  ...COMMON,
  _type: z.literal('root'),
  consistent_snapshot: z.optional(z.boolean()),
  keys: z.record(z.string(), PublicKey),
  roles: z.looseObject({
    root: KeysOfRole,
    timestamp: KeysOfRole,
    snapshot: KeysOfRole,
    targets: KeysOfRole,
  }),
});
export type Root = z.infer<typeof Root>;

/** What one file of metadata says about another. Only the version is always there. */
const MetaFile = z.looseObject({
  version: Version,
  length: z.optional(Length),
  hashes: z.optional(Hashes),
});
export type MetaFile = z.infer<typeof MetaFile>;

export const Timestamp = z.looseObject({
  ...COMMON,
  _type: z.literal('timestamp'),
  meta: z.looseObject({ 'snapshot.json': MetaFile }),
});
export type Timestamp = z.infer<typeof Timestamp>;

export const Snapshot = z.looseObject({
  ...COMMON,
  _type: z.literal('snapshot'),
  meta: z.record(z.string(), MetaFile),
});
export type Snapshot = z.infer<typeof Snapshot>;

export const Targets = z.looseObject({
  ...COMMON,
  _type: z.literal('targets'),
  targets: z.record(z.string(), z.looseObject({ length: Length, hashes: Hashes })),
});
export type Targets = z.infer<typeof Targets>;

const Envelope = z.looseObject({
  signatures: z.array(z.looseObject({ keyid: z.string(), sig: z.string() })),
  signed: z.looseObject({ _type: z.string() }),
});
export type Signature = z.infer<typeof Envelope>['signatures'][number];

/** A file as read: what it says, and what has to be checked before it is believed. */
export interface Claimed<T> {
  readonly signed: T;
  readonly signatures: readonly Signature[];
  /** The bytes the signatures are made of. */
  readonly canonical: Uint8Array<ArrayBuffer>;
}

type Read<T> = { readonly kind: 'ok'; readonly value: Claimed<T> } | Refused;

/** @param name for the report. */
export function readMetadata<T>(name: string, bytes: Uint8Array, shape: ZodMiniType<T>): Read<T> {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refused('malformed', `${name}: not JSON`);
  }
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return refused('malformed', `${name}: ${whereOf(envelope.error.issues)}`);
  // What was signed is what was parsed, whole: the shapes below may leave out what they do not know.
  const { signed } = json as { signed: unknown };
  const { signatures } = envelope.data;
  if (new Set(signatures.map(({ keyid }) => keyid)).size < signatures.length) {
    // Specification 4.2: the key ids of the signatures are unique.
    return refused('malformed', `${name}: two signatures of one key`);
  }
  const parsed = shape.safeParse(signed);
  if (!parsed.success) return refused('malformed', `${name}: signed.${whereOf(parsed.error.issues)}`);
  try {
    return { kind: 'ok', value: { signed: parsed.data, signatures, canonical: canonicalBytes(signed) } };
  } catch (error) {
    return refused('malformed', `${name}: ${error instanceof Error ? error.message : 'not canonical'}`);
  }
}

const whereOf = (issues: readonly { readonly path: readonly PropertyKey[] }[]): string =>
  issues[0]?.path.map(String).join('.') || 'its outermost shape';
