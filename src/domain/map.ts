// What the map of programs asks and is told. Positions are on the 975 × 610 plate of the bundled outlines: x to the
// right, y down, one unit about three miles of the mainland.
import type { Pid } from './ids.ts';
import type { ListAnswer, ProgramQuery } from './query.ts';

export interface PlateBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The parts of the plate: each has a projection of its own, and nothing is measured or joined across them. */
export type PlateZone = 'mainland' | 'AK' | 'HI' | 'PR';

/** The deepest level: neighbors in one city region stand apart on the largest scale of the map. */
export const LAST_LEVEL = 14;

/** Least distance between two marks at a level, in plate units: every second level halves it. */
export const apartAt = (level: number): number => 128 / 2 ** (level / 2);

/** Chosen instead of a mark: the programs that have no place on the map. */
export const UNPLACED = 'unplaced';

export interface MapQuery {
  readonly query: ProgramQuery;
  /** 0 to `LAST_LEVEL`. */
  readonly level: number;
  /** What is on the screen. */
  readonly view: PlateBox;
  /** The key of a mark, or `UNPLACED`; null lists what is in view. */
  readonly chosen: string | null;
}

/** Programs drawn as one mark, because they are too near to each other at this level. */
export interface MapCluster {
  /** Names the mark; the same for one position at every level where it stands. */
  readonly key: string;
  /** Where its mark stands: the city of most of its programs. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** `Boston, MA`. */
  readonly place: string;
  /** All of them are in that city. */
  readonly onePlace: boolean;
  /** Of its programs the highest fit, 0–1; null where none is known. */
  readonly bestFit: number | null;
  /** Comes apart on a larger scale. */
  readonly splits: boolean;
  /** Where its programs are. */
  readonly box: PlateBox;
  /** The program, where there is only one. */
  readonly only: { readonly pid: Pid; readonly name: string } | null;
}

export interface MapAnswer {
  /** In reading order, those in view and around it. */
  readonly clusters: readonly MapCluster[];
  /** The chosen mark; null where none was chosen or it does not stand at this level. */
  readonly chosen: MapCluster | typeof UNPLACED | null;
  /** The programs of the chosen mark, or of all marks in view. */
  readonly list: ListAnswer;
  /** Programs of the query that have a position. */
  readonly placed: number;
  /** Programs of the query that have none. */
  readonly unplaced: number;
  /** Every state and how many programs of the query it has, by name. */
  readonly states: readonly { readonly code: string; readonly name: string; readonly count: number }[];
}

/** A circle of equal distance, drawn on the plate. */
export interface MapRing {
  readonly miles: number;
  /** SVG path data in plate units. */
  readonly path: string;
  /** Where its label stands. */
  readonly label: { readonly x: number; readonly y: number };
}

/** A place of the user's on the plate. */
export interface MapAnchor {
  /** `home`, or `tie-1` and so on in the order of the profile. */
  readonly key: string;
  readonly label: string;
  /** Null where the place is on no part of the plate. */
  readonly at: { readonly x: number; readonly y: number; readonly zone: PlateZone } | null;
  /** Smallest first; empty where the place is not on the plate. */
  readonly rings: readonly MapRing[];
}
