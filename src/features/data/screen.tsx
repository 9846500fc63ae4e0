// Everything about the catalog: which one is here, how fresh and how whole it is, and where each part comes from. Of
// the notebook it tells one thing: what could not be read.
import { catalogState, retryCatalog } from '#state/catalog.ts';
import { Arrival } from '#ui/arrival.tsx';
import { Page, Section } from '#ui/page.tsx';
import { Contents } from './contents.tsx';
import { Coverage } from './coverage.tsx';
import { Damaged } from './damaged.tsx';
import { OwnCsv } from './own-csv.tsx';
import { SourceList } from './source-list.tsx';
import { Storage } from './storage.tsx';
import { Updates } from './updates.tsx';

function Catalog() {
  const catalog = catalogState.value;
  if (catalog.kind !== 'ready') {
    return <Arrival what="catalog" coming={catalog} onRetry={() => void retryCatalog()} />;
  }
  return (
    <>
      <Contents {...catalog} />
      <Updates />
      <Coverage specialties={catalog.overview.specialties} />
    </>
  );
}

export function Screen() {
  return (
    <Page
      title="Data"
      lead={
        <p>
          The catalog is what came with Cairn: facts about programs, each with its source and year. What you
          write is kept apart from it and outlives every update.
        </p>
      }
    >
      <Damaged />
      <Catalog />
      <Storage />
      <OwnCsv />
      <Section title="Where it comes from">
        <SourceList />
      </Section>
    </Page>
  );
}
