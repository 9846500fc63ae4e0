// Everything about the catalog: which one is here, what it holds, how it is stored, and where each part comes from. Of
// the notebook it tells one thing: what could not be read.
import { catalogState, retryCatalog } from '#state/catalog.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { Page, Section } from '#ui/page.tsx';
import { Progress } from '#ui/progress.tsx';
import { Contents } from './contents.tsx';
import { Damaged } from './damaged.tsx';
import { SourceList } from './source-list.tsx';

function Catalog() {
  const catalog = catalogState.value;
  switch (catalog.kind) {
    case 'starting':
      return null;
    case 'fetching':
      return (
        <Progress
          label="Fetching the catalog"
          done={catalog.done}
          of={catalog.of === 0 ? null : catalog.of}
        />
      );
    case 'failed':
      return (
        <Notice
          tone="warn"
          title="The catalog is not here yet"
          actions={
            <Button icon="refresh" onClick={() => void retryCatalog()}>
              Try again
            </Button>
          }
        >
          {catalog.sentence}
        </Notice>
      );
    case 'ready':
      return <Contents {...catalog} />;
  }
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
