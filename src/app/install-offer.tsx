// The quiet offer to put the app on the home screen, under Today.
import { installChosen } from '#state/device.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button.tsx';
import { installOffer, installRefused } from './install.ts';
import styles from './install-offer.module.css';

export function InstallOffer() {
  const offer = installOffer.value;
  if (offer === 'none') return null;
  return (
    <aside class={styles.offer} aria-label="Put Cairn on your home screen">
      <div class={styles.words}>
        <h2>Keep Cairn on your home screen</h2>
        <p>
          {offer === 'prompt'
            ? 'It opens like any app, without a network, and the browser is less likely to clear what you wrote.'
            : 'It opens like any app, and the browser will not clear what you wrote after a week away.'}
        </p>
      </div>
      <ButtonRow>
        {offer === 'prompt' ? (
          <Button icon="phone" onClick={() => void installChosen()}>
            Install
          </Button>
        ) : (
          <ButtonLink icon="phone" href="/settings#install">
            See the steps
          </ButtonLink>
        )}
        <Button look="quiet" onClick={installRefused}>
          No, thanks
        </Button>
      </ButtonRow>
    </aside>
  );
}
