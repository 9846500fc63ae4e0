import { describe, expect, it } from 'vitest';
import { keptSentence, notebookWords } from '#app/notebook-words.ts';
import type { NotebookState } from '#state/notebook.ts';

const failure = { kind: 'failing', names: ['AbortError'] } as const;
const UNSAVED: NotebookState[] = [
  { kind: 'memory', reason: 'quota' },
  { kind: 'memory', reason: 'refused' },
  { kind: 'memory', reason: 'hanging' },
  { kind: 'emptied' },
  { kind: 'failing', failure },
];

describe('the words about the notebook', () => {
  it('are none while all is well', () => {
    expect(notebookWords({ kind: 'opening' })).toBeNull();
    expect(notebookWords({ kind: 'kept' })).toBeNull();
  });

  it.each(UNSAVED)('say that nothing is saved: $kind $reason', (state) => {
    expect(notebookWords(state)?.sentence).toMatch(/not saved|nothing is saved/i);
    expect(keptSentence(state)).toMatch(/not saving/);
  });

  it('name the cause of each kind of memory', () => {
    const causes = (['quota', 'refused', 'hanging'] as const).map(
      (reason) => notebookWords({ kind: 'memory', reason })?.sentence,
    );
    expect(new Set(causes).size).toBe(3);
  });

  it('offer a reload only where it helps', () => {
    expect(notebookWords({ kind: 'closed', reason: 'newer-tab' })?.remedy).toBe('reload');
    expect(notebookWords({ kind: 'read-only', reason: 'newer-notebook' })?.remedy).toBe('reload');
    for (const state of UNSAVED) expect(notebookWords(state)?.remedy).toBe('none');
  });

  it('never say that what was erased is kept', () => {
    expect(keptSentence({ kind: 'closed', reason: 'erased' })).not.toMatch(/kept/);
    expect(keptSentence({ kind: 'kept' })).toMatch(/kept on this device/);
  });
});
