// Examinations, clinical work, research and letters: kept for the user, and nothing is worked out from them.
import type { Letters, Profile, Research, Scores } from '#domain/profile.ts';
import { MOST_ATTEMPTS, MOST_CLINICAL_MONTHS } from '#domain/profile.ts';
import { saveProfile } from '#state/profile.ts';
import { FieldGrid } from '#ui/field.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Folded } from './folded.tsx';

const PASS_FAIL = [
  { value: 'pass', label: 'Pass' },
  { value: 'fail', label: 'Fail' },
  { value: 'not-taken', label: 'Not taken' },
] as const;

type AttemptKey = 'step1Attempts' | 'step2Attempts' | 'comlex1Attempts' | 'comlex2Attempts';

function Attempts({
  of,
  label,
  scores,
}: {
  readonly of: AttemptKey;
  readonly label: string;
  readonly scores: Scores;
}) {
  return (
    <NumberField
      label={`${label} attempts`}
      min={1}
      max={MOST_ATTEMPTS}
      value={scores[of]}
      onCommit={(attempts) => void saveProfile({ scores: { [of]: attempts } })}
    />
  );
}

function Exams({ scores }: { readonly scores: Scores }) {
  return (
    <FieldGrid>
      <SelectField
        label="Step 1"
        none="Not said"
        value={scores.step1}
        choices={PASS_FAIL}
        onCommit={(step1) => void saveProfile({ scores: { step1 } })}
      />
      <Attempts of="step1Attempts" label="Step 1" scores={scores} />
      <Attempts of="step2Attempts" label="Step 2 CK" scores={scores} />
      <SelectField
        label="COMLEX Level 1"
        none="Not said"
        value={scores.comlex1}
        choices={PASS_FAIL}
        onCommit={(comlex1) => void saveProfile({ scores: { comlex1 } })}
      />
      <Attempts of="comlex1Attempts" label="COMLEX Level 1" scores={scores} />
      <NumberField
        label="COMLEX Level 2"
        hint="9 to 999."
        min={9}
        max={999}
        value={scores.comlex2}
        onCommit={(comlex2) => void saveProfile({ scores: { comlex2 } })}
      />
      <Attempts of="comlex2Attempts" label="COMLEX Level 2" scores={scores} />
    </FieldGrid>
  );
}

const RESEARCH: readonly { key: keyof Research; label: string; hint: string; max: number }[] = [
  { key: 'experiences', label: 'Research experiences', hint: 'Projects you took part in.', max: 200 },
  {
    key: 'works',
    label: 'Abstracts, presentations and publications',
    hint: 'All three together, as the published tables count them.',
    max: 1000,
  },
];

const LETTERS: readonly { key: keyof Letters; label: string }[] = [
  { key: 'department', label: 'From a chair or department' },
  { key: 'specialty', label: 'From faculty of the specialty' },
  { key: 'clinical', label: 'From other clinical faculty' },
  { key: 'research', label: 'From research' },
];
const MOST_LETTERS = 20;

export function ScoresPart({ me }: { readonly me: Profile }) {
  return (
    <Folded
      title="For your own reference"
      note="Exams, clinical work, research and letters in one place. No fit and no chance is worked out from them: the figures published by program do not go by them."
    >
      <Exams scores={me.scores} />
      <NumberField
        label="US clinical experience"
        hint="Hands-on, in months."
        after="months"
        min={0}
        max={MOST_CLINICAL_MONTHS}
        decimals
        value={me.usClinicalMonths}
        onCommit={(usClinicalMonths) => void saveProfile({ usClinicalMonths })}
      />
      <FieldGrid>
        {RESEARCH.map(({ key, label, hint, max }) => (
          <NumberField
            key={key}
            label={label}
            hint={hint}
            min={0}
            max={max}
            value={me.research?.[key]}
            onCommit={(count) => void saveProfile({ research: { [key]: count } })}
          />
        ))}
      </FieldGrid>
      <h3>Letters you have or were promised</h3>
      <FieldGrid>
        {LETTERS.map(({ key, label }) => (
          <NumberField
            key={key}
            label={label}
            min={0}
            max={MOST_LETTERS}
            value={me.letters?.[key]}
            onCommit={(count) => void saveProfile({ letters: { [key]: count } })}
          />
        ))}
      </FieldGrid>
    </Folded>
  );
}
