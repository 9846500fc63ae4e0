// Criteria of the user's own: a name, a scale, a weight, and a mark for each program they keep. At an address with a
// program, that program is marked first.
import { Pid } from '#domain/ids.ts';
import type { CustomCriterion } from '#domain/own-criterion.ts';
import { programName } from '#domain/words.ts';
import { programsOf } from '#state/answers.ts';
import { ownCriteria, removeCriterion, renameCriterion } from '#state/own-criteria.ts';
import { shortlist } from '#state/shortlist.ts';
import { setWeight, wishes } from '#state/wishes.ts';
import { ButtonLink, IconButton } from '#ui/button.tsx';
import { Page, Section } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toast.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { WeightSlider } from '#ui/weight-slider.tsx';
import styles from './criteria-screen.module.css';
import { MarkLine } from './mark-line.tsx';
import { scaleWords } from './model.ts';
import { NewCriterion } from './new-criterion.tsx';

interface Markable {
  readonly pid: Pid;
  readonly name: string;
}

/** The programs of the shortlist, and others that bear a mark. */
function useMarkable(criteria: readonly CustomCriterion[]): readonly Markable[] {
  const kept = shortlist.value ?? [];
  const others = [...new Set(criteria.flatMap(({ marks }) => marks.map(({ pid }) => pid)))]
    .filter((pid) => !kept.some((entry) => entry.pid === pid))
    .toSorted();
  const details = useAnswer(
    () => programsOf(() => (others.length > 0 ? others : undefined)),
    [others.join()],
  );
  const list = [
    ...kept.map(({ pid, label }) => ({ pid, name: programName(label) })),
    ...others.map((pid) => ({
      pid,
      name: programName(details?.find((each) => each.pid === pid)?.name ?? 'A program of before'),
    })),
  ];
  return list.toSorted((a, b) => a.name.localeCompare(b.name));
}

function Criterion({
  criterion,
  programs,
}: {
  readonly criterion: CustomCriterion;
  readonly programs: readonly Markable[];
}) {
  const { key, label, scale, marks } = criterion;
  const weight = wishes.value?.weights[key] ?? 0;
  const slide = (next: number) => void setWeight(key, next);
  const known = programs.filter(({ pid }) => marks.some((mark) => mark.pid === pid)).length;
  return (
    <li class={styles.criterion}>
      <div class={styles.head}>
        <TextField
          label="Name"
          value={label}
          maxLength={80}
          onCommit={(name) => void renameCriterion(key, name)}
        />
        <IconButton
          icon="trash"
          label={`Remove ${label}`}
          onClick={() => {
            const undo = removeCriterion(key);
            showToast({ words: `${label} is removed, with its marks.`, undo });
          }}
        />
      </div>
      <p class={styles.scale}>
        {scaleWords(scale)} {known} of {programs.length} marked.
      </p>
      <WeightSlider
        label={`How much ${label} counts`}
        hint={weight === 0 ? 'Left out of the fit until it has a weight.' : undefined}
        value={weight}
        onSlide={slide}
        onCommit={slide}
      />
      {programs.length > 0 && (
        <ul class={styles.marks} aria-label={`Marks for ${label}`}>
          {programs.map(({ pid, name }) => (
            <MarkLine key={pid} criterion={criterion} pid={pid} name={name} label={`${label} at ${name}`} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** One program, all criteria: reached from the program's own page. */
function OneProgram({ pid, criteria }: { readonly pid: Pid; readonly criteria: readonly CustomCriterion[] }) {
  const [detail] = useAnswer(() => programsOf(() => [pid]), [pid]) ?? [];
  const name = programName(detail?.name ?? '');
  return (
    <Section title={name || 'This program'} aside={<a href={`/programs/${pid}`}>Back to the program</a>}>
      {criteria.length === 0 ? (
        <p>You have no criterion of your own yet. Add the first below; then you can mark this program.</p>
      ) : (
        <ul class={styles.marks} aria-label={`Your marks for ${name}`}>
          {criteria.map((criterion) => (
            <MarkLine
              key={criterion.key}
              criterion={criterion}
              pid={pid}
              name={criterion.label}
              label={`${criterion.label} at ${name}`}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

export function Screen({ pid: asked = '' }: { readonly pid?: string }) {
  const criteria = ownCriteria.value;
  const pid = Pid.safeParse(asked);
  const programs = useMarkable(criteria ?? []);
  if (criteria === undefined) return <Page title="Your own criteria" />;
  return (
    <Page
      title="Your own criteria"
      lead="What only you can judge. A program you have not marked is unknown, not bad, and nothing counts until you give it a weight."
    >
      {pid.success && <OneProgram pid={pid.data} criteria={criteria} />}
      {criteria.length > 0 && (
        <Section title={pid.success ? 'All of them' : 'What you judge'}>
          {programs.length === 0 && (
            <p>
              Keep a few programs and they are listed here to be marked. <a href="/programs">See programs</a>
            </p>
          )}
          <ul class={styles.criteria}>
            {criteria.map((criterion) => (
              <Criterion key={criterion.key} criterion={criterion} programs={programs} />
            ))}
          </ul>
        </Section>
      )}
      <NewCriterion />
      <ButtonLink href="/profile#wishes">Back to what counts</ButtonLink>
    </Page>
  );
}
