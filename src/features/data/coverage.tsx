// What the catalog holds of each specialty, against what others have counted. Where nobody has published a number of
// programs it says so, and it never divides one by the other: the counts are of different things.
import type { Specialty } from '#domain/catalog.ts';
import { factOf } from '#domain/fact.ts';
import { sourceWords } from '#state/sources.ts';
import { Blank } from '#ui/fact-list.tsx';
import { Section } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import styles from './screen.module.css';

const KINDS: Record<Specialty['kind'], string> = {
  residency: 'residency',
  preliminary: 'preliminary year',
  transitional: 'transitional year',
  combined: 'combined residency',
  independent: 'after another residency',
};

function Counted({ published = [] }: Pick<Specialty, 'published'>) {
  if (published.length === 0) return <Blank>not published</Blank>;
  return (
    <>
      {published.map(factOf).map((fact) => (
        <span class={styles.counted} key={fact.source}>
          {fact.value.toLocaleString('en-US')} <small class={styles.quiet}>{sourceWords(fact)}</small>
        </span>
      ))}
    </>
  );
}

export function Coverage({ specialties }: { readonly specialties: readonly Specialty[] }) {
  const most = specialties.toSorted((a, b) => b.programs - a.programs);
  return (
    <Section title="How complete it is">
      <p>
        No public list is whole. Beside what is here stands what others counted: tracks of the Match, of which
        a program may have several, or programs of a register, in which a combined program may be counted
        twice.
      </p>
      <details class={styles.details}>
        <summary>Programs by specialty</summary>
        <Table
          caption="Number of programs in each specialty"
          columns={[
            { key: 'name', label: 'Specialty' },
            { key: 'programs', label: 'Here', numeric: true },
            { key: 'published', label: 'Counted by others', numeric: true },
          ]}
          rows={most.map(({ id, name, kind, programs, published }) => ({
            key: id,
            cells: [
              <>
                {name} <small class={styles.quiet}>{KINDS[kind]}</small>
              </>,
              programs.toLocaleString('en-US'),
              <Counted {...(published && { published })} />,
            ],
          }))}
        />
      </details>
    </Section>
  );
}
