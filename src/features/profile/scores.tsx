// Scores, all optional: nothing in the fit depends on them.
import type { Profile } from '#domain/profile.ts';
import { saveProfile } from '#state/profile.ts';
import { FieldGrid } from '#ui/field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Section } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';

const STEP1 = [
  { value: 'pass', label: 'Pass' },
  { value: 'fail', label: 'Fail' },
  { value: 'not-taken', label: 'Not taken' },
] as const;

export function ScoresPart({ me: { scores } }: { readonly me: Profile }) {
  return (
    <Section title="Scores, if you like">
      <FieldGrid>
        <SelectField
          label="Step 1"
          none="Not said"
          value={scores.step1}
          choices={STEP1}
          onCommit={(step1) => void saveProfile({ scores: { step1 } })}
        />
        <NumberField
          label="Step 2 CK"
          hint="1 to 300."
          min={1}
          max={300}
          value={scores.step2}
          onCommit={(step2) => void saveProfile({ scores: { step2 } })}
        />
        <NumberField
          label="Step 2 CK attempts"
          min={1}
          max={4}
          value={scores.step2Attempts}
          onCommit={(step2Attempts) => void saveProfile({ scores: { step2Attempts } })}
        />
        <NumberField
          label="COMLEX Level 2"
          hint="9 to 999."
          min={9}
          max={999}
          value={scores.comlex2}
          onCommit={(comlex2) => void saveProfile({ scores: { comlex2 } })}
        />
      </FieldGrid>
    </Section>
  );
}
