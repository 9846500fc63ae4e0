// Cities with programs, the states they lie in, and ZIP areas: what a distance or a living cost is measured from.
import * as z from 'zod/mini';
import { PlaceId } from './ids.ts';

export const Airport = z.strictObject({
  iata: z.string().check(z.regex(/^[A-Z]{3}$/)),
  /** Great circle from the city center. */
  km: z.number(),
  size: z.enum(['medium', 'large']),
});
export type Airport = z.infer<typeof Airport>;

export const Place = z.strictObject({
  id: PlaceId,
  city: z.string(),
  state: z.string(),
  lat: z.optional(z.number()),
  lon: z.optional(z.number()),
  timeZone: z.optional(z.string()),
  population: z.optional(z.int()),
  region: z.optional(z.string()),
  division: z.optional(z.string()),
  airports: z.array(Airport),
});
export type Place = z.infer<typeof Place>;

export const State = z.strictObject({
  code: z.string(),
  name: z.string(),
  region: z.optional(z.string()),
  /** BEA regional price parity, US = 100. */
  priceLevel: z.optional(z.number()),
  housingLevel: z.optional(z.number()),
  /** USD a month. */
  medianRent: z.optional(z.int()),
});
export type State = z.infer<typeof State>;

/** `[three digits, latitude, longitude]`: the mean of the ZIP centroids that begin so. */
export const ZipArea = z.tuple([z.string().check(z.regex(/^[0-9]{3}$/)), z.number(), z.number()]);
export type ZipArea = z.infer<typeof ZipArea>;
