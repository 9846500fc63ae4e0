// Text → the tokens that are searched: lower case, without accents and punctuation.

/** Lower case, accents off. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Words and numbers of a text. An apostrophe joins ("children's" → "childrens"); other punctuation parts. */
export const tokensOf = (text: string): string[] =>
  fold(text)
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
