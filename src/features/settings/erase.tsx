// Erasing everything, behind a typed word. It cannot be undone, so it is the one thing that asks first.
import { useState } from 'preact/hooks';
import { clearNotebook } from '#state/notebook.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextField } from '#ui/text-field.tsx';
import styles from './screen.module.css';

const WORD = 'erase';
const LEFT_WORDS = {
  notebook: 'the notebook',
  catalog: 'the catalog',
  'small-stores': 'settings',
  files: 'files',
  caches: 'the offline copy of the app',
} as const;

type Step =
  | { readonly kind: 'asking'; readonly wrong: boolean }
  | { readonly kind: 'erasing' }
  | { readonly kind: 'done'; readonly left: readonly string[] }
  | { readonly kind: 'failed' };

const reload = (
  <Button look="solid" icon="refresh" onClick={() => location.assign('/')}>
    Begin anew
  </Button>
);

export function Erase() {
  const [typed, setTyped] = useState('');
  const [step, setStep] = useState<Step>({ kind: 'asking', wrong: false });

  const erase = async () => {
    if (typed.trim().toLowerCase() !== WORD) return setStep({ kind: 'asking', wrong: true });
    setStep({ kind: 'erasing' });
    try {
      const outcome = await clearNotebook();
      setStep({
        kind: 'done',
        left: outcome.kind === 'partly' ? outcome.left.map((place) => LEFT_WORDS[place]) : [],
      });
    } catch {
      setStep({ kind: 'failed' });
    }
  };

  if (step.kind === 'done') {
    return step.left.length === 0 ? (
      <Notice title="Everything is erased" actions={reload}>
        Nothing of yours is left on this device.
      </Notice>
    ) : (
      <Notice tone="bad" title="Not all of it could be erased" actions={reload}>
        Still here: {step.left.join(', ')}. Close other tabs of Cairn and erase again.
      </Notice>
    );
  }
  if (step.kind === 'failed') {
    return (
      <Notice tone="bad" title="It may not be erased" actions={reload}>
        The browser’s storage does not answer. Clear the data of this site in the browser’s own settings.
      </Notice>
    );
  }
  return (
    <form
      class={styles.erase}
      onSubmit={(event) => {
        event.preventDefault();
        void erase();
      }}
    >
      <p>
        Your profile, wishes, shortlist and notes, the catalog and these settings are removed from this
        device. It cannot be undone.
      </p>
      <TextField
        label={`Type “${WORD}” to confirm`}
        value={typed}
        autoComplete="off"
        onType={setTyped}
        error={
          step.kind === 'asking' && step.wrong ? `Type the word ${WORD}, then press the button.` : undefined
        }
      />
      <Button look="danger" icon="trash" type="submit" disabled={step.kind === 'erasing'}>
        {step.kind === 'erasing' ? 'Erasing' : 'Erase everything'}
      </Button>
    </form>
  );
}
