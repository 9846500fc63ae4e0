// The one table of what specialties are called elsewhere. It goes into the model, so that the app understands the same.
import * as z from 'zod/mini';
import { nameWords } from '#engine/chance/chance-index.ts';
import written from './specialty-names.json' with { type: 'json' };

const NAMES = z.record(z.string(), z.string()).parse(written);

/** Other names in `nameWords`, and the catalog's name. */
export const SPECIALTY_NAMES: Readonly<Record<string, string>> = NAMES;

/** The catalog's name of a specialty; a name not in the table is the catalog's up to punctuation. */
export function catalogNames(catalog: Iterable<string>): (name: string) => string {
  const known = new Map([...catalog].map((name) => [nameWords(name), name]));
  return (name) => NAMES[nameWords(name)] ?? known.get(nameWords(name)) ?? name;
}
