// The rest that something is worked out from: each field says what it is used for.
import { useState } from 'preact/hooks';
import type { Profile } from '#domain/profile.ts';
import { suggestSchools } from '#state/answers.ts';
import { saveProfile } from '#state/profile.ts';
import { CheckField } from '#ui/check-field.tsx';
import { ComboField } from '#ui/combo-field.tsx';
import { FieldGrid } from '#ui/field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Section } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { answerGraduationYear, VISA_NEEDS } from './model.ts';

const MOST_BUDGET_USD = 100_000;

async function schoolsFor(text: string) {
  const found = (await suggestSchools(text)).map((school) => ({
    key: school.name,
    label: school.name,
    detail: [school.city, school.state ?? school.country].filter(Boolean).join(', '),
    value: school.name,
  }));
  return [...found, { key: 'as-typed', label: text, detail: 'Use what I typed', value: text }];
}

export function MoreAboutYou({ me }: { readonly me: Profile }) {
  const [yearError, setYearError] = useState<string | undefined>();
  const thisYear = new Date().getFullYear();
  const yearAnswer = answerGraduationYear(me.graduationYear, thisYear);
  return (
    <Section title="More about you">
      <FieldGrid>
        <NumberField
          label="Step 2 CK"
          hint="1 to 300. Used for chances and match rates of people near your score."
          min={1}
          max={300}
          value={me.scores.step2}
          onCommit={(step2) => void saveProfile({ scores: { step2 } })}
        />
        <NumberField
          label="Graduation year"
          hint={(yearAnswer.kind === 'taken' && yearAnswer.hint) || 'For your own reference.'}
          error={yearError}
          value={me.graduationYear}
          onCommit={(year) => {
            const answer = answerGraduationYear(year, thisYear);
            setYearError(answer.kind === 'refused' ? answer.error : undefined);
            if (answer.kind === 'taken') void saveProfile({ graduationYear: year });
          }}
        />
      </FieldGrid>
      <ComboField
        label="Medical school"
        hint="Pick it from the list, or keep what you typed. Used for chances: a home program counts more."
        value={me.school ?? ''}
        suggest={schoolsFor}
        onChoose={({ value }) => void saveProfile({ school: value })}
        onClear={() => void saveProfile({ school: undefined })}
      />
      <SelectField
        label="Visa"
        none="Not said"
        value={me.visa}
        choices={VISA_NEEDS}
        hint="Used for the fit, once Visa has a weight. Visa policies are rarely published; where they are not, Cairn says so and never takes it for a no."
        onCommit={(visa) => void saveProfile({ visa })}
      />
      <NumberField
        label="Budget for application fees"
        hint="Used for the pick list."
        before="$"
        min={0}
        max={MOST_BUDGET_USD}
        value={me.budgetUsd}
        onCommit={(budgetUsd) => void saveProfile({ budgetUsd })}
      />
      <CheckField
        label="We are two who match together"
        hint="For your own reference here. Pairs of programs are made with your rank list."
        checked={me.couple === true}
        onCommit={(couple) => void saveProfile({ couple: couple || undefined })}
      />
    </Section>
  );
}
