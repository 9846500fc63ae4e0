// The specialties, in order: the list is made for the first.
import type { Profile } from '#domain/profile.ts';
import type { CatalogOverview } from '#domain/query.ts';
import { saveProfile } from '#state/profile.ts';
import { IconButton } from '#ui/button.tsx';
import { ComboField } from '#ui/combo-field.tsx';
import { Section } from '#ui/page.tsx';
import styles from './specialties.module.css';

const MOST = 8;

export function Specialties({ me, overview }: { readonly me: Profile; readonly overview: CatalogOverview }) {
  const { specialties: chosen } = me;
  const nameOf = (id: string) => overview.specialties.find((each) => each.id === id)?.name ?? id;
  const put = (next: Profile['specialties']) => void saveProfile({ specialties: next });
  return (
    <Section title="Specialty">
      {chosen.length > 0 && (
        <ol class={styles.list}>
          {chosen.map((id, at) => (
            <li key={id} class={styles.line}>
              <span>
                {nameOf(id)}
                {at === 0 && <small class={styles.first}>your list is made for this one</small>}
              </span>
              {at > 0 && (
                <IconButton
                  icon="chevron-up"
                  label={`Move ${nameOf(id)} up`}
                  onClick={() => put(chosen.toSpliced(at, 1).toSpliced(at - 1, 0, id))}
                />
              )}
              <IconButton
                icon="close"
                label={`Remove ${nameOf(id)}`}
                onClick={() => put(chosen.filter((each) => each !== id))}
              />
            </li>
          ))}
        </ol>
      )}
      {chosen.length < MOST && (
        <ComboField
          label={chosen.length === 0 ? 'Specialty' : 'Add a second choice or a backup'}
          value=""
          collects
          offersAll
          nothing="No such specialty in the catalog."
          suggest={(text) =>
            overview.specialties
              .filter(
                ({ id, name }) => !chosen.includes(id) && name.toLowerCase().includes(text.toLowerCase()),
              )
              .map(({ id, name, programs }) => ({
                key: id,
                label: name,
                detail: `${programs} programs`,
                value: id,
              }))
          }
          onChoose={({ value }) => put([...chosen, value])}
        />
      )}
    </Section>
  );
}
