// A sourced value. A value nobody has published is absent: never zero, never an empty string.
import * as z from 'zod/mini';

export const FactValue = z.union([z.string(), z.number(), z.boolean()]);
export type FactValue = z.infer<typeof FactValue>;

/** On disk a fact is `[value, source key, year or null]`; several are listed newest first. */
export const FactTuple = z.readonly(z.tuple([FactValue, z.string(), z.nullable(z.int())]));
export type FactTuple = z.infer<typeof FactTuple>;

export interface Fact {
  readonly value: FactValue;
  /** Key into `sources.json`. */
  readonly source: string;
  readonly year: number | null;
}

export const factOf = ([value, source, year]: FactTuple): Fact => ({ value, source, year });
