// The control for one field's value: yes or no, one of a list, a number, an airport or words. It holds text all the
// while, so that nothing typed is lost; what the text means is read when it is saved.
import { FIELDS, type FieldKey } from '#domain/field.ts';
import { FIELD_INPUTS, type FieldInput } from '#domain/field-input.ts';
import { FieldGrid } from '#ui/field.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';

export interface ValueInputProps {
  readonly field: FieldKey;
  readonly text: string;
  readonly error: string | undefined;
  readonly onType: (text: string) => void;
}

const LABEL = 'Your value';
const YES_NO = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;
const SIZES = [
  { value: 'large', label: 'Large' },
  { value: 'medium', label: 'Medium' },
] as const;

function hintOf(field: FieldKey, input: FieldInput): string | undefined {
  switch (input.kind) {
    case 'number':
      return FIELDS[field].form === 'money' ? 'In US dollars.' : undefined;
    case 'share':
      return 'Out of 100.';
    case 'code':
      return `Enter ${input.wanted}.`;
    default:
      return field === 'hospital'
        ? 'The figures of the hospital it was linked to then no longer count; those of the one you name do, where Cairn knows it by that name.'
        : undefined;
  }
}

function AirportInput({ text, error, onType }: Omit<ValueInputProps, 'field'>) {
  const [code = '', distance = '', size = ''] = text.split(',').map((part) => part.trim());
  const miles = distance.replace(/\s*mi$/, '');
  const put = (parts: { code?: string; miles?: string; size?: string }) => {
    const now = { code, miles, size, ...parts };
    onType(
      Object.values(now).every((part) => part === '') ? '' : `${now.code}, ${now.miles} mi, ${now.size}`,
    );
  };
  return (
    <>
      <TextField
        label="Airport code"
        hint="Three letters, such as BOS."
        error={error}
        maxLength={3}
        value={code}
        onType={(next) => put({ code: next })}
      />
      <FieldGrid>
        <TextField
          label="Miles from the city"
          inputMode="numeric"
          value={miles}
          onType={(next) => put({ miles: next })}
        />
        <SelectField
          label="Size"
          value={SIZES.find(({ value }) => value === size)?.value}
          choices={SIZES}
          onCommit={(next) => put({ size: next ?? '' })}
        />
      </FieldGrid>
    </>
  );
}

export function ValueInput({ field, text, error, onType }: ValueInputProps) {
  const input = FIELD_INPUTS[field];
  const words = { label: LABEL, hint: hintOf(field, input), error };
  switch (input.kind) {
    case 'yes-no':
      return (
        <RadioGroup
          {...words}
          value={YES_NO.find(({ value }) => value === text)?.value}
          choices={YES_NO}
          onCommit={onType}
        />
      );
    case 'choice':
      return (
        <SelectField
          {...words}
          none="Choose one"
          value={input.choices.find(({ value }) => value === text)?.value}
          choices={input.choices}
          onCommit={(value) => onType(value ?? '')}
        />
      );
    case 'airport':
      return <AirportInput text={text} error={error} onType={onType} />;
    case 'number':
    case 'share':
      return <TextField {...words} value={text} inputMode="decimal" autoComplete="off" onType={onType} />;
    case 'text':
      return (
        <TextField
          {...words}
          value={text}
          lines={input.long ? 3 : 1}
          maxLength={2000}
          autoComplete="off"
          onType={onType}
        />
      );
    case 'link':
    case 'code':
      return (
        <TextField
          {...words}
          value={text}
          type={input.kind === 'link' ? 'url' : 'text'}
          maxLength={2000}
          autoComplete="off"
          onType={onType}
        />
      );
  }
}
