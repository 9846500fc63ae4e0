// The catalog in the engine's hands: columns for what is scored, and the bytes of each bucket for what is read one
// program at a time. Nothing here changes after decoding.
import type { CatalogIndex, PlacesChunk, Specialty } from '#domain/catalog.ts';
import type { Hospital } from '#domain/hospital.ts';
import type { OwnValue } from '#domain/correction.ts';
import type { FieldKey } from '#domain/field.ts';
import type { Pid } from '#domain/ids.ts';
import type { ChanceModel } from '#domain/model.ts';
import type { Place, State } from '#domain/place.ts';
import type { Rules } from '#domain/rules.ts';
import type { School } from '#domain/school.ts';
import type { Source } from '#domain/catalog.ts';
import type { ProgramRecord } from '#domain/program.ts';

/** One entry a program. NaN in a float column and -1 in an index column mean: not known. */
export interface Columns {
  readonly count: number;
  readonly pid: readonly Pid[];
  readonly name: readonly string[];
  /** Place of the name in the alphabet, the same name by pid: ties are broken by it. */
  readonly nameRank: Uint16Array;
  /** Index into `Catalog.specialties`. */
  readonly specialty: Uint8Array;
  /** Index into `Catalog.states`. */
  readonly state: Uint8Array | Uint16Array;
  /** Index into `Catalog.places`, or -1. */
  readonly place: Int16Array;
  /** Index into `Catalog.hospitals`, or -1. */
  readonly hospital: Int16Array;
  /** Degrees. */
  readonly lat: Float32Array;
  readonly lon: Float32Array;
  /** Position on the plate of the map. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly sponsor: Uint16Array;
  /** Other specialties the same sponsor trains, preliminary and independent tracks left out; or `UNKNOWN_BREADTH`. */
  readonly sponsorBreadth: Uint8Array;
  readonly lastSeenYear: Uint16Array;
  readonly independent: Uint8Array;
  readonly military: Uint8Array;
  /** 0 goes on, 1 closed, 2 merged, 3 split. */
  readonly ended: Uint8Array;
  /** Bits: 1 categorical, 2 preliminary, 4 advanced, 8 physicians only, 16 primary. */
  readonly tracks: Uint8Array;
  /** Residents who start a year. */
  readonly positions: Float32Array;
  /** 1 yes, 0 no, NaN not published. */
  readonly visaJ1: Float32Array;
  readonly visaH1b: Float32Array;
}

/** Breadth of a sponsor nobody has told us. */
export const UNKNOWN_BREADTH = 255;

/** What the user says of programs, in a catalog that lets them (own-catalog.ts). */
export interface OwnWord {
  /** Their own values, by row. */
  readonly values: ReadonlyMap<number, ReadonlyMap<FieldKey, OwnValue>>;
  /** What each row is linked to as published; `Columns` holds what the user makes of it. */
  readonly plain: Pick<Columns, 'hospital' | 'place' | 'state'>;
  /** The hospital each row is linked to in the published catalog, whatever hospital the user names. */
  readonly publishedHospital: Int16Array;
  readonly plainRecord: (row: number) => ProgramRecord;
}

export interface Catalog {
  readonly index: CatalogIndex;
  readonly columns: Columns;
  readonly rowOf: ReadonlyMap<Pid, number>;
  /** Pids that lead on: to one program (merged) or several (split). */
  readonly redirects: ReadonlyMap<Pid, readonly Pid[]>;
  readonly specialties: readonly Specialty[];
  readonly states: readonly State[];
  readonly places: readonly Place[];
  readonly placeSources: PlacesChunk['sources'];
  readonly zips: ReadonlyMap<string, readonly [lat: number, lon: number]>;
  readonly hospitals: readonly Hospital[];
  readonly rules: Rules;
  /** The coefficients of chances; null in a catalog that carries none, which then knows fit only. */
  readonly model: ChanceModel | null;
  readonly schools: readonly School[];
  readonly sources: readonly Source[];
  /** Names of chunks that were missing or could not be read; their programs are absent. */
  readonly lost: readonly string[];
  /** The stored record of a row, read from its bucket. */
  readonly record: (row: number) => ProgramRecord;
  /** Absent in the catalog as published. */
  readonly own?: OwnWord;
}
