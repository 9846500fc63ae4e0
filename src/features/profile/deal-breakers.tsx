// What excludes a program. Only a known fact excludes; where nothing is published the program stays. Beside each stands
// what it costs: how many programs it takes out now, and which of the shortlist.
import type { CatalogOverview } from '#domain/query.ts';
import type { DealBreaker, Wishes } from '#domain/wishes.ts';
import { dealBreakerEffectsOf } from '#state/what-if.ts';
import { addDealBreaker, removeDealBreaker } from '#state/wishes.ts';
import { CheckField } from '#ui/check-field.tsx';
import { FieldGrid } from '#ui/field.tsx';
import { ManyField } from '#ui/many-field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Section } from '#ui/page.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { type DealBreakerKind, effectWords, PLAIN_DEAL_BREAKERS, stateChoices } from './model.ts';

export interface DealBreakersProps {
  readonly want: Wishes;
  readonly overview: CatalogOverview;
  readonly hasHome: boolean;
}

export function DealBreakers({ want, overview, hasHome }: DealBreakersProps) {
  const find = <K extends DealBreakerKind>(kind: K) =>
    want.dealBreakers.find((each): each is Extract<DealBreaker, { kind: K }> => each.kind === kind);
  const effects = useAnswer(dealBreakerEffectsOf, []);
  const costOf = (kind: DealBreakerKind) => {
    const effect = find(kind) && effects?.find((each) => each.kind === kind);
    return effect && effectWords(effect);
  };
  const besides = (words: string, kind: DealBreakerKind) => [words, costOf(kind)].filter(Boolean).join(' ');
  const statesChanged = (kind: 'only-in-states' | 'not-in-states', states: string[]) =>
    void (states.length === 0 ? removeDealBreaker(kind) : addDealBreaker({ kind, states }));
  return (
    <Section title="Deal-breakers" id="deal-breakers">
      <p>These take programs out of your lists; you can always see how many, and change your mind.</p>
      {PLAIN_DEAL_BREAKERS.map(({ kind, label }) => (
        <CheckField
          key={kind}
          label={label}
          hint={costOf(kind)}
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
          hint={besides(hasHome ? 'In a straight line.' : 'Needs a home, set above.', 'farther-than')}
          value={find('farther-than')?.miles}
          onCommit={(miles) =>
            void (miles === undefined
              ? removeDealBreaker('farther-than')
              : addDealBreaker({ kind: 'farther-than', miles }))
          }
        />
        <NumberField
          label="Cities with fewer people than"
          hint={costOf('city-under')}
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
        hint={besides('Everything elsewhere goes.', 'only-in-states')}
        chosen={find('only-in-states')?.states ?? []}
        choices={stateChoices(overview)}
        onCommit={(states) => statesChanged('only-in-states', states)}
      />
      <ManyField
        nothing="No such state."
        label="Never these states"
        hint={besides('Everything there goes.', 'not-in-states')}
        chosen={find('not-in-states')?.states ?? []}
        choices={stateChoices(overview)}
        onCommit={(states) => statesChanged('not-in-states', states)}
      />
    </Section>
  );
}
