// The NRMP code of a line: the one chosen for it, else the only one its program has. Where there are several, or none is
// known, it says so and never guesses.
import type { RankEntry } from '#domain/rank-list.ts';
import type { Track, TrackType } from '#domain/program.ts';
import type { RankedProgram } from '#domain/rank-query.ts';

export type LineCode =
  | { readonly kind: 'code'; readonly code: string; readonly track: Track | null }
  | { readonly kind: 'several'; readonly tracks: readonly Track[] }
  | { readonly kind: 'unknown' };

export function codeOf({ trackCode }: RankEntry, program: RankedProgram | undefined): LineCode {
  const tracks = program?.tracks ?? [];
  if (trackCode !== undefined)
    return { kind: 'code', code: trackCode, track: tracks.find(({ code }) => code === trackCode) ?? null };
  if (tracks.length > 1) return { kind: 'several', tracks };
  const [track] = tracks;
  const own = program?.code;
  if (own && (own.own || !track)) return { kind: 'code', code: own.value, track: null };
  return track ? { kind: 'code', code: track.code, track } : { kind: 'unknown' };
}

export const TRACK_WORDS: Record<TrackType, string> = {
  C: 'categorical',
  P: 'preliminary',
  A: 'advanced',
  R: 'for physicians with earlier training',
  M: 'primary',
};

/** The type an NRMP code carries in its eighth character, where the catalog does not list the track. */
export function typeOf(line: LineCode): TrackType | null {
  if (line.kind !== 'code') return null;
  if (line.track) return line.track.type;
  const letter = line.code.charAt(7);
  return Object.hasOwn(TRACK_WORDS, letter) ? (letter as TrackType) : null;
}

/** `1265400C0, categorical`. */
export function codeWords(line: LineCode): string | null {
  if (line.kind !== 'code') return null;
  const type = typeOf(line);
  return type ? `${line.code}, ${TRACK_WORDS[type]}` : line.code;
}
