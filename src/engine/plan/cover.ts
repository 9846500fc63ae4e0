// Who has been heard about each program, by role, and where a kind of voice is still missing.
import type { ContactRole } from '#domain/contact.ts';
import type { Pid } from '#domain/ids.ts';
import { heardAbout, type Network, type Voice, VOICES, voiceOf } from './heard.ts';

/** Programs at the top of the user's order that gaps are counted over. */
const TOP_PROGRAMS = 20;

export interface CoverCell {
  /** People of this role heard about the program. */
  readonly heard: number;
  /** People of this role who could speak of it and have not been heard. */
  readonly known: number;
}

export interface CoverRow {
  readonly pid: Pid;
  /** Only roles with somebody in them. */
  readonly roles: Readonly<Partial<Record<ContactRole, CoverCell>>>;
  /** People heard, whatever their role. */
  readonly heard: number;
  /** In the order of `VOICES`. */
  readonly missing: readonly Voice[];
}

export interface CoverGap {
  readonly voice: Voice;
  /** Programs counted over: at most `TOP_PROGRAMS`. */
  readonly of: number;
  /** Those without this voice, in the user's order. */
  readonly pids: readonly Pid[];
}

export interface Cover {
  readonly rows: readonly CoverRow[];
  /** One for each voice, in the order of `VOICES`; without pids where nothing is missing. */
  readonly gaps: readonly CoverGap[];
}

/**
 * @param programs in the user's order, best first; one named twice counts once.
 * @param top how many of them the gaps are counted over.
 */
export function coverOf(programs: readonly Pid[], network: Network, top = TOP_PROGRAMS): Cover {
  const heard = heardAbout(network);
  const rows = [...new Set(programs)].map((pid): CoverRow => {
    const speakers = heard.get(pid);
    const roles: Partial<Record<ContactRole, CoverCell>> = {};
    const voices = new Set<Voice | null>();
    for (const { contactId, role, pids } of network.contacts) {
      const spoke = speakers?.has(contactId) ?? false;
      if (!spoke && !pids.includes(pid)) continue;
      const cell = roles[role] ?? { heard: 0, known: 0 };
      roles[role] = { heard: cell.heard + Number(spoke), known: cell.known + Number(!spoke) };
      if (spoke) voices.add(voiceOf(role));
    }
    return {
      pid,
      roles,
      heard: speakers?.size ?? 0,
      missing: VOICES.filter((voice) => !voices.has(voice)),
    };
  });
  const counted = rows.slice(0, Math.max(0, top));
  const gaps = VOICES.map((voice) => ({
    voice,
    of: counted.length,
    pids: counted.filter(({ missing }) => missing.includes(voice)).map(({ pid }) => pid),
  }));
  return { rows, gaps };
}
