// Programs put on the list: those that invited you first, then whatever else you keep, then any other by its name. Each
// goes to the end; where it belongs is for you to say.
import { useSignal } from '@preact/signals';
import type { Pid } from '#domain/ids.ts';
import { MOST_ENTRIES, orderOf, type RankList } from '#domain/rank-list.ts';
import type { ProgramQuery } from '#domain/query.ts';
import { STAGE_WORDS, type ShortlistEntry } from '#domain/shortlist.ts';
import { programName, whereWords } from '#domain/words.ts';
import { listOf } from '#state/answers.ts';
import { addEntries } from '#state/rank-lists.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/page.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import styles from './add-sheet.module.css';
import { announce } from './announce.ts';
import { candidatesOf, wasInvited } from './model.ts';
import { changed } from './moves.ts';

export interface AddSheetProps {
  readonly list: RankList;
  readonly shortlist: readonly ShortlistEntry[];
  readonly onClose: () => void;
}

const FOUND_SHOWN = 12;
const LEAST_LETTERS = 2;

interface Offered {
  readonly pid: Pid;
  readonly label: string;
  readonly detail: string;
}

export function AddSheet({ list, shortlist, onClose }: AddSheetProps) {
  const text = useSignal('');
  const found = useAnswer(
    () =>
      listOf((): ProgramQuery | undefined =>
        text.value.trim().length < LEAST_LETTERS
          ? undefined
          : { text: text.value, filter: { unconfirmed: true }, sort: 'best' },
      ),
    [],
  );
  const state = orderOf(list);
  const here = new Set([...state.order, ...state.bin].map(({ pid }) => pid));
  const room = MOST_ENTRIES - state.order.length;
  const candidates = candidatesOf(state, shortlist);
  const invited = candidates.filter(wasInvited);

  const add = (entries: readonly { readonly pid: Pid; readonly label: string }[]) => {
    const [only, ...others] = entries;
    if (!only) return;
    void addEntries(
      list.listId,
      entries.map(({ pid, label }) => ({ pid, label })),
    );
    changed.value = list.listId;
    const count = state.order.length + entries.length;
    announce(
      others.length === 0
        ? `${programName(only.label)} is on your list, at ${count}, the end.`
        : `${entries.length} programs are on your list. It holds ${count} now.`,
    );
  };
  const offer = ({ pid, label, detail }: Offered) => (
    <li key={pid} class={styles.offer}>
      <span class={styles.name}>
        {programName(label)}
        <small>{detail}</small>
      </span>
      <Button icon="plus" disabled={room === 0} onClick={() => add([{ pid, label }])}>
        Add<VisuallyHidden> {programName(label)}</VisuallyHidden>
      </Button>
    </li>
  );
  const asked = text.value.trim().length >= LEAST_LETTERS;
  const first = asked ? (found?.first ?? []).filter(({ pid }) => !here.has(pid)).slice(0, FOUND_SHOWN) : [];

  return (
    <Sheet
      open
      onClose={onClose}
      title="Add programs"
      foot={
        <Button look="solid" onClick={onClose}>
          Done
        </Button>
      }
    >
      {room === 0 && (
        <Notice tone="warn">
          A rank list holds at most {MOST_ENTRIES} lines, and this one is full. Move one off it to add
          another.
        </Notice>
      )}
      {candidates.length > 0 && (
        <Section
          title="Programs you keep"
          aside={
            invited.length > 1 && invited.length <= room ? (
              <Button look="quiet" onClick={() => add(invited)}>
                Add all {invited.length} that invited you
              </Button>
            ) : undefined
          }
        >
          <ul class={styles.list}>
            {candidates.map(({ pid, label, stage }) =>
              offer({ pid, label, detail: STAGE_WORDS[stage].toLowerCase() }),
            )}
          </ul>
        </Section>
      )}
      <Section title={candidates.length > 0 ? 'Any other program' : 'Find a program'}>
        <TextField
          label="Name, city or code"
          type="search"
          autoComplete="off"
          value={text.value}
          onType={(typed) => {
            text.value = typed;
          }}
        />
        {asked && found !== undefined && (
          <p role="status" class={styles.count}>
            {first.length === 0 ? 'Nothing found that is not on your list already.' : `${first.length} found`}
          </p>
        )}
        <ul class={styles.list}>
          {first.map((row) =>
            offer({ pid: row.pid, label: row.name, detail: `${whereWords(row)} · ${row.specialty}` }),
          )}
        </ul>
      </Section>
    </Sheet>
  );
}
