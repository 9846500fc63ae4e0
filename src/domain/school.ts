import * as z from 'zod/mini';

export const School = z.strictObject({
  name: z.string(),
  shortName: z.string(),
  type: z.enum(['MD', 'DO', 'IMG']),
  city: z.optional(z.string()),
  state: z.optional(z.string()),
  country: z.string(),
  lat: z.optional(z.number()),
  lon: z.optional(z.number()),
});
export type School = z.infer<typeof School>;
