// Several of a list too long for chips: added by typing, taken away one by one.
import { ChipRow, RemovableChip } from './chip.tsx';
import { ComboField } from './combo-field.tsx';

export interface ManyFieldChoice {
  readonly value: string;
  readonly label: string;
}

export interface ManyFieldProps {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly choices: readonly ManyFieldChoice[];
  readonly onCommit: (chosen: string[]) => void;
  readonly hint?: string;
  /** Said when nothing typed is among the choices. */
  readonly nothing: string;
}

export function ManyField({ label, chosen, choices, onCommit, hint, nothing }: ManyFieldProps) {
  return (
    <>
      <ComboField
        label={label}
        hint={hint}
        value=""
        collects
        offersAll
        nothing={nothing}
        suggest={(text) =>
          choices
            .filter((choice) => !chosen.includes(choice.value))
            .filter(({ value, label: name }) => `${value} ${name}`.toLowerCase().includes(text.toLowerCase()))
            .map((choice) => ({
              key: choice.value,
              label: choice.label,
              detail: choice.value,
              value: choice.value,
            }))
        }
        onChoose={({ value }) => onCommit([...chosen, value])}
      />
      {chosen.length > 0 && (
        <ChipRow label={`${label}: chosen`}>
          {chosen.map((value) => (
            <RemovableChip
              key={value}
              label={choices.find((choice) => choice.value === value)?.label ?? value}
              onRemove={() => onCommit(chosen.filter((each) => each !== value))}
            />
          ))}
        </ChipRow>
      )}
    </>
  );
}
