// The release of the catalog that is in use on this device.
import type { CatalogOverview } from '#domain/query.ts';
import { updateCatalog } from '#state/catalog.ts';
import { Button } from '#ui/button.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Figure } from '#ui/figure.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/page.tsx';
import { ageWords, dateWords } from './words.ts';

export interface ContentsProps {
  readonly overview: CatalogOverview;
  readonly held: boolean;
  readonly lost: number;
}

export function Contents({ overview, held, lost }: ContentsProps) {
  return (
    <Section title="On this device">
      <p>
        <Figure size="big" unit={`programs in ${overview.specialties.length} specialties`}>
          {overview.programs.toLocaleString('en-US')}
        </Figure>
      </p>
      {lost > 0 && (
        <Notice
          tone="warn"
          title="A part of the catalog could not be read"
          actions={
            <Button icon="refresh" onClick={() => void updateCatalog()}>
              Fetch it again
            </Button>
          }
        >
          {lost === 1 ? 'One part is' : `${lost} parts are`} damaged, so some programs are missing from every
          list. What you wrote is not touched.
        </Notice>
      )}
      <FactList>
        <FactLine label="Release">{overview.version}</FactLine>
        <FactLine label="Newest facts">
          {dateWords(overview.date)}, {ageWords(Date.parse(overview.date), Date.now())}
        </FactLine>
        <FactLine label="Storage">
          {held
            ? 'In memory only. It could not be stored, so it is fetched again at the next start.'
            : 'Stored on this device; no network is needed to read it.'}
        </FactLine>
      </FactList>
    </Section>
  );
}
