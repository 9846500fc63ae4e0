// The way to add a program that the catalog lacks, at the end of every list.
import lazy, { ErrorBoundary } from 'preact-iso/lazy';
import { useState } from 'preact/hooks';
import { Button } from '#ui/button.tsx';

// Rarely needed: the list must not wait for it.
const OwnProgramForm = lazy(async () => (await import('./own-program-form.tsx')).OwnProgramForm);

export function AddProgram() {
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Button look="quiet" icon="plus" onClick={() => setAdding(true)} aria-haspopup="dialog">
        Add a program that is missing
      </Button>
      {adding && (
        <ErrorBoundary>
          <OwnProgramForm program={null} onClose={() => setAdding(false)} />
        </ErrorBoundary>
      )}
    </>
  );
}
