// What the catalog on this device holds.
import type { CatalogOverview } from '#domain/query.ts';
import { retryCatalog } from '#state/catalog.ts';
import { Button } from '#ui/button.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Figure } from '#ui/figure.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import styles from './screen.module.css';

// A date without a time is the same day everywhere.
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

const KINDS: Record<CatalogOverview['specialties'][number]['kind'], string> = {
  residency: 'residency',
  preliminary: 'preliminary year',
  transitional: 'transitional year',
  combined: 'combined residency',
  independent: 'after another residency',
};

export interface ContentsProps {
  readonly overview: CatalogOverview;
  readonly held: boolean;
  readonly lost: number;
}

export function Contents({ overview, held, lost }: ContentsProps) {
  const specialties = [...overview.specialties].sort((a, b) => b.programs - a.programs);
  return (
    <Section title="On this device">
      <p>
        <Figure size="big" unit={`programs in ${specialties.length} specialties`}>
          {overview.programs.toLocaleString('en-US')}
        </Figure>
      </p>
      {lost > 0 && (
        <Notice
          tone="warn"
          title="A part of the catalog could not be read"
          actions={
            <Button icon="refresh" onClick={() => void retryCatalog()}>
              Fetch it again
            </Button>
          }
        >
          {lost === 1 ? 'One part is' : `${lost} parts are`} damaged, so some programs are missing from every
          list. What you wrote is not touched.
        </Notice>
      )}
      <FactList>
        <FactLine label="Newest facts">{DATE.format(new Date(overview.date))}</FactLine>
        <FactLine label="Version">{overview.version}</FactLine>
        <FactLine label="Storage">
          {held
            ? 'In memory only. It could not be stored, so it is fetched again at the next start.'
            : 'Stored on this device; no network is needed to read it.'}
        </FactLine>
      </FactList>
      <details class={styles.details}>
        <summary>Programs by specialty</summary>
        <Table
          caption="Number of programs in each specialty"
          columns={[
            { key: 'name', label: 'Specialty' },
            { key: 'kind', label: 'Kind' },
            { key: 'programs', label: 'Programs', numeric: true },
          ]}
          rows={specialties.map(({ id, name, kind, programs }) => ({
            key: id,
            cells: [name, KINDS[kind], programs.toLocaleString('en-US')],
          }))}
        />
      </details>
    </Section>
  );
}
