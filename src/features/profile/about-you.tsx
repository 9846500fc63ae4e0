// How the applicant applies: the one thing about them that most published figures ask for.
import type { Profile } from '#domain/profile.ts';
import { saveProfile } from '#state/profile.ts';
import { Section } from '#ui/page.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { APPLICANT_TYPES } from './model.ts';

export function AboutYou({ me }: { readonly me: Profile }) {
  return (
    <Section title="About you" id="about-you">
      <RadioGroup
        label="You apply as"
        hint="Used for chances: published figures are by this."
        value={me.applicantType}
        choices={APPLICANT_TYPES}
        onCommit={(applicantType) => void saveProfile({ applicantType })}
      />
    </Section>
  );
}
