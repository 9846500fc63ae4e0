// Who you are and what you want: short first, the rest at leisure. Every change is saved by itself; nothing is required.
import { catalogState } from '#state/catalog.ts';
import { profile } from '#state/profile.ts';
import { wishes } from '#state/wishes.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page, PageFoot, Section } from '#ui/page.tsx';
import { AboutYou } from './about-you.tsx';
import { DealBreakers } from './deal-breakers.tsx';
import { MoreAboutYou } from './more-about-you.tsx';
import { Places } from './places.tsx';
import { ScoresPart } from './scores.tsx';
import { Specialties } from './specialties.tsx';
import { WishesPart } from './wishes.tsx';

export function Screen() {
  const me = profile.value;
  const want = wishes.value;
  const catalog = catalogState.value;
  if (me === undefined || want === undefined || catalog.kind !== 'ready')
    return <Page title="Profile and wishes" />;
  const weighs = Object.values(want.weights).some((weight) => weight > 0);
  return (
    <Page
      title="Profile and wishes"
      lead="Kept on this device as you type. Leave out whatever you like; what is not said is not assumed."
    >
      <Specialties me={me} overview={catalog.overview} />
      <AboutYou me={me} />
      <Places me={me} />
      <WishesPart me={me} want={want} overview={catalog.overview} />
      <DealBreakers want={want} overview={catalog.overview} hasHome={me.home !== undefined} />
      <MoreAboutYou me={me} />
      <ScoresPart me={me} />
      <Section title="What if">
        <p>
          Try another specialty, another city or other weights without touching any of this.{' '}
          <a href="/what-if">Try a what-if</a>
        </p>
      </Section>
      {(me.specialties.length > 0 || me.exploring) && weighs && (
        <PageFoot>
          <ButtonLink look="solid" wide href="/programs">
            See your programs
          </ButtonLink>
        </PageFoot>
      )}
    </Page>
  );
}
