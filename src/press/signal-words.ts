// The words of the signal tables → the catalog's: names of specialties, and notes that the table repeats on rows they
// have nothing to do with.

/** Names the signal lists use → names of the programs table. */
const SPECIALTY_NAMES: Readonly<Record<string, string>> = {
  'Internal Medicine/Medical Genetics': 'Internal Medicine-Medical Genetics',
  'Internal Medicine/Pediatrics': 'Internal Medicine-Pediatrics',
  'Internal Medicine/Psychiatry': 'Internal Medicine-Psychiatry',
  'Interventional Radiology': 'Interventional Radiology (Integrated)',
  'Pediatric Medical Genetics': 'Pediatrics-Medical Genetics',
  'Pediatrics/Psychiatry/Child and Adolescent Psychiatry':
    'Pediatrics-Psychiatry-Child and Adolescent Psychiatry',
  'Plastic Surgery': 'Plastic Surgery (Integrated)',
  'Public Health and Preventive Medicine': 'Public Health and General Preventive Medicine',
  'Thoracic Surgery': 'Thoracic Surgery (Integrated)',
  'Vascular Surgery': 'Vascular Surgery (Integrated)',
};

export const specialtyNameOf = (name: string): string => SPECIALTY_NAMES[name] ?? name;

/** A clause of a note: how it begins, which specialties it is about (absent: all), and how a person would say it. */
const CLAUSES: readonly { starts: string; about?: readonly string[]; words: string }[] = [
  {
    starts: 'DR and IR share',
    about: ['Diagnostic Radiology', 'Interventional Radiology'],
    words: 'Diagnostic and interventional radiology share one allotment.',
  },
  {
    starts: 'EM guidance',
    about: ['Emergency Medicine'],
    words: 'The guidance: do not signal your home program or a program of an away rotation.',
  },
  { starts: 'check against aamc.org', words: 'Read second-hand: check it on aamc.org.' },
  {
    starts: 'Child Neurology appears twice',
    about: ['Child Neurology'],
    words:
      'The source lists it twice: 3 gold and 6 silver, and 3 for the joint entry with neurodevelopmental disabilities.',
  },
];

/** The part of a table's note that is about this specialty; a clause not known here is kept as it stands. */
export function noteFor(specialty: string, note: string | undefined): string | undefined {
  if (note === undefined) return undefined;
  const said = note.split(';').flatMap((part) => {
    const clause = CLAUSES.find(({ starts }) => part.trim().startsWith(starts));
    if (!clause) return [part.trim()];
    return clause.about && !clause.about.includes(specialty) ? [] : [clause.words];
  });
  return said.length > 0 ? said.join(' ') : undefined;
}
