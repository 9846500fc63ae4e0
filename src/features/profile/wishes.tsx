// What counts, and how much: one slider a criterion, and under it what the user would like, once it counts.
import { CRITERIA } from '#domain/criterion.ts';
import type { CustomCriterion } from '#domain/own-criterion.ts';
import type { Profile } from '#domain/profile.ts';
import type { CatalogOverview } from '#domain/query.ts';
import { CRITERION_KEYS, type CriterionKey, type Weight, type Wishes } from '#domain/wishes.ts';
import { ownCriteria } from '#state/own-criteria.ts';
import { setWeight } from '#state/wishes.ts';
import { Section } from '#ui/page.tsx';
import { WeightSlider } from '#ui/weight-slider.tsx';
import { missingFor } from './model.ts';
import { Preference } from './preference.tsx';
import styles from './wishes.module.css';

interface WishesPartProps {
  readonly me: Profile;
  readonly want: Wishes;
  readonly overview: CatalogOverview;
}

function Wish({ criterion, me, want, overview }: WishesPartProps & { readonly criterion: CriterionKey }) {
  const weight = want.weights[criterion] ?? 0;
  const { states, regions, ownership } = want.preferences;
  const missing =
    weight > 0
      ? missingFor(criterion, {
          home: me.home !== undefined,
          ties: me.ties.length > 0,
          visa: me.visa !== undefined && me.visa !== 'none',
          region: states.length + regions.length > 0,
          ownership: ownership.length > 0,
        })
      : null;
  const slide = (next: number) => void setWeight(criterion, next as Weight);
  return (
    <div class={styles.wish}>
      <WeightSlider
        label={CRITERIA[criterion].label}
        hint={missing ?? CRITERIA[criterion].meaning}
        value={weight}
        onSlide={slide}
        onCommit={slide}
      />
      {weight > 0 && <Preference criterion={criterion} want={want} overview={overview} />}
    </div>
  );
}

/** A criterion of the user's own among the others: only its weight; the marks have a screen of their own. */
function OwnWish({ criterion, want }: { readonly criterion: CustomCriterion; readonly want: Wishes }) {
  const { key, label, marks } = criterion;
  const slide = (next: number) => void setWeight(key, next);
  const hint =
    marks.length === 0
      ? 'Yours. No program has a mark yet, so this stays unknown.'
      : `Yours, with ${marks.length === 1 ? 'one program' : `${marks.length} programs`} marked.`;
  return (
    <div class={styles.wish}>
      <WeightSlider
        label={label}
        hint={hint}
        value={want.weights[key] ?? 0}
        onSlide={slide}
        onCommit={slide}
      />
    </div>
  );
}

export function WishesPart(props: WishesPartProps) {
  return (
    <Section title="What counts" id="wishes">
      <p>Three is a good start. What you leave out is left out of the fit.</p>
      <p>
        Not sure how much? <a href="/rather">Answer “which would you rather”</a> and let the answers say.
      </p>
      {CRITERION_KEYS.map((criterion) => (
        <Wish key={criterion} criterion={criterion} {...props} />
      ))}
      {ownCriteria.value?.map((criterion) => (
        <OwnWish key={criterion.key} criterion={criterion} want={props.want} />
      ))}
      <p class={styles.wish}>
        <a href="/criteria">
          {ownCriteria.value?.length ? 'Your own criteria and their marks' : 'Add a criterion of your own'}
        </a>
      </p>
    </Section>
  );
}
