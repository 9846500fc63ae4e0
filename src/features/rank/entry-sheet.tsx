// One line opened: where it stands and how to move it without dragging, its track and code, the note, and the ways out.
import { useState } from 'preact/hooks';
import { MOST_ENTRIES, NRMP_CODE, orderOf, type RankList } from '#domain/rank-list.ts';
import type { Track } from '#domain/program.ts';
import type { ShortlistEntry } from '#domain/shortlist.ts';
import { points, programName, rangeWords, whereWords } from '#domain/words.ts';
import { addEntries } from '#state/rank-lists.ts';
import { keepProgram, writeNote } from '#state/shortlist.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { TextField } from '#ui/text-field.tsx';
import { announce } from './announce.ts';
import { codeOf, codeWords, TRACK_WORDS } from './codes.ts';
import styles from './entry-sheet.module.css';
import { byScoreWords, type Line } from './model.ts';
import { chooseTrack, moveTo, putAside, removeEntry } from './moves.ts';
import type { Warning } from './warnings.ts';

export interface EntrySheetProps {
  readonly list: RankList;
  readonly line: Line;
  readonly of: number;
  readonly kept: ShortlistEntry | undefined;
  readonly warnings: readonly Warning[];
  readonly onClose: () => void;
}

const OPEN = 'open';

function Tracks({ list, line }: Pick<EntrySheetProps, 'list' | 'line'>) {
  const { entry, name, program } = line;
  const tracks = program?.tracks ?? [];
  const others = tracks.filter(({ code }) => code !== entry.trackCode);
  const onList = new Set(orderOf(list).order.map(({ trackCode }) => trackCode));
  const full = orderOf(list).order.length >= MOST_ENTRIES;
  const add = ({ code, type }: Track) => {
    void addEntries(list.listId, [{ pid: entry.pid, label: entry.label, trackCode: code }], line.place);
    announce(`The ${TRACK_WORDS[type]} track of ${name} is a line of its own now, at ${line.place + 1}.`);
  };
  return (
    <>
      <RadioGroup
        label="Track in the Match"
        value={entry.trackCode ?? OPEN}
        choices={[
          ...tracks.map(({ code, type, name: track }) => ({
            value: code,
            label: `${code}, ${TRACK_WORDS[type]}`,
            hint: track,
          })),
          ...(entry.trackCode !== undefined && !tracks.some(({ code }) => code === entry.trackCode)
            ? [{ value: entry.trackCode, label: `${entry.trackCode}, yours` }]
            : []),
          { value: OPEN, label: 'Not chosen yet' },
        ]}
        onCommit={(code) => chooseTrack(list, entry.id, code === OPEN ? null : code)}
      />
      {entry.trackCode !== undefined && !full && (
        <ButtonRow>
          {others
            .filter(({ code }) => !onList.has(code))
            .map((track) => (
              <Button key={track.code} look="quiet" icon="plus" onClick={() => add(track)}>
                Add {track.code}, {TRACK_WORDS[track.type]}, as a line of its own
              </Button>
            ))}
        </ButtonRow>
      )}
    </>
  );
}

function Code({ list, line }: Pick<EntrySheetProps, 'list' | 'line'>) {
  const { entry, program } = line;
  const [wrong, setWrong] = useState<string | undefined>();
  const { trackCode: _chosen, ...unchosen } = entry;
  const known = codeWords(codeOf(unchosen, program));
  return (
    <TextField
      label="NRMP code"
      hint={
        known
          ? `The catalog knows ${known}. Write another only if the official system shows another.`
          : 'Seven digits, a letter and one more sign, as the official system shows it: 1265400C0.'
      }
      value={entry.trackCode ?? ''}
      error={wrong}
      maxLength={20}
      autoComplete="off"
      onCommit={(text) => {
        const code = text.trim().toUpperCase();
        const isCode = code === '' || NRMP_CODE.test(code);
        setWrong(isCode ? undefined : 'That is no NRMP code. It looks like 1265400C0.');
        if (isCode) chooseTrack(list, entry.id, code === '' ? null : code);
      }}
    />
  );
}

export function EntrySheet({ list, line, of, kept, warnings, onClose }: EntrySheetProps) {
  const { entry, name, place, program } = line;
  const row = program?.row;
  const out = (act: (from: RankList, id: number) => void) => () => {
    onClose();
    act(list, entry.id);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={name}
      foot={
        <>
          <Button icon="ban" onClick={out(putAside)}>
            Do not rank
          </Button>
          <Button look="quiet" icon="trash" onClick={out(removeEntry)}>
            Remove
          </Button>
        </>
      }
    >
      <div class={styles.head}>
        <p>{[row && whereWords(row), row?.specialty].filter(Boolean).join(' · ') || 'Not in this catalog'}</p>
        {row?.fit && (
          <p>
            Fit {points(row.fit.value)} of 100, {rangeWords(row.fit)}; {byScoreWords(line)}.
          </p>
        )}
        {row && programName(entry.label) !== name && <p>You added it as {programName(entry.label)}.</p>}
      </div>
      {warnings.length > 0 && (
        <ul class={styles.warnings}>
          {warnings.map(({ key, sentence }) => (
            <li key={key}>{sentence}</li>
          ))}
        </ul>
      )}
      <div class={styles.move}>
        <NumberField
          label="Place on your list"
          value={place}
          min={1}
          max={of}
          after={`of ${of}`}
          onCommit={(to) => to !== undefined && moveTo(list, entry.id, to - 1)}
        />
        <ButtonRow>
          <Button icon="chevron-up" disabled={place === 1} onClick={() => moveTo(list, entry.id, 0)}>
            To the top
          </Button>
          <Button icon="chevron-down" disabled={place === of} onClick={() => moveTo(list, entry.id, of - 1)}>
            To the end
          </Button>
        </ButtonRow>
      </div>
      {(program?.tracks.length ?? 0) > 1 ? (
        <Tracks list={list} line={line} />
      ) : (
        program && <Code list={list} line={line} />
      )}
      {kept ? (
        <TextField
          label="Your note"
          hint="The same note as on the program's page. Kept as you type, on this device only."
          lines={3}
          maxLength={20_000}
          value={kept.note}
          onType={(text) => void writeNote(kept.pid, text)}
        />
      ) : (
        <Button look="quiet" icon="keep" onClick={() => void keepProgram(entry.pid, entry.label)}>
          Keep it, to write a note
        </Button>
      )}
      {row && (
        <ButtonLink look="quiet" icon="programs" href={`/programs/${row.pid}`}>
          Open its page
        </ButtonLink>
      )}
    </Sheet>
  );
}
