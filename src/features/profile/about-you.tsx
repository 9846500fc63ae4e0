// Who the applicant is, as programs will ask it.
import { useState } from 'preact/hooks';
import type { Profile } from '#domain/profile.ts';
import { suggestSchools } from '#state/answers.ts';
import { saveProfile } from '#state/profile.ts';
import { ComboField } from '#ui/combo-field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Section } from '#ui/page.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { APPLICANT_TYPES, answerGraduationYear, VISA_NEEDS } from './model.ts';

async function schoolsFor(text: string) {
  const found = (await suggestSchools(text)).map((school) => ({
    key: school.name,
    label: school.name,
    detail: [school.city, school.state ?? school.country].filter(Boolean).join(', '),
    value: school.name,
  }));
  return [...found, { key: 'as-typed', label: text, detail: 'Use what I typed', value: text }];
}

export function AboutYou({ me }: { readonly me: Profile }) {
  const [yearError, setYearError] = useState<string | undefined>();
  const thisYear = new Date().getFullYear();
  const yearAnswer = answerGraduationYear(me.graduationYear, thisYear);
  return (
    <Section title="About you" id="about-you">
      <RadioGroup
        label="You apply as"
        value={me.applicantType}
        choices={APPLICANT_TYPES}
        onCommit={(applicantType) => void saveProfile({ applicantType })}
      />
      <NumberField
        label="Graduation year"
        hint={yearAnswer.kind === 'taken' ? yearAnswer.hint : undefined}
        error={yearError}
        value={me.graduationYear}
        onCommit={(year) => {
          const answer = answerGraduationYear(year, thisYear);
          setYearError(answer.kind === 'refused' ? answer.error : undefined);
          if (answer.kind === 'taken') void saveProfile({ graduationYear: year });
        }}
      />
      <ComboField
        label="Medical school"
        hint="Pick it from the list, or keep what you typed."
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
        hint="Visa policies are rarely published; where they are not, Cairn says so and never takes it for a no."
        onCommit={(visa) => void saveProfile({ visa })}
      />
    </Section>
  );
}
