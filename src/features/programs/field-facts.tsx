// What is known of a program, field by field: the user's own value first, then every published one with its source and
// year; where sources differ it is said; blanks are said as blanks. A press on a value opens all there is to say of it.
import { isOwn, published } from '#domain/own.ts';
import { sourcesDiffer } from '#domain/disagreement.ts';
import type { Fact } from '#domain/fact.ts';
import { FIELDS, type FieldGroup, type FieldKey } from '#domain/field.ts';
import type { FieldFacts } from '#domain/query.ts';
import { factWords } from '#domain/words.ts';
import { sourceWords } from '#state/sources.ts';
import { ExternalLink } from '#ui/external-link.tsx';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/page.tsx';
import { Tag } from '#ui/tag.tsx';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { Blanks } from './blanks.tsx';
import styles from './field-facts.module.css';

const GROUPS: readonly (readonly [group: FieldGroup, title: string])[] = [
  ['program', 'The program'],
  ['training', 'Training'],
  ['visa', 'Visa'],
  ['hospital', 'The hospital it is linked to'],
  ['place', 'The place'],
  ['living', 'Living there'],
];

export interface GroupedFactsProps {
  readonly fields: readonly FieldFacts[];
  /** Opens a field: its sources, and the form for a value of the user's own. */
  readonly onOpen: (field: FieldKey) => void;
}

/** The host of an address, which is what a reader wants to see of it. */
const hostOf = (address: string) => address.replace(/^https?:\/\/(www\.)?/i, '').replace(/[/?#].*$/, '');

/** The press opens the field; of an address, the words beside it do, because the address itself leads away. */
function Value({ field, fact, onOpen }: { field: FieldKey; fact: Fact; onOpen: () => void }) {
  const { label, form } = FIELDS[field];
  const about = <VisuallyHidden>, {label}: where it is from, and a value of your own</VisuallyHidden>;
  if (form !== 'link') {
    return (
      <button type="button" class={styles.value} onClick={onOpen} aria-haspopup="dialog">
        {factWords(field, fact)}
        {about}
      </button>
    );
  }
  return (
    <>
      <ExternalLink href={String(fact.value)}>{hostOf(String(fact.value))}</ExternalLink>{' '}
      <button type="button" class={styles.value} onClick={onOpen} aria-haspopup="dialog">
        correct
        {about}
      </button>
    </>
  );
}

function Known({ field, facts, onOpen }: FieldFacts & { readonly onOpen: () => void }) {
  const differ = sourcesDiffer(field, published(facts));
  return (
    <FactLine label={FIELDS[field].label}>
      <ul class={styles.values}>
        {facts.map((fact, at) => (
          <li key={`${fact.source}-${at}`} data-own={isOwn(fact) || undefined}>
            {at === 0 ? (
              <Value field={field} fact={fact} onOpen={onOpen} />
            ) : (
              <span class={styles.other}>{factWords(field, fact)}</span>
            )}{' '}
            {isOwn(fact) ? (
              <Tag tone="accent">yours</Tag>
            ) : (
              <small class={styles.source}>{sourceWords(fact)}</small>
            )}
          </li>
        ))}
      </ul>
      {differ && <Tag tone="warn">⚠ sources differ</Tag>}
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
  // What the user knows themselves has no trap of a source.
  const cautions = cautionsOf(fields.filter(({ facts }) => published(facts).length > 0));
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

export function GroupedFacts({ fields, onOpen }: GroupedFactsProps) {
  return (
    <>
      {GROUPS.map(([group, title]) => {
        const inGroup = fields.filter(({ field }) => FIELDS[field].group === group);
        const known = inGroup.filter(({ facts }) => facts.length > 0);
        return (
          <Section key={group} title={title}>
            {known.length > 0 && (
              <FactList>
                {known.map((each) => (
                  <Known key={each.field} {...each} onOpen={() => onOpen(each.field)} />
                ))}
              </FactList>
            )}
            <Blanks
              fields={inGroup.filter(({ facts }) => facts.length === 0).map(({ field }) => field)}
              onOpen={onOpen}
            />
            <Cautions fields={known} />
          </Section>
        );
      })}
    </>
  );
}
