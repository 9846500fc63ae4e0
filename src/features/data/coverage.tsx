// What the catalog holds of each specialty, against what others have counted. Where nobody has published a number of
// programs it says so, and it never divides one by the other: the counts are of different things.
import type { Specialty } from '#domain/catalog.ts';
import { type Fact, factOf } from '#domain/fact.ts';
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

/** Everybody who has counted, newest first, each with the year. */
function countersOf(specialties: readonly Specialty[]): Fact[] {
  const counters = new Map<string, Fact>();
  for (const { published = [] } of specialties) {
    for (const fact of published.map(factOf)) counters.set(`${fact.source} ${fact.year}`, fact);
  }
  return [...counters.values()].toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0));
}

function Counted({ published = [], by }: Pick<Specialty, 'published'> & { readonly by: Fact }) {
  const found = published.map(factOf).find(({ source, year }) => source === by.source && year === by.year);
  if (!found) return <Blank>not published</Blank>;
  return <>{found.value.toLocaleString('en-US')}</>;
}

export function Coverage({ specialties }: { readonly specialties: readonly Specialty[] }) {
  const most = specialties.toSorted((a, b) => b.programs - a.programs);
  const counters = countersOf(specialties);
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
            ...counters.map((by) => ({
              key: `${by.source} ${by.year}`,
              label: sourceWords(by),
              numeric: true,
            })),
          ]}
          rows={most.map(({ id, name, kind, programs, published }) => ({
            key: id,
            cells: [
              <>
                {name} <small class={styles.quiet}>{KINDS[kind]}</small>
              </>,
              programs.toLocaleString('en-US'),
              ...counters.map((by) => <Counted by={by} {...(published && { published })} />),
            ],
          }))}
        />
      </details>
    </Section>
  );
}
