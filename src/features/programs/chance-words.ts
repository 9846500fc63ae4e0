// Chances at one program in words: bands and ranges, with the year and the group they were published for.
import type { BaseRateEstimate, InterviewAnswer, NoPublishedData } from '#domain/model.ts';
import type { ApplicantType, Profile } from '#domain/profile.ts';
import { outOfTen } from '#domain/words.ts';

const GROUPS: Record<ApplicantType, string> = {
  'us-md': 'US MD seniors',
  'us-do': 'US DO seniors',
  'us-img': 'US IMGs',
  'non-us-img': 'non-US IMGs',
};

export function interviewWords(answer: InterviewAnswer | { readonly kind: 'noModel' }): string {
  switch (answer.kind) {
    case 'estimate':
      return `Chance of an interview: ${answer.band}. Of people like you who apply here, ${outOfTen(answer)} would be invited.`;
    case 'noApplicantType':
      return 'Chance of an interview: not known until you say how you apply.';
    case 'noPublishedData':
      return 'Chance of an interview: nobody has published what an estimate would rest on.';
    case 'noModel':
      return '';
  }
}

/** The historical line; null without the profile it speaks of. */
export function baseRateWords(
  rate: BaseRateEstimate | NoPublishedData,
  me: Profile | undefined,
): string | null {
  const step2 = me?.scores.step2;
  if (rate.kind === 'noPublishedData' || !me?.applicantType || step2 === undefined) return null;
  const headline = rate.basis.find((each) => each.kind === 'headline');
  const when = headline ? `, ${headline.years}` : '';
  const where = headline ? ` in ${headline.specialty.toLowerCase()}` : '';
  return `Of ${GROUPS[me.applicantType]} with a Step 2 near ${step2}${where}${when}, ${outOfTen(rate)} matched.`;
}
