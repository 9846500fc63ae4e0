// The place of people before there are any: what it will hold, and what can be asked already.
import { shortlist } from '#state/shortlist.ts';
import { ButtonLink } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Page, Section } from '#ui/page.tsx';

export function Screen() {
  const kept = shortlist.value ?? [];
  return (
    <Page title="Network">
      <EmptyState
        title="People know what nobody publishes"
        actions={
          <ButtonLink
            look="solid"
            icon="question"
            href={kept.length > 0 ? '/programs#specialty=all&stage=kept' : '/programs'}
          >
            {kept.length > 0 ? 'See what to ask' : 'Find programs'}
          </ButtonLink>
        }
      >
        <p>
          Here your contacts will live: whom you talked to, what you learned, whom to thank, and how it
          changes the picture of a program. Keeping contacts is not part of this version yet.
        </p>
        <p>
          What works today: every program page lists what nobody has published about it, each with a question
          for someone who trains there. Your own note on a program is a good place for the answer.
        </p>
      </EmptyState>
      <Section title="Who to ask">
        <FactList>
          <FactLine label="Residents">
            The days as they are: call, teaching, who helps when someone is ill.
          </FactLine>
          <FactLine label="Alumni of your school">How people from where you are have done there.</FactLine>
          <FactLine label="Faculty and mentors">What the program values, and whom they know in it.</FactLine>
          <FactLine label="The coordinator">Visas, dates and papers. Ask these early.</FactLine>
        </FactList>
      </Section>
    </Page>
  );
}
