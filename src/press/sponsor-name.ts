// The name of a sponsor inside the name of its program, so far as it can be told. Two programs in one city whose
// names reduce to the same words have the same sponsor; nothing more is concluded from a name.

/** Endings that vary between the programs of one sponsor: `University of Iowa Hospitals and Clinics`, `… College of Medicine`. */
const ENDINGS =
  / (school of medicine|college of medicine|medical school|medical centers?|hospitals?|health system|health ?care system|and clinics|inc)$/;
/** Words that tell no sponsor from another. */
const PLAIN = new Set(
  `a and at center centers clinic clinics college community county foundation general gme graduate health healthcare
  hosp hospital hospitals inc medical medicine med of program programs regional saint school schools sch som state
  system sys the univ university u ctr coll com consortium education`.split(/\s+/),
);

const plainText = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9/()]+/g, ' ')
    .replace(/\bst\b/g, 'saint')
    .replace(/\bmt\b/g, 'mount')
    .replace(/\bft\b/g, 'fort')
    .trim();

export const cityKey = (city: string): string => plainText(city);

function withoutEndings(part: string): string {
  let text = part.trim().replace(/^the /, '');
  while (ENDINGS.test(text)) {
    const shorter = text.replace(ENDINGS, '');
    // `University Hospital` stays: alone, "university" would be the name of every university of the town.
    if (shorter.split(' ').every((word) => PLAIN.has(word))) break;
    text = shorter;
  }
  return text;
}

/**
 * What is left of a program's name: no "Program", no parenthesis that only abbreviates or names the city, no ending
 * that varies. A parenthesis with another name stays: `(Columbia Campus)` and `(Cornell Campus)` are two schools.
 */
export function sponsorName(programName: string, city: string): string {
  const here = cityKey(city);
  const kept = programName.replace(/\(([^)]*)\)/g, (whole, inside: string) =>
    /^[A-Z/&.\s-]+$/.test(inside) || plainText(inside) === here ? ' ' : whole,
  );
  return plainText(kept)
    .replace(/ program$/, '')
    .replace(/[()]/g, ' ')
    .split('/')
    .map((part) => withoutEndings(part.replace(/\s+/g, ' ').trim()))
    .filter((part) => part !== '')
    .join('/');
}

/** The words of a name that tell it from others in that city. */
export function tellingWords(name: string, city: string): Set<string> {
  const here = new Set(cityKey(city).split(' '));
  const words = plainText(name).split(/[^a-z0-9]+/);
  return new Set(words.filter((word) => word.length > 1 && !PLAIN.has(word) && !here.has(word)));
}
