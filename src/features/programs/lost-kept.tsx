// Programs the user keeps that this catalog does not hold: told of by the label that was frozen when they were kept, so
// that nothing kept disappears from a list in silence.
import { STAGE_WORDS } from '#domain/shortlist.ts';
import { programName } from '#domain/words.ts';
import { shortlist } from '#state/shortlist.ts';
import { whereabouts } from '#state/whereabouts.ts';
import { Tag } from '#ui/tag.tsx';
import styles from './screen.module.css';
import type { ProgramsView } from './view.ts';

export function LostKept({ stage }: Pick<ProgramsView, 'stage'>) {
  if (stage === null) return null;
  const lost = (shortlist.value ?? []).filter(
    (entry) =>
      (stage === 'kept' || entry.stage === stage) && whereabouts.value.get(entry.pid)?.kind === 'unknown',
  );
  if (lost.length === 0) return null;
  return (
    <ul class={styles.lost} aria-label="Kept, but not in this catalog">
      {lost.map(({ pid, label, stage: at }) => (
        <li key={pid}>
          <a href={`/programs/${pid}`}>{programName(label)}</a>{' '}
          <Tag tone="accent">{STAGE_WORDS[at].toLowerCase()}</Tag> <Tag tone="warn">not in this catalog</Tag>
        </li>
      ))}
    </ul>
  );
}
