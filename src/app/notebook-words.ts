// What the state of the notebook means for the user, in a sentence. All is well without words.
import type { NotebookState } from '#state/notebook.ts';

const UNTIL_CLOSED = 'What you write lasts only until this tab closes.';

export interface NotebookWords {
  readonly sentence: string;
  /** What can be done about it. */
  readonly remedy: 'reload' | 'none';
}

export function notebookWords(state: NotebookState): NotebookWords | null {
  switch (state.kind) {
    case 'opening':
    case 'kept':
      return null;
    case 'waiting-for-older-tab':
      return {
        sentence: 'Another tab runs an older version of Cairn. Close it, and your notebook opens here.',
        remedy: 'none',
      };
    case 'memory':
      switch (state.reason) {
        case 'quota':
          return {
            sentence: `Not saved: there is no room left on this device. ${UNTIL_CLOSED}`,
            remedy: 'none',
          };
        case 'refused':
          return {
            sentence: `Not saved: this browser lets Cairn store nothing here, as private windows do. ${UNTIL_CLOSED}`,
            remedy: 'none',
          };
        default:
          return {
            sentence: `Not saved: the browser’s storage does not answer. ${UNTIL_CLOSED} Starting the browser again often mends it.`,
            remedy: 'none',
          };
      }
    case 'read-only':
      return {
        sentence:
          'A newer version of Cairn has written in your notebook. Here you can only read it; reload to write.',
        remedy: 'reload',
      };
    case 'closed':
      return {
        sentence:
          state.reason === 'erased'
            ? 'Everything was erased from another tab. Reload to begin anew.'
            : 'A newer version of Cairn is open in another tab. Reload to go on here.',
        remedy: 'reload',
      };
    case 'emptied':
      return {
        sentence:
          'The browser has removed your notebook from this device. What you see is still here while this tab stays open, but it is not saved.',
        remedy: 'none',
      };
    case 'failing':
      return {
        sentence:
          'Your notebook cannot be reached just now, so nothing is saved. What you see stays while this tab is open.',
        remedy: 'none',
      };
  }
}

/** What became of the user's words when something else went wrong. */
export function keptSentence(state: NotebookState): string {
  switch (state.kind) {
    case 'memory':
    case 'emptied':
    case 'failing':
      return 'This tab is not saving, so what you wrote lasts only until it closes. Try another screen before you reload.';
    case 'closed':
      return state.reason === 'erased'
        ? 'Your notebook was erased from another tab.'
        : 'What you wrote is kept on this device.';
    default:
      return 'Everything you wrote is kept on this device.';
  }
}
