// How to put the app on the home screen of this device, said for the browser it runs in.
import { installChosen, installed, installWay } from '#state/device.ts';
import { shortlist } from '#state/shortlist.ts';
import { Button } from '#ui/button.tsx';
import { Icon } from '#ui/icon.tsx';
import { Notice } from '#ui/notice.tsx';
import styles from './screen.module.css';

function IosSteps() {
  const kept = shortlist.value?.length ?? 0;
  return (
    <>
      <Notice tone="warn" title="First, know this">
        On iPhone and iPad the browser tab and the installed app keep separate data.{' '}
        {kept > 0
          ? `The ${kept === 1 ? 'program' : `${kept} programs`} you keep here will not appear there by themselves, and this version cannot carry them across yet.`
          : 'Best install before you write anything.'}
      </Notice>
      <ol class={styles.steps}>
        <li>
          Press <b>Share</b>
          <Icon name="share" /> in the browser’s bar.
        </li>
        <li>
          Choose <b>Add to Home Screen</b>
          <Icon name="plus" />.
        </li>
        <li>Open Cairn from the home screen, and go on there.</li>
      </ol>
    </>
  );
}

export function InstallSteps() {
  if (installed.value) return <p>Cairn runs from your home screen. It opens with or without a network.</p>;
  switch (installWay.value) {
    case 'ios-steps':
      return <IosSteps />;
    case 'prompt':
      return (
        <>
          <p>
            It opens like any app, without a network, and the browser is less likely to clear what you wrote.
          </p>
          <div>
            <Button icon="phone" onClick={() => void installChosen()}>
              Install
            </Button>
          </div>
        </>
      );
    case 'none':
      return (
        <p>
          Look in your browser’s menu for <b>Install</b> or <b>Add to Home Screen</b>. If there is no such
          line, Cairn works in this tab all the same.
        </p>
      );
  }
}
