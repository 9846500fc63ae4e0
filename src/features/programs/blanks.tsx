// What nobody has published about a program, each with the question that would fill it.
import type { FieldFacts } from '#domain/query.ts';
import { FIELDS } from '#domain/field.ts';
import { Section } from '#ui/page.tsx';
import styles from './blanks.module.css';

export function Blanks({ fields }: { readonly fields: readonly FieldFacts[] }) {
  const blanks = fields.flatMap(({ field, facts }) => {
    const known = FIELDS[field];
    return facts.length === 0 && 'question' in known
      ? [{ field, label: known.label, question: known.question }]
      : [];
  });
  if (blanks.length === 0) return null;
  return (
    <Section title="Not published">
      <p>{blanks.map(({ label }) => label).join(' · ')}</p>
      <details>
        <summary>What you could ask someone there</summary>
        <ul class={styles.questions}>
          {blanks.map(({ field, question }) => (
            <li key={field}>{question}</li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
