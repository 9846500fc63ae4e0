// Where a value comes from: the user's own, then each source with its year, what it is worth, and the trap to beware of;
// and the way to put a value of one's own in its place.
import { isOwn } from '#domain/own.ts';
import { factWords } from '#domain/words.ts';
import { sources } from '#state/sources.ts';
import { ButtonLink } from '#ui/button.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Notice } from '#ui/notice.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Tag } from '#ui/tag.tsx';
import { type Cell, correctionAddress } from './model.ts';

export interface OpenedCell {
  readonly label: string;
  readonly program: string;
  readonly pid: string;
  readonly cell: Cell;
}

export function Origin({
  cell: opened,
  onClose,
}: {
  readonly cell: OpenedCell | null;
  readonly onClose: () => void;
}) {
  const field = opened?.cell.field;
  return (
    <Sheet
      open={opened !== null}
      onClose={onClose}
      title={opened ? `${opened.label}: ${opened.cell.words}` : ''}
      foot={
        opened && field ? (
          <ButtonLink icon="edit" href={correctionAddress(opened.pid, field)} onClick={onClose}>
            {opened.cell.facts.some(isOwn) ? 'Change or withdraw yours' : 'This is wrong: enter your own'}
          </ButtonLink>
        ) : undefined
      }
    >
      <p>{opened?.program}</p>
      <FactList>
        {opened?.cell.facts.map((fact, at) => {
          const source = sources.value.get(fact.source);
          return (
            <FactLine
              key={`${fact.source}-${at}`}
              label={isOwn(fact) ? <Tag tone="accent">yours</Tag> : (fact.year ?? 'No year given')}
              own={isOwn(fact)}
              note={
                isOwn(fact) ? (
                  `Entered in ${fact.year}`
                ) : (
                  <>
                    {source?.title ?? fact.source}
                    {source?.weakness && (
                      <>
                        <br />
                        Weakness: {source.weakness}
                      </>
                    )}
                  </>
                )
              }
            >
              {field ? factWords(field, fact) : String(fact.value)}
            </FactLine>
          );
        })}
      </FactList>
      {opened?.cell.differ && (
        <Notice tone="warn">
          The sources differ. The newest stands first, and it is the one that counts.
        </Notice>
      )}
      {opened?.cell.caution !== undefined && <Notice>{opened.cell.caution}</Notice>}
    </Sheet>
  );
}
