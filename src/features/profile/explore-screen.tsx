// Specialties side by side, for someone who has not chosen: how large, where, and what is published. It asks for nothing
// and ranks nothing.
import type { PublishedGroup, SpecialtyPortrait } from '#domain/specialty-portrait.ts';
import { catalogState } from '#state/catalog.ts';
import { profile, saveProfile } from '#state/profile.ts';
import { specialtiesOf } from '#state/what-if.ts';
import { ButtonLink, IconButton } from '#ui/button.tsx';
import { Blank, FactLine, FactList } from '#ui/fact-list.tsx';
import { Figure } from '#ui/figure.tsx';
import { Page } from '#ui/page.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import styles from './explore-screen.module.css';
import { APPLICANT_TYPES, GROUP_WORDS } from './model.ts';
import { SpecialtyField } from './specialty-field.tsx';

const MOST = 8;
const count = (n: number) => n.toLocaleString('en-US');
const ALL_TYPES = APPLICANT_TYPES.map(({ value }) => value);

/** The specialties of the profile; without a type every group with published figures is shown. */
function question() {
  const me = profile.value;
  return me && { ids: me.specialties, types: me.applicantType ? [me.applicantType] : ALL_TYPES };
}

/** `about 9 in 10`, with what it rests on in the note. */
const rateWords = (rate: number) =>
  rate > 0.95 ? 'nearly all' : `about ${Math.max(1, Math.round(rate * 10))} in 10`;

function MatchRate({ type, headline }: PublishedGroup) {
  const who = GROUP_WORDS[type];
  if (!headline) {
    return (
      <FactLine label={`Matched, of ${who}`}>
        <Blank>not published</Blank>
      </FactLine>
    );
  }
  const { rate, people, years } = headline;
  return (
    <FactLine label={`Matched, of ${who} who wanted it most`} note={`${count(people)} people, ${years}`}>
      {rateWords(rate)}
    </FactLine>
  );
}

function Applications({ type, applications }: PublishedGroup) {
  if (!applications) return null;
  const { count: many, years } = applications;
  return (
    <FactLine label={`A typical list of ${GROUP_WORDS[type]}`} note={years}>
      about {count(Math.round(many))} applications
    </FactLine>
  );
}

function Regions({ regions, name }: Pick<SpecialtyPortrait, 'regions' | 'name'>) {
  const most = regions[0]?.programs ?? 1;
  return (
    <ul class={styles.regions} aria-label={`Where ${name} programs are`}>
      {regions.map((region) => (
        <li key={region.name}>
          <span>{region.name}</span>
          <span class={styles.bar} style={{ '--part': region.programs / most }} aria-hidden="true" />
          <span class={styles.count}>{count(region.programs)}</span>
        </li>
      ))}
    </ul>
  );
}

function Portrait({ portrait }: { readonly portrait: SpecialtyPortrait }) {
  const { id, name, programs, states, nearHome, classSize, published } = portrait;
  const chosen = profile.value?.specialties ?? [];
  const known = published.filter(({ headline }) => headline !== null);
  return (
    <li class={styles.specialty}>
      <h2>{name}</h2>
      <IconButton
        icon="close"
        label={`Stop looking at ${name}`}
        onClick={() => void saveProfile({ specialties: chosen.filter((each) => each !== id) })}
      />
      <p>
        <Figure size="big" unit={`programs in ${states} states and territories`}>
          {count(programs)}
        </Figure>
      </p>
      <Regions regions={portrait.regions} name={name} />
      <FactList>
        {nearHome !== null && (
          <FactLine label="Within 100 miles of your home">
            {nearHome === 0 ? 'none' : nearHome === 1 ? 'one program' : `${count(nearHome)} programs`}
          </FactLine>
        )}
        <FactLine
          label="Residents a year, the middle program"
          note={classSize && `Known of ${count(classSize.known)} programs.`}
        >
          {classSize ? count(classSize.middle) : <Blank>not published</Blank>}
        </FactLine>
        {(known.length > 0 ? known : published.slice(0, 1)).map((group) => (
          <MatchRate key={group.type} {...group} />
        ))}
        {published.map((group) => (
          <Applications key={group.type} {...group} />
        ))}
      </FactList>
      <p>
        <a href={`/programs#specialty=${id}`}>See its programs</a>
      </p>
    </li>
  );
}

/** What the figures shown rest on, each source once. */
function Sources({ portraits }: { readonly portraits: readonly SpecialtyPortrait[] }) {
  const names = portraits.flatMap(({ published }) =>
    published.flatMap(({ headline, applications }) =>
      [headline?.sourceName, applications?.sourceName].filter((name) => name !== undefined),
    ),
  );
  if (names.length === 0) return null;
  return (
    <details>
      <summary>Where these figures come from</summary>
      <ul>
        {[...new Set(names)].map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

export function Screen() {
  const portraits = useAnswer(() => specialtiesOf(question), []);
  const me = profile.value;
  const catalog = catalogState.value;
  if (me === undefined || catalog.kind !== 'ready') return <Page title="Explore specialties" />;
  const { specialties } = me;
  return (
    <Page
      title="Explore specialties"
      lead="Side by side and in no order of merit. You can look for years before you choose; nothing here is a step towards a list."
      width="wide"
    >
      {specialties.length < MOST && (
        <SpecialtyField
          label={specialties.length === 0 ? 'A specialty to look at' : 'Add another'}
          overview={catalog.overview}
          without={specialties}
          onChoose={(id) =>
            // Whoever adds one here is looking, not choosing; a choice made before stays one.
            void saveProfile({
              specialties: [...specialties, id],
              ...(specialties.length === 0 && { exploring: true }),
            })
          }
        />
      )}
      {portraits && portraits.length > 0 && (
        <ul class={styles.list}>
          {portraits.map((portrait) => (
            <Portrait key={portrait.id} portrait={portrait} />
          ))}
        </ul>
      )}
      <p>
        Match rates are of people who made this specialty their first choice, as published; who applies
        differs from one specialty to the next, so they do not say how hard it is for you.
      </p>
      {portraits && <Sources portraits={portraits} />}
      <ButtonLink href="/programs">See all programs</ButtonLink>
    </Page>
  );
}
