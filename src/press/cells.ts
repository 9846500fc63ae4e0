// What a cell of a fact table may hold. Text in, a checked value out; a blank cell never gets here.
import * as z from 'zod/mini';

export const Text = z.string().check(z.minLength(1));
export const Whole = z.pipe(
  z.string().check(z.regex(/^\d{1,12}$/, 'not a whole number')),
  z.transform(Number),
);
export const Decimal = z.pipe(
  z.string().check(z.regex(/^-?\d{1,9}(\.\d+)?$/, 'not a number')),
  z.transform(Number),
);
export const Year = z.pipe(z.string().check(z.regex(/^(19|20)\d\d$/, 'not a year')), z.transform(Number));
export const IsoDate = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'not a date'));
export const StateCode = z.string().check(z.regex(/^[A-Z]{2}$/, 'not a state'));
/** The table marks a yes with `1` and leaves everything else blank: blank is unknown, not no. */
export const YesMark = z.pipe(
  z.literal('1', 'neither 1 nor blank'),
  z.transform((): true => true),
);
export const YesNo = z.pipe(
  z.enum(['yes', 'no'], 'neither yes nor no'),
  z.transform((word) => word === 'yes'),
);
export const WebAddress = z
  .string()
  .check(z.regex(/^https?:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/, 'not a web address'));

/** `a+b` → `['a', 'b']`, each a known key: a value whose source cannot be named is not taken. */
export const sourceList = <const K extends readonly string[]>(keys: K) =>
  z.pipe(
    z.pipe(
      z.string(),
      z.transform((text) => text.split('+')),
    ),
    z.array(z.enum(keys, 'unknown source')),
  );
