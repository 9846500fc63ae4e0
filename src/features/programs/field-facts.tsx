// What is known of a program, field by field, each value with its source and year; conflicts side by side; blanks said
// as blanks.
import type { FieldFacts } from '#domain/query.ts';
import { FIELDS, type FieldGroup } from '#domain/field.ts';
import { factWords } from '#domain/words.ts';
import { sourceWords } from '#state/sources.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/page.tsx';
import styles from './field-facts.module.css';

const GROUPS: readonly (readonly [group: FieldGroup, title: string])[] = [
  ['program', 'The program'],
  ['training', 'Training'],
  ['visa', 'Visa'],
  ['hospital', 'The hospital it is linked to'],
  ['place', 'The place'],
  ['living', 'Living there'],
];

function Known({ field, facts }: FieldFacts) {
  const { label, form } = FIELDS[field];
  return (
    <FactLine label={label} note={facts.map((fact) => sourceWords(fact)).join(' · ')}>
      {facts.map((fact, at) => (
        <span key={`${fact.source}-${at}`}>
          {at > 0 && ' · '}
          {form === 'link' ? (
            <ExternalLink href={String(fact.value)}>{hostOf(String(fact.value))}</ExternalLink>
          ) : (
            factWords(field, fact)
          )}
        </span>
      ))}
    </FactLine>
  );
}

/** The traps of the fields shown, each with the names it belongs to: one that many share is said once. */
function cautionsOf(fields: readonly FieldFacts[]): [caution: string, labels: string[]][] {
  const cautions = new Map<string, string[]>();
  for (const { field } of fields) {
    const { label, ...rest } = FIELDS[field];
    if ('caution' in rest) cautions.set(rest.caution, [...(cautions.get(rest.caution) ?? []), label]);
  }
  return [...cautions];
}

function Cautions({ fields }: { readonly fields: readonly FieldFacts[] }) {
  const cautions = cautionsOf(fields);
  if (cautions.length === 0) return null;
  return (
    <details class={styles.cautions}>
      <summary>What to beware of</summary>
      <ul>
        {cautions.map(([caution, labels]) => (
          <li key={caution}>
            <b>{labels.join(', ')}.</b> {caution}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The host of an address, which is what a reader wants to see of it. */
const hostOf = (address: string) => address.replace(/^https?:\/\/(www\.)?/i, '').replace(/[/?#].*$/, '');

export function KnownFacts({ fields }: { readonly fields: readonly FieldFacts[] }) {
  return (
    <>
      {GROUPS.map(([group, title]) => {
        const known = fields.filter(({ field, facts }) => FIELDS[field].group === group && facts.length > 0);
        return (
          known.length > 0 && (
            <Section key={group} title={title}>
              <FactList>
                {known.map((field) => (
                  <Known key={field.field} {...field} />
                ))}
              </FactList>
              <Cautions fields={known} />
            </Section>
          )
        );
      })}
    </>
  );
}
