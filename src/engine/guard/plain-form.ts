// A word → its plain forms (`ranking` → `rank`): enough English to recognize a verb or noun in its endings. It guesses
// every form that could be meant (`placing` → `plac`, `place`), since a form that is no word matches nothing.

const IRREGULAR: Readonly<Record<string, string>> = {
  am: 'be',
  is: 'be',
  are: 'be',
  was: 'be',
  were: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  does: 'do',
  did: 'do',
  done: 'do',
  told: 'tell',
  gave: 'give',
  given: 'give',
  took: 'take',
  taken: 'take',
  made: 'make',
  held: 'hold',
  said: 'say',
  knew: 'know',
  known: 'know',
  thought: 'think',
  chose: 'choose',
  chosen: 'choose',
  sent: 'send',
  kept: 'keep',
  fell: 'fall',
  fallen: 'fall',
  stood: 'stand',
  heard: 'hear',
  met: 'meet',
  saw: 'see',
  seen: 'see',
  found: 'find',
  came: 'come',
  went: 'go',
  gone: 'go',
  going: 'go',
  felt: 'feel',
  swore: 'swear',
  sworn: 'swear',
  shown: 'show',
  lies: 'lie',
  lying: 'lie',
};

const VOWEL = /[aeiouy]/;

/** A stem as it is, with the `e` it may have lost, and with a doubled consonant undone. */
function stems(stem: string): string[] {
  if (stem.length < 2 || !VOWEL.test(stem)) return [];
  const doubled = stem.length > 3 && stem.at(-1) === stem.at(-2);
  return [stem, `${stem}e`, ...(doubled ? [stem.slice(0, -1)] : [])];
}

/** Every plain form a lower-case word may stand for, the word itself first. A number also stands for `#`. */
export function plainForms(word: string): readonly string[] {
  if (/^\d+(st|nd|rd|th)?$/.test(word)) return [word, '#'];
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return [word, irregular];
  if (word.length < 4) return [word];
  if (word.endsWith('ies')) return [word, `${word.slice(0, -3)}y`];
  if (word.endsWith('ied')) return [word, `${word.slice(0, -3)}y`];
  if (word.endsWith('ing')) return [word, ...stems(word.slice(0, -3))];
  if (word.endsWith('ed')) return [word, ...stems(word.slice(0, -2))];
  if (/(s|x|z|ch|sh)es$/.test(word)) return [word, word.slice(0, -2), word.slice(0, -1)];
  if (word.endsWith('s') && !word.endsWith('ss')) return [word, word.slice(0, -1)];
  return [word];
}
