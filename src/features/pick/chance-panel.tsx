// What the list knows of chances: the range for the whole, its make-up by tier, the signals spent, the season so far.
import type { PickChance } from '#domain/query.ts';
import { Notice } from '#ui/notice.tsx';
import { Tag } from '#ui/tag.tsx';
import { anyPlaceWords, exactWords, seasonWords, signalsWords } from './chance-words.ts';
import styles from './chance-panel.module.css';

function Tiers({ tiers }: PickChance) {
  return (
    <p class={styles.tags}>
      <Tag tone="accent">{tiers.reach} reach</Tag>
      <Tag tone="accent">{tiers.target} target</Tag>
      <Tag tone="accent">{tiers.likely} likely</Tag>
    </p>
  );
}

function Signals({ signals }: PickChance) {
  if (!signals)
    return <p class={styles.quiet}>No signal limit is published for this specialty, so none is assigned.</p>;
  const { gold, silver, season, source, note } = signals;
  if (gold.limit + silver.limit === 0)
    return <p class={styles.quiet}>This specialty takes no signals in {season}.</p>;
  return (
    <details class={styles.quiet}>
      <summary>{signalsWords(signals)}</summary>
      <p>
        Limits of the {season} season: {source}. {note}
      </p>
      <p>
        A signal goes to the institution and counts for all its tracks in a specialty. It is spent here where
        it lifts the list most, not where the program is best.
      </p>
    </details>
  );
}

export function ChancePanel({ chance }: { readonly chance: PickChance }) {
  const season = seasonWords(chance.shift);
  return (
    <>
      {season && <Notice>{season}</Notice>}
      <p>{anyPlaceWords(chance)}</p>
      <Tiers {...chance} />
      <Signals {...chance} />
      <details class={styles.quiet}>
        <summary>How sure is that?</summary>
        <p>{exactWords(chance)}</p>
        <p>
          Tiers are chances of an interview: reach under 15 in 100, target under 40, likely from there. They
          rest on published figures of whole groups, never on you as a person.{' '}
          <a href="/guide#chances">How the numbers are made</a>
        </p>
      </details>
    </>
  );
}
