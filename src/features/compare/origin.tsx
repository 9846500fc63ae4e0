// Where a value comes from: each source with its year, what it is worth, and the trap to beware of.
import { sources } from '#state/sources.ts';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import type { Cell } from './model.ts';

export interface OpenedCell {
  readonly label: string;
  readonly program: string;
  readonly cell: Cell;
}

export function Origin({
  cell: opened,
  onClose,
}: {
  readonly cell: OpenedCell | null;
  readonly onClose: () => void;
}) {
  return (
    <Sheet
      open={opened !== null}
      onClose={onClose}
      title={opened ? `${opened.label}: ${opened.cell.words}` : ''}
    >
      <p>{opened?.program}</p>
      <FactList>
        {opened?.cell.facts.map((fact) => {
          const source = sources.value.get(fact.source);
          return (
            <FactLine
              key={fact.source}
              label={fact.year === null ? 'No year given' : String(fact.year)}
              note={source?.weakness}
            >
              {source?.title ?? fact.source}
            </FactLine>
          );
        })}
      </FactList>
      {opened?.cell.caution !== undefined && <Notice>{opened.cell.caution}</Notice>}
    </Sheet>
  );
}
