// The place of the rank list before there is one: what it will hold, and the way that leads there.
import { catalogState } from '#state/catalog.ts';
import { profile } from '#state/profile.ts';
import { startList } from '#state/rank-lists.ts';
import { shortlist } from '#state/shortlist.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figure } from '#ui/figure.tsx';
import { Page, Section } from '#ui/page.tsx';
import { wasInvited } from './model.ts';

/** The specialty of the profile, which most lists are made for. */
function firstName(): string {
  const { value } = catalogState;
  const wanted = profile.value?.specialties[0];
  const known =
    value.kind === 'ready' ? value.overview.specialties.find(({ id }) => id === wanted) : undefined;
  return known?.name.slice(0, 60) ?? 'My list';
}

export function Start({ onStarted }: { readonly onStarted: () => void }) {
  const kept = shortlist.value ?? [];
  const invited = kept.filter(wasInvited).length;
  const name = firstName();
  const start = async () => {
    const made = await startList({ name, kind: 'primary', from: 'empty', order: [] });
    if (made.kind === 'written') onStarted();
  };
  return (
    <Page title="Rank list">
      <EmptyState
        title="Your rank list begins with the programs you keep"
        actions={
          <>
            {kept.length > 0 && (
              <Button look="solid" icon="rank" onClick={() => void start()}>
                Start a rank list
              </Button>
            )}
            <ButtonLink look={kept.length > 0 ? 'line' : 'solid'} href="/programs" icon="programs">
              Find programs
            </ButtonLink>
            {kept.length > 1 && (
              <ButtonLink look="quiet" href="/compare" icon="compare">
                Compare what you keep
              </ButtonLink>
            )}
          </>
        }
      >
        <p>
          <Figure unit={kept.length === 1 ? 'program kept so far' : 'programs kept so far'}>
            {kept.length}
          </Figure>
          {invited > 0 && `, ${invited} of them invited you`}
        </p>
        <p>Put them in the order you would want them, with scores beside your order and never over it.</p>
      </EmptyState>
      <Section title="Worth knowing now">
        <p>
          List the programs in the order you truly want them. The Match algorithm works from your preferences,
          so moving a program up because it seems easier to reach cannot help you. That is why no chances are
          shown here.
        </p>
        <p>
          A rank list counts only once you certify it in the official system. Cairn will never do that for
          you.
        </p>
      </Section>
    </Page>
  );
}
