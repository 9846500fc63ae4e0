// The chapters of the guide: short texts of our own. They quote nobody and promise nothing.
import type { ComponentChildren } from 'preact';
import { WEIGHT_WORDS } from '#ui/weight-slider.tsx';
import styles from './screen.module.css';

export const CHAPTERS: readonly { id: string; title: string; words: ComponentChildren }[] = [
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
    id: 'chances',
    title: 'How chances are made',
    words: (
      <>
        <p>
          A chance here always means: of people who apply as you do, with about your score, how many were
          invited or matched. It starts from published tables: what share of a group matched in a specialty,
          and how that share rises with the Step 2 score. Where a table gives a curve, the curve is used;
          where it gives one rate, the curve of similar specialties is laid through it.
        </p>
        <p>
          From there the chance of one interview is worked back: a typical list of that group, with its usual
          number of applications and signals, must bring the share of matches that was published. What is
          known to move an invitation is then added: a signal, the state you live in, ties to a region, your
          home program. Each has a range of its own, and only the strongest tie to a place is counted, because
          nobody has measured them together.
        </p>
        <p>
          Programs do not decide like coins tossed apart. If one thinks better of you than your score says,
          the others are likely to as well. So every list is worked out for fifteen versions of you, from
          weaker to stronger than your score, each counted by how common it is. That is why twenty programs at
          one in ten are a safer bet on paper than in life. Invitations and rejections you enter shift those
          fifteen counts, and all chances with them.
        </p>
        <p>
          What you see is a band and a range that holds in four cases of five. Reach is under 15 in 100 for an
          interview, target under 40, likely from there; a range across two bands is named by both. It is
          never drawn narrower than four points to either side. Published rates are shown as what they are: a
          group, a year, a source.
        </p>
        <p>
          The pick list then looks for the set of programs and signals that is worth most within your budget:
          what each place would be worth to you, times the chance that it is the best one you get. Where the
          set can be proven best, Cairn says so; elsewhere it says how much better another could be at most.
          Chances stay out of the rank list: ranking by true preference is always best, and a chance there
          could only mislead you.
        </p>
        <p>
          It cannot see letters, an essay, a conversation, a red flag, or what a program looks for this year.
          Most tables are of one to five seasons ago, read second-hand, and hold few people in small
          specialties. For US citizens who studied abroad nothing recent is published by specialty, and the
          ranges are wide for it.
        </p>
      </>
    ),
  },
  {
    id: 'not-known',
    title: 'What Cairn does not know',
    words: (
      <ul class={styles.list}>
        <li>
          Whether a program will take you. It knows how groups of people fared, and you are not a group.
        </li>
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
