// The filters of the list, in a sheet. Every choice acts at once; closing changes nothing.
import type { CatalogOverview } from '#domain/query.ts';
import { STAGE_WORDS, STAGES, type Stage } from '#domain/shortlist.ts';
import { suggestPlaces } from '#state/answers.ts';
import { profile } from '#state/profile.ts';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { ComboField } from '#ui/combo-field.tsx';
import { ManyField } from '#ui/many-field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { type ProgramsView, withoutFilters } from './view.ts';

export interface FiltersProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly view: ProgramsView;
  readonly change: (change: Partial<ProgramsView>) => void;
  readonly overview: CatalogOverview;
  readonly total: number | undefined;
}

const toggled = (list: readonly string[], value: string, on: boolean) =>
  on ? [...list, value] : list.filter((each) => each !== value);

const STAGE_CHOICES: readonly { value: Stage | 'kept'; label: string }[] = [
  { value: 'kept', label: 'Any stage: all you keep' },
  ...STAGES.map((value) => ({ value, label: STAGE_WORDS[value] })),
];

function Where({ view, change, overview }: Pick<FiltersProps, 'view' | 'change' | 'overview'>) {
  const home = profile.value?.home;
  const from = view.near?.label ?? home?.label;
  return (
    <>
      <ManyField
        label="State"
        nothing="No such state."
        chosen={view.states}
        choices={overview.states.map(({ code, name }) => ({ value: code, label: name }))}
        onCommit={(states) => change({ states })}
      />
      <ChipRow label="Regions">
        {overview.regions.map((region) => (
          <Chip
            key={region}
            on={view.regions.includes(region)}
            onToggle={(on) => change({ regions: toggled(view.regions, region, on) })}
          >
            {region}
          </Chip>
        ))}
      </ChipRow>
      <ComboField
        label="Near a place"
        hint={
          home
            ? `A city with programs, or a ZIP code. Left empty, it is ${home.label}.`
            : 'A city with programs, or a ZIP code.'
        }
        value={view.near?.label ?? ''}
        suggest={async (text) =>
          (await suggestPlaces(text)).map((place) => ({ key: place.label, label: place.label, value: place }))
        }
        nothing="No such city or ZIP code here. Try a larger city nearby."
        onChoose={({ value }) =>
          change({ near: { label: value.label, lat: value.lat, lon: value.lon }, within: view.within ?? 100 })
        }
        onClear={() => change({ near: null })}
      />
      <NumberField
        label="Within"
        after="mi"
        min={1}
        max={6000}
        value={view.within ?? undefined}
        hint={
          from ? `In a straight line from ${from}.` : 'Choose a place first, or set your home in the profile.'
        }
        onCommit={(within) => change({ within: within ?? null })}
      />
    </>
  );
}

export function Filters({ open, onClose, view, change, overview, total }: FiltersProps) {
  return (
    <Sheet
      open={open}
      onClose={onClose}
      title="Filters"
      foot={
        <>
          <Button
            look="quiet"
            onClick={() => change({ ...withoutFilters(view), text: view.text, sort: view.sort })}
          >
            Clear all
          </Button>
          <Button look="solid" onClick={onClose}>
            {total === undefined ? 'Show' : `Show ${total.toLocaleString('en-US')}`}
          </Button>
        </>
      }
    >
      <SelectField
        label="Specialty"
        none="All specialties"
        value={view.specialty || undefined}
        choices={overview.specialties.map(({ id, name, programs }) => ({
          value: id as string,
          label: `${name} (${programs})`,
        }))}
        onCommit={(specialty) => change({ specialty: specialty ?? '' })}
      />
      <Where view={view} change={change} overview={overview} />
      <SelectField
        label="Your stage"
        none="Any program"
        value={view.stage ?? undefined}
        choices={STAGE_CHOICES}
        onCommit={(stage) => change({ stage: stage ?? null })}
      />
      <CheckField
        label="Show programs not seen since 2024"
        hint="They may have closed or changed their name."
        checked={view.unconfirmed}
        onCommit={(unconfirmed) => change({ unconfirmed })}
      />
      <CheckField
        label="Show tracks entered after another residency"
        checked={view.independent}
        onCommit={(independent) => change({ independent })}
      />
    </Sheet>
  );
}
