// What is typed in a form that is not saved yet: kept on this device at each keystroke, so that it outlives the tab, and
// forgotten when the form is saved or given up. A draft is no part of the notebook: nothing counts it.
import { readSetting, writeSetting } from './device.ts';

/** @returns null where nothing is kept, or it cannot be read as fields of text. */
export function readDraft(form: string): Readonly<Record<string, string>> | null {
  try {
    const kept: unknown = JSON.parse(readSetting(`draft:${form}`) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return null;
    return Object.fromEntries(Object.entries(kept).filter(([, text]) => typeof text === 'string'));
  } catch {
    return null;
  }
}

export const keepDraft = (form: string, fields: Readonly<Record<string, string>>): void =>
  writeSetting(`draft:${form}`, JSON.stringify(fields));

export const forgetDraft = (form: string): void => writeSetting(`draft:${form}`, null);
