// The list taken along: as text, as a table, on paper. Where a code is not known it says so before and in the file.
import { useState } from 'preact/hooks';
import type { RankList } from '#domain/rank-list.ts';
import type { ShortlistEntry } from '#domain/shortlist.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { codeOf } from './codes.ts';
import styles from './export-sheet.module.css';
import { csvOf, fileName, textOf } from './export-text.ts';
import type { Line } from './model.ts';

export interface ExportSheetProps {
  readonly list: RankList;
  readonly lines: readonly Line[];
  readonly shortlist: readonly ShortlistEntry[];
  /** ISO date of the day. */
  readonly on: string;
  readonly onClose: () => void;
}

const PLACES = new Intl.ListFormat('en-US');

/** Hands a file over to the browser. */
function save(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then; a moment later is early enough to let go.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export function ExportSheet({ list, lines, shortlist, on, onClose }: ExportSheetProps) {
  const [withNotes, setWithNotes] = useState(false);
  const [told, setTold] = useState('');
  const notes = withNotes ? new Map<string, string>(shortlist.map(({ pid, note }) => [pid, note])) : null;
  const options = { notes, on };
  const without = lines.filter(({ entry, program }) => codeOf(entry, program).kind !== 'code');
  const text = textOf(list, lines, options);
  const name = fileName(list, on);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setTold('Copied. Paste it wherever you need it.');
    } catch {
      setTold('The browser did not allow copying. Mark the text below and copy it by hand.');
    }
  };
  return (
    <Sheet open onClose={onClose} title="Take it along">
      {without.length > 0 && (
        <Notice
          tone="warn"
          title={
            without.length === 1 ? 'One line has no NRMP code' : `${without.length} lines have no NRMP code`
          }
        >
          {without.length === 1 ? 'Line' : 'Lines'} {PLACES.format(without.map(({ place }) => String(place)))}
          . The export says so in the place of the code; look them up before you enter the list.
        </Notice>
      )}
      <CheckField
        label="Take my notes along"
        hint="Leave it off for a copy that others may see."
        checked={withNotes}
        onCommit={setWithNotes}
      />
      <ButtonRow>
        <Button
          icon="download"
          onClick={() => {
            save(`${name}.csv`, 'text/csv;charset=utf-8', csvOf(lines, options));
            setTold(`Saved as ${name}.csv.`);
          }}
        >
          Spreadsheet (CSV)
        </Button>
        <Button
          icon="download"
          onClick={() => {
            save(`${name}.txt`, 'text/plain;charset=utf-8', text);
            setTold(`Saved as ${name}.txt.`);
          }}
        >
          Text
        </Button>
        <Button look="quiet" icon="share" onClick={() => void copy()}>
          Copy
        </Button>
        <Button
          look="quiet"
          icon="print"
          onClick={() => {
            onClose();
            // The dialog must be gone from the page before it is put on paper.
            setTimeout(() => window.print(), 0);
          }}
        >
          Print
        </Button>
      </ButtonRow>
      <p role="status">{told}</p>
      {/* Focusable, so that a keyboard can scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre class={styles.text} tabIndex={0} role="region" aria-label="The list as text">
        {text}
      </pre>
    </Sheet>
  );
}
