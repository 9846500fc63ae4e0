// What can be said of chances at this program: a band with its range, and the historical rate of the user's group as what
// it is. Never a bare number; chances belong to applying, so nothing is said once a program is being ranked.
import type { Pid } from '#domain/ids.ts';
import type { ProgramChance } from '#domain/query.ts';
import { chanceOf } from '#state/answers.ts';
import { profile } from '#state/profile.ts';
import { useAnswer } from '#ui/use-answer.ts';
import { baseRateWords, interviewWords } from './chance-words.ts';
import { entryOf } from './keep.tsx';
import styles from './program-screen.module.css';

function Words({ interview, baseRate }: ProgramChance) {
  const past = baseRate && baseRateWords(baseRate, profile.value);
  return (
    <div class={styles.chance}>
      <p>{interviewWords(interview)}</p>
      {past && <p class={styles.quiet}>{past}</p>}
      {interview.kind === 'estimate' && (
        <p class={styles.quiet}>
          From published figures of whole groups, not of you.{' '}
          <a href="/guide#chances">How the numbers are made</a>
        </p>
      )}
      {interview.kind === 'noApplicantType' && (
        <p class={styles.quiet}>
          <a href="/profile#about-you">Say how you apply</a>
        </p>
      )}
    </div>
  );
}

export function ChanceLine({ pid }: { readonly pid: Pid }) {
  const answer = useAnswer(() => chanceOf(() => pid), [pid]);
  if (!answer || answer.interview.kind === 'noModel' || entryOf(pid)?.stage === 'ranked') return null;
  return <Words {...answer} />;
}
