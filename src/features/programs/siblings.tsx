// Other programs of the same sponsor: whom residents here work beside, and where a partner could train.
import type { ProgramDetail } from '#domain/query.ts';
import { programName } from '#domain/words.ts';
import { Section } from '#ui/page.tsx';
import styles from './siblings.module.css';

export function Siblings({ siblings }: Pick<ProgramDetail, 'siblings'>) {
  if (siblings.length === 0) return null;
  return (
    <Section title="At the same sponsor">
      <details>
        <summary>{siblings.length === 1 ? 'One other program' : `${siblings.length} other programs`}</summary>
        <ul class={styles.list}>
          {siblings.map(({ pid, name, specialty }) => (
            <li key={pid}>
              <a href={`/programs/${pid}`}>{specialty}</a>
              <span class={styles.name}>{programName(name)}</span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
