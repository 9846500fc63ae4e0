// The federal lists shout: `ST. MARY'S MEDICAL CENTER`. The same name as a person would write it.

const SMALL = new Set(['and', 'at', 'by', 'de', 'del', 'for', 'in', 'of', 'on', 'the', 'to', 'with']);
/** Abbreviations that are said letter by letter and would otherwise be taken for words. */
const LETTERS = new Set(
  `ACMH AHMC AHN CAMC CHI DMC ECU HCA HSHS II III IV JFK JPS KPC LAC LIJ LSU MD MUSC NCH NEA NYC NYU OHSU OSF OU PIH RWJ SSM SUNY TMC UAB UAMS UC UCI UH USD
  UCLA UCSD UCSF UF UHS UM UMC UNC UNM UNMC UPMC USA USC USF UT UVA UW VA VCU WVU`.split(/\s+/),
);
const SHORT_FORMS: Readonly<Record<string, string>> = {
  CTR: 'Ctr',
  DBA: 'dba',
  DR: 'Dr',
  FT: 'Ft',
  HLTH: 'Hlth',
  HSP: 'Hsp',
  JR: 'Jr',
  MT: 'Mt',
  ST: 'St',
  STS: 'Sts',
};

function word(text: string, first: boolean): string {
  const small = text.toLowerCase();
  if (!first && SMALL.has(small)) return small;
  const short = SHORT_FORMS[text];
  if (short !== undefined) return short;
  const initial = text.length === 1 && text !== 'A';
  if (initial || LETTERS.has(text) || !/[AEIOUY]/.test(text)) return text;
  if (/^MC[A-Z]{3,}$/.test(text)) return `Mc${text[2] ?? ''}${small.slice(3)}`;
  return (text[0] ?? '') + small.slice(1);
}

/** Upper case throughout → as a name is written; a name that is not upper case throughout is left as it is. */
export function hospitalName(name: string): string {
  const tidy = name.replace(/\s+/g, ' ').trim();
  if (/[a-z]/.test(tidy)) return tidy;
  let first = true;
  return tidy.replace(/[A-Z]+(?:'S\b)?/g, (text) => {
    const possessive = text.endsWith("'S");
    const out = word(possessive ? text.slice(0, -2) : text, first);
    first = false;
    return possessive ? `${out}'s` : out;
  });
}
