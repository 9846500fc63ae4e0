// Whether a program is the home program of a school: same city, same state, and the name of the school or of its
// university in the name of the program. A doubt is a no: a home program missed costs less than one made up.
import type { School } from '#domain/school.ts';
import { tokensOf } from '#engine/search/tokens.ts';

export interface ProgramPlace {
  readonly name: string;
  readonly city: string | null;
  readonly state: string;
}

const words = (text: string) => tokensOf(text).map((word) => (word === 'st' ? 'saint' : word));
const spaced = (tokens: readonly string[]) => ` ${tokens.join(' ')} `;

/** Words that tell no school from another. */
const PLAIN = new Set(
  'of the and at in university college school medicine medical health sciences science center osteopathic'.split(
    ' ',
  ),
);
const STARTS_SCHOOL = new Set(['school', 'college', 'division']);
/** `University of South Carolina` and `University of Southern California` need a word more to be named. */
const TWO_WORD_STATES = new Set(['south', 'north', 'new', 'southern', 'west']);

/** `… University` up to its name, or `University of …` with one word more: the shortest phrase that names it. */
function universityOf(tokens: readonly string[]): readonly string[] {
  const at = tokens.indexOf('university');
  if (at < 0) return tokens;
  if (tokens[at + 1] !== 'of') return tokens.slice(0, at + 1);
  return tokens.slice(at, at + (TWO_WORD_STATES.has(tokens[at + 2] ?? '') ? 4 : 3));
}

/**
 * Phrases that name a school: what stands before "School of Medicine", what stands after "at", its short name. A phrase
 * without "university" that only names the place is none: every hospital of the town may carry it.
 */
function namesOf(school: School, stateName: string): string[] {
  const tokens = words(school.name).filter((word, at) => at > 0 || word !== 'the');
  const starts = tokens.findIndex(
    (word, at) => STARTS_SCHOOL.has(word) || (word === 'medical' && tokens[at + 1] === 'school'),
  );
  const cut = starts < 0 ? tokens.length : starts;
  const after = tokens.slice(cut);
  const at = after.findIndex((word, i) => word === 'at' || (word === 'of' && after[i + 1] === 'the'));
  const tail = at < 0 ? [] : after.slice(at + 1).filter((word, i) => i > 0 || word !== 'the');
  const place = new Set(words(`${school.city ?? ''} ${stateName}`));
  const tells = (word: string) => !PLAIN.has(word);
  return [universityOf(tokens.slice(0, cut)), universityOf(tail), words(school.shortName)]
    .filter((phrase) =>
      phrase.some((word) => tells(word) && (phrase.includes('university') || !place.has(word))),
    )
    .map(spaced);
}

/**
 * Schools abroad have no home program here.
 * @param stateName the name in full of the state both lie in.
 */
export function isHomeProgram(school: School, program: ProgramPlace, stateName: string): boolean {
  if (school.type === 'IMG' || school.city === undefined || program.city === null) return false;
  if (school.state !== program.state) return false;
  if (words(school.city).join(' ') !== words(program.city).join(' ')) return false;
  const name = spaced(words(program.name));
  return namesOf(school, stateName).some((phrase) => name.includes(phrase));
}
