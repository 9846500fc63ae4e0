// Everything about the catalog: which one is here, what it holds, how it is stored, and where each part comes from. Of
// the notebook it tells one thing: what could not be read.
import { catalogState, retryCatalog } from '#state/catalog.ts';
import { Arrival } from '#ui/arrival.tsx';
import { Page, Section } from '#ui/page.tsx';
import { Contents } from './contents.tsx';
import { Damaged } from './damaged.tsx';
import { SourceList } from './source-list.tsx';

function Catalog() {
  const catalog = catalogState.value;
  return catalog.kind === 'ready' ? (
    <Contents {...catalog} />
  ) : (
    <Arrival what="catalog" coming={catalog} onRetry={() => void retryCatalog()} />
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
      <Section title="Where it comes from">
        <SourceList />
      </Section>
    </Page>
  );
}
