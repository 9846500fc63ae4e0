// What the app has to say about itself, one quiet line each: that nothing is being saved, that the notebook is in use
// elsewhere, that the catalog is on its way, that a new version is ready. Silence means that all is well, with or without
// a network.
import type { ComponentChildren } from 'preact';
import { catalogState, retryCatalog } from '#state/catalog.ts';
import { notebookState } from '#state/notebook.ts';
import { tryWritingAgain, writeState } from '#state/write-state.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Progress } from '#ui/progress.tsx';
import { notebookWords } from './notebook-words.ts';
import styles from './status-lines.module.css';
import { updateChosen, updatePutOff, updateState } from './updates.ts';

interface LineProps {
  readonly tone: 'quiet' | 'warn';
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

function Line({ tone, actions, children }: LineProps) {
  return (
    <div class={`${styles.line} ${styles[tone]}`}>
      <Icon name={tone === 'warn' ? 'warn' : 'refresh'} />
      <p class={styles.words}>{children}</p>
      {actions}
    </div>
  );
}

function NotebookLine() {
  const words = notebookWords(notebookState.value);
  if (words === null) return null;
  const reload = (
    <Button look="quiet" onClick={() => location.reload()}>
      Reload
    </Button>
  );
  return (
    <Line tone="warn" actions={words.remedy === 'reload' && reload}>
      {words.sentence}
    </Line>
  );
}

/** A single change that did not reach the notebook; where nothing at all is saved, the line above says so already. */
function WriteLine() {
  const write = writeState.value;
  if (write.kind !== 'failing' || notebookWords(notebookState.value) !== null) return null;
  return (
    <Line
      tone="warn"
      actions={
        <Button look="quiet" onClick={() => void tryWritingAgain()}>
          Try again
        </Button>
      }
    >
      {write.sentence}
    </Line>
  );
}

function CatalogFailure() {
  const catalog = catalogState.value;
  if (catalog.kind !== 'failed') return null;
  return (
    <Line
      tone="warn"
      actions={
        <Button look="quiet" onClick={() => void retryCatalog()}>
          Try again
        </Button>
      }
    >
      {catalog.sentence}
    </Line>
  );
}

/** Outside the live region: its count would be read out seventy times. */
function CatalogProgress() {
  const catalog = catalogState.value;
  if (catalog.kind !== 'fetching') return null;
  return (
    <div class={styles.progress}>
      <Progress label="Fetching the catalog" done={catalog.done} of={catalog.of === 0 ? null : catalog.of} />
    </div>
  );
}

function UpdateLine() {
  const { kind } = updateState.value;
  if (kind === 'none') return null;
  return (
    <Line
      tone="quiet"
      actions={
        <>
          <Button look="quiet" onClick={updateChosen}>
            {kind === 'waiting' ? 'Use it now' : 'Reload'}
          </Button>
          <Button look="quiet" onClick={updatePutOff}>
            Later
          </Button>
        </>
      }
    >
      {kind === 'waiting' ? 'A new version is ready.' : 'A new version is in use in another tab.'}
    </Line>
  );
}

export interface StatusLinesProps {
  /** The screen tells of the catalog itself. */
  readonly catalogIsShown: boolean;
}

export function StatusLines({ catalogIsShown }: StatusLinesProps) {
  return (
    <div class={styles.lines}>
      {!catalogIsShown && <CatalogProgress />}
      <div role="status">
        {!catalogIsShown && <CatalogFailure />}
        <NotebookLine />
        <WriteLine />
        <UpdateLine />
      </div>
    </div>
  );
}
