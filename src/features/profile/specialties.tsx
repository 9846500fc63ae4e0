// The specialties, in order: the list is made for the first, one may be the backup. Who is still exploring chooses
// nothing and is asked for nothing.
import type { SpecialtyId } from '#domain/ids.ts';
import type { Profile } from '#domain/profile.ts';
import type { CatalogOverview } from '#domain/query.ts';
import { saveProfile } from '#state/profile.ts';
import { IconButton } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { Section } from '#ui/page.tsx';
import { SelectField } from '#ui/select-field.tsx';
import styles from './specialties.module.css';
import { SpecialtyField } from './specialty-field.tsx';

const MOST = 8;

/** Saves the order; a backup that is not among them any more is none. */
function put(me: Profile, specialties: readonly SpecialtyId[]): void {
  const keepsBackup = me.backup === undefined || specialties.indexOf(me.backup) > 0;
  void saveProfile({ specialties: [...specialties], ...(keepsBackup ? {} : { backup: undefined }) });
}

function noteOf(me: Profile, id: SpecialtyId, at: number): string | null {
  if (me.backup === id) return 'your backup';
  if (at > 0) return null;
  return me.exploring ? 'lists open with this one' : 'your list is made for this one';
}

export function Specialties({ me, overview }: { readonly me: Profile; readonly overview: CatalogOverview }) {
  const { specialties: chosen, exploring = false } = me;
  const nameOf = (id: string) => overview.specialties.find((each) => each.id === id)?.name ?? id;
  const addLabel = exploring
    ? 'Add a specialty to look at'
    : chosen.length === 0
      ? 'Specialty'
      : 'Add a second choice or a backup';
  return (
    <Section
      title={exploring ? 'Specialties you are looking at' : 'Specialty'}
      aside={(exploring || chosen.length > 1) && <a href="/explore">See them side by side</a>}
    >
      {chosen.length > 0 && (
        <ol class={styles.list}>
          {chosen.map((id, at) => (
            <li key={id} class={styles.line}>
              <span>
                {nameOf(id)}
                {noteOf(me, id, at) && <small class={styles.first}>{noteOf(me, id, at)}</small>}
              </span>
              {at > 0 && (
                <IconButton
                  icon="chevron-up"
                  label={`Move ${nameOf(id)} up`}
                  onClick={() => put(me, chosen.toSpliced(at, 1).toSpliced(at - 1, 0, id))}
                />
              )}
              <IconButton
                icon="close"
                label={`Remove ${nameOf(id)}`}
                onClick={() =>
                  put(
                    me,
                    chosen.filter((each) => each !== id),
                  )
                }
              />
            </li>
          ))}
        </ol>
      )}
      {chosen.length < MOST && (
        <SpecialtyField
          label={addLabel}
          overview={overview}
          without={chosen}
          onChoose={(id) => put(me, [...chosen, id])}
        />
      )}
      {chosen.length > 1 && !exploring && (
        <SelectField
          label="Your backup"
          hint="For your own reference: the order above is what lists go by."
          none="None of them"
          value={me.backup}
          choices={chosen.slice(1).map((id) => ({ value: id, label: nameOf(id) }))}
          onCommit={(backup) => void saveProfile({ backup })}
        />
      )}
      <CheckField
        label="I am still exploring"
        hint="No specialty and no scores are needed. Look at as many as you like; everything can be opened without them."
        checked={exploring}
        onCommit={(on) => void saveProfile({ exploring: on || undefined })}
      />
    </Section>
  );
}
