// Every field a program can have, once: what it is called, where its value lives, how it is shown and what to
// ask a person when nobody has published it. Screens, compare and blanks are all drawn from this table.
export type FieldScope = 'program' | 'hospital' | 'place' | 'state';
export type FieldForm =
  | 'text'
  | 'count'
  | 'ratio'
  | 'index'
  | 'money'
  | 'yes-no'
  | 'link'
  | 'code'
  | 'airport'
  | 'zone'
  | 'stars';
export type FieldGroup = 'program' | 'training' | 'visa' | 'hospital' | 'place' | 'living';

export interface Field {
  readonly label: string;
  readonly group: FieldGroup;
  readonly scope: FieldScope;
  readonly form: FieldForm;
  /** What to ask someone who trains there when the field is blank; absent where asking makes no sense. */
  readonly question?: string;
  /** A trap of the source that must be read beside the value. */
  readonly caution?: string;
}

const HOSPITAL_CAUTION =
  'A figure of the whole hospital, all specialties and fellows; not the size of this program.';
const STATE_CAUTION = 'A figure of the whole state; a big city in it can be far from it.';

export const FIELDS = {
  acgmeId: { label: 'ACGME number', group: 'program', scope: 'program', form: 'code' },
  nrmpCode: { label: 'NRMP code', group: 'program', scope: 'program', form: 'code' },
  website: {
    label: 'Website',
    group: 'program',
    scope: 'program',
    form: 'link',
    caution: 'Read in the year shown; it may have moved.',
  },
  programType: { label: 'Kind of program', group: 'program', scope: 'program', form: 'text' },
  accreditation: { label: 'Accreditation', group: 'program', scope: 'program', form: 'text' },
  offersPreliminary: { label: 'Preliminary places', group: 'program', scope: 'program', form: 'yes-no' },
  positions: {
    label: 'Places a year',
    group: 'training',
    scope: 'program',
    form: 'count',
    question: 'How many residents start each year?',
    caution: 'Sum of the tracks of this program in the Match of that year.',
  },
  filled: { label: 'Places filled', group: 'training', scope: 'program', form: 'count' },
  callSchedule: {
    label: 'Call schedule',
    group: 'training',
    scope: 'program',
    form: 'text',
    question: 'What does call look like in each year, and who covers when someone is ill?',
  },
  moonlighting: {
    label: 'Moonlighting',
    group: 'training',
    scope: 'program',
    form: 'yes-no',
    question: 'Is moonlighting allowed, and from which year?',
  },
  salary: {
    label: 'Salary, first year',
    group: 'living',
    scope: 'program',
    form: 'money',
    question: 'What is the salary in the first year, and what comes with it?',
  },
  vacation: {
    label: 'Vacation',
    group: 'training',
    scope: 'program',
    form: 'text',
    question: 'How many weeks of vacation are there, and can you choose them?',
  },
  minStep2: {
    label: 'Lowest Step 2 considered',
    group: 'training',
    scope: 'program',
    form: 'count',
    question: 'Is there a Step 2 score below which applications are not read?',
  },
  visaJ1: {
    label: 'J-1 visa',
    group: 'visa',
    scope: 'program',
    form: 'yes-no',
    question: 'Does the program sponsor J-1 visas this season?',
  },
  visaH1b: {
    label: 'H-1B visa',
    group: 'visa',
    scope: 'program',
    form: 'yes-no',
    question: 'Does the program sponsor H-1B visas, and for whom?',
  },
  h1bEmployer: {
    label: 'H-1B filings by the employer',
    group: 'visa',
    scope: 'program',
    form: 'yes-no',
    caution:
      'The sponsoring employer filed for an H-1B with a resident job title that year. It does not say that this program sponsors; verify with the program.',
  },
  pctImg: {
    label: 'Graduates of schools abroad',
    group: 'training',
    scope: 'program',
    form: 'ratio',
    question: 'How many of the current residents studied abroad?',
  },
  pctDo: {
    label: 'Osteopathic graduates',
    group: 'training',
    scope: 'program',
    form: 'ratio',
    question: 'How many of the current residents are DOs?',
  },
  hospital: {
    label: 'Likely main hospital',
    group: 'hospital',
    scope: 'hospital',
    form: 'text',
    question: 'Where do residents spend most of their time?',
    caution: 'Linked by name and city or by hand; about 2 to 4 in 100 links are expected to be wrong.',
  },
  ownership: { label: 'Ownership', group: 'hospital', scope: 'hospital', form: 'text' },
  beds: { label: 'Beds', group: 'hospital', scope: 'hospital', form: 'count', caution: HOSPITAL_CAUTION },
  residentFte: {
    label: 'Residents and fellows in the hospital',
    group: 'hospital',
    scope: 'hospital',
    form: 'count',
    caution: HOSPITAL_CAUTION,
  },
  residentBedRatio: {
    label: 'Residents per bed',
    group: 'hospital',
    scope: 'hospital',
    form: 'index',
    caution: 'Our division of two reported figures; not the audited ratio.',
  },
  traumaLevel: { label: 'Adult trauma level', group: 'hospital', scope: 'hospital', form: 'text' },
  rating: {
    label: 'Hospital rating',
    group: 'hospital',
    scope: 'hospital',
    form: 'stars',
    caution: 'Patient outcomes of the whole hospital; it says nothing about training.',
  },
  setting: {
    label: 'Setting',
    group: 'hospital',
    scope: 'hospital',
    form: 'text',
    caution: 'By location: rural is outside a metropolitan area.',
  },
  timeZone: { label: 'Time zone', group: 'place', scope: 'place', form: 'zone' },
  population: {
    label: 'People in the city',
    group: 'place',
    scope: 'place',
    form: 'count',
    caution: 'The city proper, not its metropolitan area.',
  },
  region: { label: 'Region', group: 'place', scope: 'place', form: 'text' },
  airportNear: {
    label: 'Nearest airport',
    group: 'place',
    scope: 'place',
    form: 'airport',
    caution: 'In a straight line from the city center.',
  },
  airportNext: {
    label: 'Next airport',
    group: 'place',
    scope: 'place',
    form: 'airport',
    caution: 'In a straight line from the city center.',
  },
  priceLevel: {
    label: 'Price level of the state',
    group: 'living',
    scope: 'state',
    form: 'index',
    caution: STATE_CAUTION,
  },
  housingLevel: {
    label: 'Housing price level of the state',
    group: 'living',
    scope: 'state',
    form: 'index',
    caution: STATE_CAUTION,
  },
  medianRent: {
    label: 'Median rent in the state',
    group: 'living',
    scope: 'state',
    form: 'money',
    caution: STATE_CAUTION,
  },
} as const satisfies Record<string, Field>;

export type FieldKey = keyof typeof FIELDS;
export const FIELD_KEYS = Object.keys(FIELDS) as FieldKey[];

/** The fields whose facts are stored with the program itself; the others are reached through its place, state or hospital. */
export type ProgramFieldKey = {
  [K in FieldKey]: (typeof FIELDS)[K]['scope'] extends 'program' ? K : never;
}[FieldKey];
