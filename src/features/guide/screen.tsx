// How Cairn works and what it cannot know, in short texts of our own. It quotes nobody and promises nothing.
import type { ComponentChildren } from 'preact';
import { WEIGHT_WORDS } from '#ui/weight-slider.tsx';
import { Page, Section } from '#ui/page.tsx';
import styles from './screen.module.css';

const CHAPTERS: readonly { id: string; title: string; words: ComponentChildren }[] = [
  {
    id: 'fit',
    title: 'How fit is made',
    words: (
      <>
        <p>
          You say how much each wish counts, from “{WEIGHT_WORDS[0]}” to “{WEIGHT_WORDS[5]}”. Each wish is
          measured at each program on a scale from worst to best: a program at your door is best for “close to
          home”, and every further 300 miles halves that. Fit is the average of these, each counted by its
          weight, on a scale of a hundred.
        </p>
        <p>
          The thin line beside a number shows how far it could move. Its left end puts everything unknown at
          its worst, its right end at its best. Where two lines overlap and what is known of both does not
          tell them apart, the two tie, and no order between them means anything.
        </p>
        <p>Open a program to see every part of its number: the wish, its weight, the value and its source.</p>
      </>
    ),
  },
  {
    id: 'blanks',
    title: 'Honest blanks',
    words: (
      <p>
        What nobody has published is shown as “not published”. It is left out of the fit, never counted as
        zero or as the middle, and makes the line longer instead. Every blank that a person could fill comes
        with a question to ask.
      </p>
    ),
  },
  {
    id: 'deal-breakers',
    title: 'Deal-breakers',
    words: (
      <p>
        A deal-breaker takes a program out of your lists, however good the rest is. It does so only on what is
        known: a program that does not say stays in. Each list says how many were kept out, and nothing is out
        for good.
      </p>
    ),
  },
  {
    id: 'not-known',
    title: 'What Cairn does not know',
    words: (
      <ul class={styles.list}>
        <li>Your chances. This version gives none, and fit says nothing about them.</li>
        <li>What residents think. That is learned from people, and your notes are the place for it.</li>
        <li>Visa policies, lowest scores and class sizes of most programs: few publish them.</li>
        <li>
          Programs approved since the newest list, and closures since. Those last seen before 2024 are hidden
          until you ask for them.
        </li>
        <li>
          The main hospital of every program for sure. It is linked by name and place, and about 2 to 4 in 100
          links are expected to be wrong.
        </li>
      </ul>
    ),
  },
  {
    id: 'privacy',
    title: 'Privacy',
    words: (
      <p>
        There is no account. Your profile, wishes, shortlist and notes stay in this browser on this device,
        and no part of them is sent anywhere. Cairn asks its own host for the app and the catalog, the same
        for everyone. It measures nobody, shows no advertising, and no program can pay for a place.
      </p>
    ),
  },
  {
    id: 'rights',
    title: 'Sources and rights',
    words: (
      <>
        <p>
          The facts are compiled from public lists; <a href="/my-data">Data</a> names each with its year, its
          licence and its weakness. A program’s own word and that of the official bodies always stand above
          ours.
        </p>
        <p>
          Cairn is not affiliated with, or endorsed by, the AAMC, the ACGME, the AMA, the NRMP, Intealth, any
          program or any hospital. Names such as ERAS, FREIDA and The Match belong to their owners and are
          used only to say what is meant. Nothing here is legal or immigration advice.
        </p>
      </>
    ),
  },
];

export function Screen() {
  return (
    <Page title="Guide">
      <nav aria-label="In this guide">
        <ul class={styles.contents}>
          {CHAPTERS.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {CHAPTERS.map(({ id, title, words }) => (
        <Section key={id} id={id} title={title}>
          <div class={styles.words}>{words}</div>
        </Section>
      ))}
    </Page>
  );
}
