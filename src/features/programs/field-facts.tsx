// What is known of a program, field by field, each value with its source and year; conflicts side by side; blanks said
// as blanks.
import type { FieldFacts } from '#domain/query.ts';
import { FIELDS, type FieldGroup } from '#domain/field.ts';
import { factWords } from '#domain/words.ts';
import { sourceWords } from '#state/sources.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/page.tsx';

const GROUPS: readonly (readonly [group: FieldGroup, title: string])[] = [
  ['program', 'The program'],
  ['training', 'Training'],
  ['visa', 'Visa'],
  ['hospital', 'The hospital it is linked to'],
  ['place', 'The place'],
  ['living', 'Living there'],
];

function Known({ field, facts }: FieldFacts) {
  const { label, form, ...rest } = FIELDS[field];
  const caution = 'caution' in rest ? rest.caution : undefined;
  return (
    <FactLine
      label={label}
      note={
        <>
          {facts.map((fact) => sourceWords(fact)).join(' · ')}
          {caution !== undefined && (
            <>
              <br />
              {caution}
            </>
          )}
        </>
      }
    >
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
            </Section>
          )
        );
      })}
    </>
  );
}
