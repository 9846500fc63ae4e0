// What a table of the user's brings, into the notebook and out again: whole, or not at all.
import type { FieldKey } from '#domain/field.ts';
import type { ProgramMatch, ProgramNames } from '#domain/query.ts';
import { type Imported, importOwnRows, type OwnRows, undoImport } from '#storage/own-import.ts';
import type { WriteOutcome } from '#storage/write.ts';
import { engine } from '#worker/engine-client.ts';
import { type Answer, answerTo } from './answers.ts';
import { becomeReadOnly, notebookState, whenOpen } from './notebook.ts';
import { askToPersist } from './persistence.ts';

export type ImportOutcome =
  | {
      readonly kind: 'written';
      /** Rows that are another now. */
      readonly rows: number;
      readonly undo: () => Promise<void>;
    }
  | { readonly kind: 'failing'; readonly sentence: string };

const NOTHING_KEPT = 'Nothing of this table was saved, and nothing else was changed.';

function sentenceOf(outcome: Exclude<WriteOutcome<unknown>, { kind: 'written' }>): string {
  if (outcome.kind === 'failed' && outcome.failure.kind === 'quota')
    return `There is no room left on this device. ${NOTHING_KEPT}`;
  return outcome.kind === 'refused' && outcome.reason === 'newer-notebook'
    ? `A newer version of Cairn has opened your notebook, so this one can no longer save. ${NOTHING_KEPT}`
    : `Your notebook could not be written. ${NOTHING_KEPT}`;
}

export async function importOwn(rows: OwnRows): Promise<ImportOutcome> {
  const db = await whenOpen();
  const outcome = await importOwnRows(db, rows, Date.now());
  if (outcome.kind !== 'written') {
    if (outcome.kind === 'refused' && outcome.reason === 'newer-notebook') becomeReadOnly();
    return { kind: 'failing', sentence: sentenceOf(outcome) };
  }
  if (notebookState.peek().kind === 'kept') void askToPersist();
  const imported: Imported = outcome.value;
  return {
    kind: 'written',
    rows: imported.corrections.length + imported.programs.length,
    undo: async () => {
      await undoImport(await whenOpen(), imported, Date.now());
    },
  };
}

/** The programs that rows of a table name, with what is published of the fields asked for. */
export const matchesOf = (
  question: () =>
    | { readonly rows: readonly ProgramNames[]; readonly fields: readonly FieldKey[] }
    | undefined,
): Answer<ProgramMatch[]> => answerTo(question, ({ rows, fields }, who) => engine().match(rows, fields, who));
