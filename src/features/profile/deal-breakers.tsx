// What excludes a program. Only a known fact excludes; where nothing is published the program stays.
import type { CatalogOverview } from '#domain/query.ts';
import type { DealBreaker, Wishes } from '#domain/wishes.ts';
import { addDealBreaker, removeDealBreaker } from '#state/wishes.ts';
import { CheckField } from '#ui/check-field.tsx';
import { FieldGrid } from '#ui/field.tsx';
import { ManyField } from '#ui/many-field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Section } from '#ui/page.tsx';
import { type DealBreakerKind, PLAIN_DEAL_BREAKERS, stateChoices } from './model.ts';

export interface DealBreakersProps {
  readonly want: Wishes;
  readonly overview: CatalogOverview;
  readonly hasHome: boolean;
}

export function DealBreakers({ want, overview, hasHome }: DealBreakersProps) {
  const find = <K extends DealBreakerKind>(kind: K) =>
    want.dealBreakers.find((each): each is Extract<DealBreaker, { kind: K }> => each.kind === kind);
  const statesChanged = (kind: 'only-in-states' | 'not-in-states', states: string[]) =>
    void (states.length === 0 ? removeDealBreaker(kind) : addDealBreaker({ kind, states }));
  return (
    <Section title="Deal-breakers" id="deal-breakers">
      <p>These take programs out of your lists; you can always see how many, and change your mind.</p>
      {PLAIN_DEAL_BREAKERS.map(({ kind, label }) => (
        <CheckField
          key={kind}
          label={label}
          checked={find(kind) !== undefined}
          onCommit={(on) => void (on ? addDealBreaker({ kind }) : removeDealBreaker(kind))}
        />
      ))}
      <FieldGrid>
        <NumberField
          label="Farther from home than"
          after="mi"
          min={1}
          max={6000}
          hint={hasHome ? 'In a straight line.' : 'Needs a home, set above.'}
          value={find('farther-than')?.miles}
          onCommit={(miles) =>
            void (miles === undefined
              ? removeDealBreaker('farther-than')
              : addDealBreaker({ kind: 'farther-than', miles }))
          }
        />
        <NumberField
          label="Cities with fewer people than"
          min={1}
          max={10_000_000}
          value={find('city-under')?.people}
          onCommit={(people) =>
            void (people === undefined
              ? removeDealBreaker('city-under')
              : addDealBreaker({ kind: 'city-under', people }))
          }
        />
      </FieldGrid>
      <ManyField
        nothing="No such state."
        label="Only these states"
        chosen={find('only-in-states')?.states ?? []}
        choices={stateChoices(overview)}
        onCommit={(states) => statesChanged('only-in-states', states)}
      />
      <ManyField
        nothing="No such state."
        label="Never these states"
        chosen={find('not-in-states')?.states ?? []}
        choices={stateChoices(overview)}
        onCommit={(states) => statesChanged('not-in-states', states)}
      />
    </Section>
  );
}
