// What-ifs: begin one, see what it changes, make it real or throw it away. The real profile is never touched before the
// user says so, and even that can be undone.
import { useState } from 'preact/hooks';
import type { Profile } from '#domain/profile.ts';
import type { Scenario } from '#domain/scenario.ts';
import type { Wishes } from '#domain/wishes.ts';
import { profile } from '#state/profile.ts';
import { adoptScenario, beginScenario, throwScenarioAway } from '#state/scenario-actions.ts';
import { leaveScenario, scenarioOn, scenarios, turnOnScenario } from '#state/scenarios.ts';
import { wishes } from '#state/wishes.ts';
import { Button, ButtonRow } from '#ui/button.tsx';
import { Page, Section } from '#ui/page.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toast.tsx';
import { WhatIfChanges } from './what-if-effect.tsx';
import styles from './what-if-screen.module.css';

const LONGEST_NAME = 60;

interface NewWhatIfProps {
  readonly isFirst: boolean;
  readonly me: Profile;
  readonly want: Wishes;
}

function NewWhatIf({ isFirst, me, want }: NewWhatIfProps) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | undefined>();
  const begin = async () => {
    if (name.trim() === '') return setError('Give it a name, such as “apply in family medicine, too”.');
    setError(undefined);
    setName('');
    await beginScenario(name, { profile: me, wishes: want });
  };
  return (
    <Section title={isFirst ? 'Begin one' : 'Begin another'}>
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <TextField
          label="What if"
          placeholder="I moved to the West"
          value={name}
          maxLength={LONGEST_NAME}
          error={error}
          onType={setName}
        />
        <Button type="submit" look={isFirst ? 'solid' : 'line'} icon="plus">
          Begin
        </Button>
      </form>
    </Section>
  );
}

function throwAway({ key, name }: Scenario): void {
  showToast({ words: `“${name}” is thrown away.`, undo: throwScenarioAway(key) });
}

async function adopt(scenario: Scenario): Promise<void> {
  const undo = await adoptScenario(scenario);
  showToast({ words: `“${scenario.name}” is your profile now.`, undo: () => void undo() });
}

function On({ scenario }: { readonly scenario: Scenario }) {
  return (
    <>
      <p>
        Every screen goes by this what-if while it is on, and what you change in your profile or your wishes
        changes only the what-if.
      </p>
      <WhatIfChanges />
      <ButtonRow>
        <Button look="solid" onClick={leaveScenario}>
          Back to the real one
        </Button>
        <Button onClick={() => void adopt(scenario)}>Make it real</Button>
        <Button look="danger" icon="trash" onClick={() => throwAway(scenario)}>
          Throw away
        </Button>
      </ButtonRow>
    </>
  );
}

export function Screen() {
  const [all, on] = [scenarios.value, scenarioOn.value];
  const [me, want] = [profile.value, wishes.value];
  if (all === undefined || on === undefined || me === undefined || want === undefined)
    return <Page title="What if" />;
  const others = all.filter(({ key }) => key !== on?.key).toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Page
      title={on ? `What if: ${on.name}` : 'What if'}
      lead={
        on
          ? undefined
          : 'A copy of your profile and wishes under a name. Change whatever you like in it, look around, then make it real or throw it away. Your real profile stays as it is.'
      }
    >
      {on && <On scenario={on} />}
      {others.length > 0 && (
        <Section title={on ? 'Your other what-ifs' : 'Your what-ifs'}>
          <ul class={styles.list}>
            {others.map((scenario) => (
              <li key={scenario.key} class={styles.line}>
                <b class={styles.name}>{scenario.name}</b>
                <ButtonRow>
                  <Button onClick={() => turnOnScenario(scenario.key)}>Turn on</Button>
                  <Button look="quiet" icon="trash" onClick={() => throwAway(scenario)}>
                    Throw away
                  </Button>
                </ButtonRow>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {!on && <NewWhatIf isFirst={all.length === 0} me={me} want={want} />}
    </Page>
  );
}
