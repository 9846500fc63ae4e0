// The user's own value for a field of a program: shown as "yours", it wins for them over what is published, outlives
// every new catalog and is never sent anywhere. What a value of each field must be is in field-input.ts.
import * as z from 'zod/mini';
import type { FactValue } from './fact.ts';
import { FIELD_KEYS, type FieldKey } from './field.ts';
import { FIELD_INPUTS } from './field-input.ts';
import { Pid } from './ids.ts';

/** The kind alone: bounds are checked when a value is entered, so that a bound that moves makes no old row unreadable. */
const isOfKind = (field: FieldKey, value: FactValue): boolean => {
  const { kind } = FIELD_INPUTS[field];
  const wanted = kind === 'number' || kind === 'share' ? 'number' : kind === 'yes-no' ? 'boolean' : 'string';
  return typeof value === wanted && (wanted !== 'number' || Number.isFinite(value));
};

export const Correction = z
  .strictObject({
    pid: Pid,
    field: z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]),
    value: z.union([z.string().check(z.minLength(1), z.maxLength(2000)), z.number(), z.boolean()]),
    /** Where it is from, in the user's words; may be empty. */
    note: z.string().check(z.maxLength(2000)),
    /** ISO date of the day it was entered. */
    on: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
    /** The program's name on that day, so that the row can be read whatever becomes of the catalog. */
    label: z.string().check(z.maxLength(400)),
  })
  .check(z.refine(({ field, value }) => isOfKind(field, value), { path: ['value'] }));
export type Correction = z.infer<typeof Correction>;

/** One a program and field. */
export const correctionId = ({ pid, field }: Pick<Correction, 'pid' | 'field'>): string => `${pid}/${field}`;

/** A correction as the engine needs it. */
export interface OwnValue {
  readonly pid: Pid;
  readonly field: FieldKey;
  readonly value: FactValue;
  /** Year it was entered in. */
  readonly year: number;
}

export const ownValueOf = ({ pid, field, value, on }: Correction): OwnValue => ({
  pid,
  field,
  value,
  year: Number(on.slice(0, 4)),
});
