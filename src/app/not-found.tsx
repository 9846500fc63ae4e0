// An address that leads nowhere, answered kindly.
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Page } from '#ui/page.tsx';

export function NotFound() {
  return (
    <Page title="No such page">
      <EmptyState
        title="The path ends here"
        actions={
          <>
            <ButtonLink look="solid" href="/">
              Go to Today
            </ButtonLink>
            <ButtonLink href="/programs">Search programs</ButtonLink>
          </>
        }
      >
        <p>This address leads to nothing in Cairn. It may be misspelled, or from another version.</p>
      </EmptyState>
    </Page>
  );
}
