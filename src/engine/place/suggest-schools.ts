// A typed text → medical schools of the catalog. A school that is not among them may still be typed out.
import type { School } from '#domain/school.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { fold } from '#engine/search/tokens.ts';

const MOST = 8;

/** Schools whose name, short name or city holds every typed word, at most eight; short names that begin so first. */
export function suggestSchools({ schools }: Catalog, text: string): School[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const first = words[0] ?? '';
  return schools
    .filter((school) => {
      const all = fold(`${school.name} ${school.shortName} ${school.city ?? ''} ${school.state ?? ''}`);
      return words.every((word) => all.includes(word));
    })
    .toSorted(
      (a, b) =>
        Number(fold(b.shortName).startsWith(first)) - Number(fold(a.shortName).startsWith(first)) ||
        a.name.localeCompare(b.name),
    )
    .slice(0, MOST);
}
