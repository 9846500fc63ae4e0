// Making a criterion: a name and a scale. What is typed is kept until it is made.
import { useState } from 'preact/hooks';
import type { OwnScale } from '#domain/own-criterion.ts';
import { makeCriterion } from '#state/own-criteria.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/page.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './criteria-screen.module.css';
import { readLevels, SCALES } from './model.ts';

const LONGEST_NAME = 80;

export function NewCriterion() {
  const [name, setName] = useState('');
  const [kind, setKind] = useState<OwnScale['kind']>('stars');
  const [words, setWords] = useState('');
  const [errors, setErrors] = useState<{ name?: string; levels?: string }>({});

  const make = async () => {
    const levels = readLevels(words);
    const noName = name.trim() === '' ? { name: 'Give it a name, such as “near a beach”.' } : {};
    const noLevels = kind === 'levels' && levels.kind === 'refused' ? { levels: levels.error } : {};
    setErrors({ ...noName, ...noLevels });
    if (noName.name !== undefined || noLevels.levels !== undefined) return;
    const scale: OwnScale =
      kind === 'levels' ? { kind, levels: levels.kind === 'levels' ? levels.levels : [] } : { kind };
    const outcome = await makeCriterion(name, scale);
    if (outcome.kind === 'refused') return setErrors({ name: 'That name is too long. 80 letters at most.' });
    setName('');
    setWords('');
  };

  return (
    <Section title="Add a criterion">
      <form
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label="Name"
          hint="Something no list knows: near a beach, my sister is there, felt welcome."
          value={name}
          maxLength={LONGEST_NAME}
          error={errors.name}
          onType={setName}
        />
        <RadioGroup label="How you mark it" value={kind} choices={SCALES} onCommit={setKind} />
        {kind === 'levels' && (
          <TextField
            label="Your words, from worst to best"
            hint="Two to seven, with commas between."
            placeholder="no, maybe, yes, a dream"
            value={words}
            error={errors.levels}
            onType={setWords}
          />
        )}
        <Button type="submit" icon="plus">
          Add
        </Button>
      </form>
    </Section>
  );
}
