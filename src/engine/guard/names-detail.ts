// Whether a thank-you names something of the talk: a note that could go to anyone thanks no one.
import { tokensOf } from '#engine/search/tokens.ts';
import { plainForms } from './plain-form.ts';

/** Words too common to be a detail. */
const COMMON = new Set(
  (
    'a about after again all also an and any are as at be because been before but by can could day did do does for ' +
    'from get had has have he her him his how i if in into is it its just know like made make many me more most much my ' +
    'no not now of on one only or other our out over really said same she should so some take talk than thank thanks ' +
    'that the their them then there they thing things this time to told too us very was way we well went were what when ' +
    'where which who why will with would year years you your program residency resident residents doctor'
  ).split(' '),
);

const detailWords = (text: string): string[] =>
  tokensOf(text).filter((token) => token.length > 2 && !COMMON.has(token));

/**
 * Whether the draft takes up one of the details: at least half of a detail's own words, in any form. A detail of common
 * words only counts as named when the draft holds it word for word. No details: null, there is nothing to compare with.
 */
export function namesDetail(draft: string, details: readonly string[]): boolean | null {
  const given = details.filter((detail) => detail.trim() !== '');
  if (given.length === 0) return null;
  const said = new Set(tokensOf(draft).flatMap((token) => plainForms(token)));
  const whole = tokensOf(draft).join(' ');
  return given.some((detail) => {
    const own = detailWords(detail);
    if (own.length === 0) return whole.includes(tokensOf(detail).join(' '));
    const taken = own.filter((word) => plainForms(word).some((form) => said.has(form)));
    return taken.length * 2 >= own.length;
  });
}
