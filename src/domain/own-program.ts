// A program the user added because the catalog lacks it. It stands in every list beside the others, badged.
import * as z from 'zod/mini';
import { readField } from './field-input.ts';
import { isOwnPid } from './own.ts';
import { crockfordText, Pid, SpecialtyId } from './ids.ts';

/** @param random nine bytes or more, from a source that does not repeat. */
export function ownPid(random: Uint8Array): Pid {
  return Pid.parse(`u${crockfordText(random.subarray(0, 9))}`);
}

const Text = z.string().check(z.maxLength(200));

export const OwnProgram = z.strictObject({
  pid: Pid.check(z.refine(isOwnPid)),
  name: Text.check(z.minLength(1)),
  specialty: SpecialtyId,
  /** Empty where only the state is known. */
  city: Text,
  /** Two letters. */
  state: z.string().check(z.regex(/^[A-Z]{2}$/)),
  /** Degrees, of the city; absent where the city is none that Cairn knows. */
  lat: z.optional(z.number().check(z.gte(-90), z.lte(90))),
  lon: z.optional(z.number().check(z.gte(-180), z.lte(180))),
  acgmeId: z.optional(z.string().check(z.regex(/^\d{10}$/))),
  nrmpCode: z.optional(z.string().check(z.regex(/^\d{7}[A-Z][0-9A-Z]$/))),
  note: z.string().check(z.maxLength(20_000)),
  /** ISO date of the day it was added. */
  on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});
export type OwnProgram = z.infer<typeof OwnProgram>;

/** What the form holds while it is being filled in. */
export interface OwnProgramDraft {
  readonly name: string;
  readonly specialty: string;
  readonly city: string;
  readonly state: string;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly acgmeId: string;
  readonly nrmpCode: string;
  readonly note: string;
}

export const EMPTY_OWN_PROGRAM: OwnProgramDraft = {
  name: '',
  specialty: '',
  city: '',
  state: '',
  lat: null,
  lon: null,
  acgmeId: '',
  nrmpCode: '',
  note: '',
};

export const draftOfProgram = (program: OwnProgram): OwnProgramDraft => ({
  ...EMPTY_OWN_PROGRAM,
  name: program.name,
  specialty: program.specialty,
  city: program.city,
  state: program.state,
  lat: program.lat ?? null,
  lon: program.lon ?? null,
  acgmeId: program.acgmeId ?? '',
  nrmpCode: program.nrmpCode ?? '',
  note: program.note,
});

export type OwnProgramReading =
  | { readonly kind: 'program'; readonly program: OwnProgram }
  /** What to mend, by the field of the draft. */
  | {
      readonly kind: 'refused';
      readonly sentences: Readonly<Partial<Record<keyof OwnProgramDraft, string>>>;
    };

/** Checks a filled-in form. */
export function readOwnProgram(
  draft: OwnProgramDraft,
  { pid, on }: Pick<OwnProgram, 'pid' | 'on'>,
): OwnProgramReading {
  const sentences: Partial<Record<keyof OwnProgramDraft, string>> = {};
  const name = draft.name.trim();
  if (name === '') sentences.name = 'Enter the name of the program.';
  if (name.length > 200) sentences.name = 'Enter at most 200 characters.';
  if (!SpecialtyId.safeParse(draft.specialty).success) sentences.specialty = 'Choose a specialty.';
  if (!/^[A-Z]{2}$/.test(draft.state)) sentences.state = 'Choose a state.';
  if (draft.city.trim().length > 200) sentences.city = 'Enter at most 200 characters.';
  const codes: { acgmeId?: string; nrmpCode?: string } = {};
  for (const field of ['acgmeId', 'nrmpCode'] as const) {
    const read = readField(field, draft[field]);
    if (read.kind === 'refused') sentences[field] = read.sentence;
    if (read.kind === 'value') codes[field] = String(read.value);
  }
  const parsed = OwnProgram.safeParse({
    pid,
    on,
    name,
    specialty: draft.specialty,
    city: draft.city.trim(),
    state: draft.state,
    ...(draft.lat === null || draft.lon === null ? {} : { lat: draft.lat, lon: draft.lon }),
    ...codes,
    note: draft.note,
  });
  if (parsed.success && Object.keys(sentences).length === 0) return { kind: 'program', program: parsed.data };
  return { kind: 'refused', sentences };
}
