// Several lists beside each other, such as one of each specialty or one for "if we couple". Switching, naming, copying
// and letting go; a list let go can be taken back.
import { useState } from 'preact/hooks';
import { currentOf, type ListKind, orderOf, type RankList } from '#domain/rank-list.ts';
import { chooseList, letListGo, renameList, startList, takeListBack } from '#state/rank-lists.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { Section } from '#ui/page.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toast.tsx';
import { freeName } from './list-names.ts';

export interface ListsSheetProps {
  readonly lists: readonly RankList[];
  readonly onClose: () => void;
}

const countWords = (list: RankList) => {
  const { length } = orderOf(list).order;
  const kind = list.kind === 'supplemental' ? ', supplemental' : '';
  return `${length} ${length === 1 ? 'line' : 'lines'}${kind}`;
};

function NewList({ lists }: { readonly lists: readonly RankList[] }) {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<ListKind>('primary');
  const [wrong, setWrong] = useState<string | undefined>();
  const make = async () => {
    if (name.trim() === '') {
      setWrong('Give it a name first.');
      return;
    }
    const made = await startList({ name: freeName(name.trim(), lists), kind, from: 'empty', order: [] });
    setWrong(
      made.kind === 'refused' ? 'That is too many lists. Let one go before you make another.' : undefined,
    );
    if (made.kind === 'written') setName('');
  };
  return (
    <Section title="A new list">
      <TextField label="Name" value={name} maxLength={60} error={wrong} onType={setName} />
      <RadioGroup
        label="What it is for"
        value={kind}
        choices={[
          { value: 'primary', label: 'Where I want to train' },
          {
            value: 'supplemental',
            label: 'A first year for advanced programs',
            hint: 'A supplemental list: preliminary programs only. The official system asks which advanced programs it belongs to.',
          },
        ]}
        onCommit={setKind}
      />
      <Button icon="plus" onClick={() => void make()}>
        Make this list
      </Button>
    </Section>
  );
}

export function ListsSheet({ lists, onClose }: ListsSheetProps) {
  const current = currentOf(lists);
  if (!current) return null;
  const letGo = () => {
    void letListGo(current.listId);
    showToast({
      words: `${current.name} is let go.`,
      undo: () => void takeListBack(current.listId),
    });
    if (lists.length === 1) onClose();
  };
  const copy = () => {
    const { order, bin } = orderOf(current);
    void startList({
      name: freeName(`${current.name} copy`, lists),
      kind: current.kind,
      from: 'copy',
      order,
      bin,
    });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title="Your rank lists"
      foot={
        <Button look="solid" onClick={onClose}>
          Done
        </Button>
      }
    >
      <RadioGroup
        label="The list you work on"
        value={current.listId as string}
        choices={lists.map((list) => ({
          value: list.listId as string,
          label: list.name,
          hint: countWords(list),
        }))}
        onCommit={(id) => {
          const list = lists.find(({ listId }) => listId === id);
          if (list) void chooseList(list.listId);
        }}
      />
      <Section title={current.name}>
        <TextField
          key={current.listId}
          label="Name"
          value={current.name}
          maxLength={60}
          onCommit={(name) => void renameList(current.listId, name)}
        />
        <ButtonRow>
          <Button icon="plus" onClick={copy}>
            Copy it
          </Button>
          <Button look="quiet" icon="trash" onClick={letGo}>
            Let it go
          </Button>
        </ButtonRow>
      </Section>
      <NewList lists={lists} />
    </Sheet>
  );
}
