// How a program's value of a criterion is said in a question: short enough for half the width of a phone.
import type { FitReason } from '#domain/query.ts';

const priceWords = (level: number) => {
  const off = Math.round(level - 100);
  if (off === 0) return 'as the US average';
  return `${Math.abs(off)}% ${off > 0 ? 'above' : 'below'} US average`;
};

/** @param reason of a known value. */
export function valueWords({ criterion, value, words, facts }: FitReason): string {
  const fact = facts[0]?.value;
  switch (criterion) {
    case 'cost':
      return typeof fact === 'number' ? priceWords(fact) : (words ?? '');
    case 'region':
      return `${words ?? ''}, ${value === 1 ? 'where you like it' : 'elsewhere'}`;
    case 'teaching':
      return typeof fact === 'number' ? `${Math.round(fact * 100)} residents for 100 beds` : (words ?? '');
    case 'sponsorBreadth':
      // The label says what is counted.
      return (words ?? '').replace(/ .*/, '');
    case 'visa':
      return words === 'sponsors' ? 'sponsors it' : 'does not sponsor it';
    default:
      return words ?? '';
  }
}
