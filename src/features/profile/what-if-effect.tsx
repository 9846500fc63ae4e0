// What the what-if that is on changes beside the real profile, as it is now.
import { scenarioOn } from '#state/scenarios.ts';
import { realSelf, whatIfOf } from '#state/what-if.ts';
import { ownCriteria } from '#state/own-criteria.ts';
import { FactLine, FactList } from '#ui/fact-list.tsx';
import { Section } from '#ui/page.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { TopEffect } from './top-effect.tsx';
import { bandsWords, bandWords, changedWords, programsWords } from './what-if-words.ts';
import styles from './what-if-screen.module.css';

export function WhatIfChanges() {
  const on = scenarioOn.value;
  const real = realSelf.value;
  const effect = useAnswer(whatIfOf, []);
  if (!on || real === undefined) return null;
  const labels = new Map(ownCriteria.value?.map(({ key, label }) => [key, label]));
  const changed = changedWords(real, on, labels);
  if (changed.length === 0) {
    return (
      <p>
        So far it is a plain copy. <a href="/profile">Change something</a>, and what comes of it is shown
        here.
      </p>
    );
  }
  const chances = effect && bandsWords(effect.bands);
  return (
    <>
      <Section title="What you changed" aside={<a href="/profile">Change more</a>}>
        <ul class={styles.changes}>
          {changed.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </Section>
      {effect && (
        <Section title="What comes of it">
          <FactList>
            <FactLine label="Programs">{programsWords(effect.programs)}</FactLine>
            {effect.bands && chances && (
              <FactLine
                label="Chances of an interview"
                note={`Really: ${bandWords(effect.bands.before)}. In this what-if: ${bandWords(effect.bands.after)}.`}
              >
                {chances}
              </FactLine>
            )}
          </FactList>
          <h3>Your ten best, in this what-if</h3>
          <TopEffect effect={effect.top} label="Ten best in this what-if" />
        </Section>
      )}
    </>
  );
}
