// What the user would like within a criterion that counts: a size, a region, an owner.
import type { CatalogOverview } from '#domain/query.ts';
import type { CriterionKey, Preferences, Wishes } from '#domain/wishes.ts';
import { setPreference } from '#state/wishes.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { ManyField } from '#ui/many-field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { OWNERS, PREFERENCE_OF, SIZE_CHOICES, stateChoices } from './model.ts';

export interface PreferenceProps {
  readonly criterion: CriterionKey;
  readonly want: Wishes;
  readonly overview: CatalogOverview;
}

function toggle<T>(list: readonly T[], value: T, on: boolean): T[] {
  return on ? [...list, value] : list.filter((each) => each !== value);
}

export function Preference({ criterion, want, overview }: PreferenceProps) {
  const { preferences } = want;
  const which = PREFERENCE_OF[criterion];
  switch (which) {
    case 'citySize':
    case 'hospitalSize':
    case 'classSize':
      return (
        <Segmented
          label="The size you like"
          value={preferences[which]}
          segments={SIZE_CHOICES}
          onCommit={(size) => void setPreference(which, size)}
        />
      );
    case 'setting':
      return (
        <Segmented<Preferences['setting']>
          label="The setting you like"
          value={preferences.setting}
          segments={[
            { value: 'urban', label: 'In a metropolitan area' },
            { value: 'rural', label: 'Outside' },
          ]}
          onCommit={(setting) => void setPreference('setting', setting)}
        />
      );
    case 'trackType':
      return (
        <Segmented<Preferences['trackType']>
          label="The track you want"
          value={preferences.trackType}
          segments={[
            { value: 'categorical', label: 'Categorical' },
            { value: 'advanced', label: 'Advanced' },
            { value: 'preliminary', label: 'Preliminary' },
          ]}
          onCommit={(trackType) => void setPreference('trackType', trackType)}
        />
      );
    case 'ownership':
      return (
        <ChipRow label="Owners you like">
          {OWNERS.map(({ value, label }) => (
            <Chip
              key={value}
              on={preferences.ownership.includes(value)}
              onToggle={(on) => void setPreference('ownership', toggle(preferences.ownership, value, on))}
            >
              {label}
            </Chip>
          ))}
        </ChipRow>
      );
    case 'regions':
      return (
        <>
          <ChipRow label="Regions you like">
            {overview.regions.map((region) => (
              <Chip
                key={region}
                on={preferences.regions.includes(region)}
                onToggle={(on) => void setPreference('regions', toggle(preferences.regions, region, on))}
              >
                {region}
              </Chip>
            ))}
          </ChipRow>
          <ManyField
            label="Or states"
            nothing="No such state."
            chosen={preferences.states}
            choices={stateChoices(overview)}
            onCommit={(states) => void setPreference('states', states)}
          />
        </>
      );
    default:
      return null;
  }
}
