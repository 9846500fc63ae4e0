// What is shown when a screen breaks or cannot come: one sentence of what happened, what was kept, and two ways on.
// One broken screen never takes the frame or another screen with it.
import { Component, type ComponentChildren } from 'preact';
import { online } from '#state/device.ts';
import { notebookState } from '#state/notebook.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import styles from './failure.module.css';
import { keptSentence } from './notebook-words.ts';

function Failure({
  title,
  sentence,
  detail,
}: {
  title: string;
  sentence: string;
  detail?: string | undefined;
}) {
  return (
    <Page title={title}>
      <div role="alert" class={styles.words}>
        <p>{sentence}</p>
        <p>{keptSentence(notebookState.value)}</p>
      </div>
      <ButtonRow>
        <Button look="solid" icon="refresh" onClick={() => location.reload()}>
          Reload
        </Button>
        <ButtonLink href="/">Go to Today</ButtonLink>
      </ButtonRow>
      {detail !== undefined && (
        <details class={styles.detail}>
          <summary>What the app says about it</summary>
          <pre>{detail}</pre>
        </details>
      )}
    </Page>
  );
}

/** In place of a screen whose code did not arrive. */
export function MissingScreen() {
  return (
    <Failure
      title="This screen did not open"
      sentence={
        online.value
          ? 'Its part of the app could not be fetched. A newer version may have been put in place meanwhile; reload to use it.'
          : 'Its part of the app is not on this device yet, and there is no network. Connect once, and it will open without one from then on.'
      }
    />
  );
}

interface GuardedState {
  readonly error: Error | null;
}

/** Stands around each screen; give it a key so that another address begins anew. */
export class Guarded extends Component<{ readonly children: ComponentChildren }, GuardedState> {
  override state: GuardedState = { error: null };

  static override getDerivedStateFromError(error: unknown): GuardedState {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Failure
        title="This screen stopped"
        sentence="Something in the app went wrong while it was being shown."
        detail={error.stack ?? error.message}
      />
    );
  }
}
