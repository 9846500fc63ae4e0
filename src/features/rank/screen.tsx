// The place of the rank list before there is one: what it will hold, and the way that leads there.
import { shortlist } from '#state/shortlist.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figure } from '#ui/figure.tsx';
import { Page, Section } from '#ui/page.tsx';

export function Screen() {
  const kept = shortlist.value;
  return (
    <Page title="Rank list">
      <EmptyState
        title="Your rank list begins with the programs you keep"
        actions={
          <>
            <ButtonLink look="solid" href="/programs" icon="programs">
              Find programs
            </ButtonLink>
            {kept !== undefined && kept.length > 1 && (
              <ButtonLink href="/compare" icon="compare">
                Compare what you keep
              </ButtonLink>
            )}
          </>
        }
      >
        {kept !== undefined && (
          <p>
            <Figure unit={kept.length === 1 ? 'program kept so far' : 'programs kept so far'}>
              {kept.length}
            </Figure>
          </p>
        )}
        <p>
          Here you will put them in the order you would want them, with scores beside your order and never
          over it. Ordering them is not part of this version yet.
        </p>
      </EmptyState>
      <Section title="Worth knowing now">
        <p>
          List the programs in the order you truly want them. The Match algorithm works from your preferences,
          so moving a program up because it seems easier to reach cannot help you. That is why no chances will
          be shown here.
        </p>
        <p>
          A rank list counts only once you certify it in the official system. Cairn will never do that for
          you.
        </p>
      </Section>
    </Page>
  );
}
