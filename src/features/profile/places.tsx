// Home and ties: the places distances are measured from.
import type { Anchor, Profile } from '#domain/profile.ts';
import type { PlaceSuggestion } from '#domain/query.ts';
import { suggestPlaces } from '#state/answers.ts';
import { saveProfile } from '#state/profile.ts';
import { ChipRow, RemovableChip } from '#ui/chip.tsx';
import { ComboField } from '#ui/combo-field.tsx';
import { Section } from '#ui/page.tsx';

const MOST_TIES = 12;

const anchorOf = ({ label, lat, lon, state }: PlaceSuggestion): Anchor => ({
  label,
  lat,
  lon,
  ...(state !== null && { state }),
});

const offered = async (text: string) =>
  (await suggestPlaces(text)).map((place) => ({
    key: place.label,
    label: place.label,
    value: anchorOf(place),
  }));

const nothing = 'We know no such ZIP code or city. Try a five-digit ZIP code, or a larger city nearby.';

export function Places({ me }: { readonly me: Profile }) {
  return (
    <Section id="places" title="Where your life is">
      <ComboField
        label="Home"
        hint="A US ZIP code or a city. Used for distances and for chances."
        value={me.home?.label ?? ''}
        suggest={offered}
        nothing={nothing}
        onChoose={({ value }) => void saveProfile({ home: value })}
        onClear={() => void saveProfile({ home: undefined })}
      />
      {me.ties.length > 0 && (
        <ChipRow label="Your ties">
          {me.ties.map((tie) => (
            <RemovableChip
              key={tie.label}
              label={tie.label}
              onRemove={() => void saveProfile({ ties: me.ties.filter((each) => each !== tie) })}
            />
          ))}
        </ChipRow>
      )}
      {me.ties.length < MOST_TIES && (
        <ComboField
          label="People or places you would like to be near"
          hint="A US ZIP code or a city; add as many as you like. Used for the fit and for chances."
          value=""
          collects
          suggest={offered}
          nothing={nothing}
          onChoose={({ value }) => {
            if (!me.ties.some((tie) => tie.label === value.label))
              void saveProfile({ ties: [...me.ties, value] });
          }}
        />
      )}
    </Section>
  );
}
