// A hospital as Medicare and the federal hospital layer describe it. Its figures are never a program's.
import * as z from 'zod/mini';
import { FactTuple } from './fact.ts';

export const Hospital = z.strictObject({
  ccn: z.string(),
  name: z.string(),
  city: z.string(),
  state: z.string(),
  lat: z.optional(z.number()),
  lon: z.optional(z.number()),
  /** Keys: ownership beds residentFte residentBedRatio traumaLevel rating setting. */
  facts: z.record(z.string(), FactTuple),
});
export type Hospital = z.infer<typeof Hospital>;
