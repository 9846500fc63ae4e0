// The checklist before a list counts. Cairn certifies nothing: it says what has to be done elsewhere, and remembers what
// was ticked about which state of the list.
import { type CheckKey, lastStep, type RankList } from '#domain/rank-list.ts';
import type { SeasonDate } from '#domain/rules.ts';
import { tick } from '#state/rank-lists.ts';
import { Button } from '#ui/button.tsx';
import { CheckField } from '#ui/check-field.tsx';
import { ExternalLink } from '#ui/external-link.tsx';
import { Notice } from '#ui/notice.tsx';
import { Section } from '#ui/page.tsx';
import { Sheet } from '#ui/sheet.tsx';
import styles from './certify.module.css';
import { CERTIFY_ITEMS, dateLine, deadlineOf, deadlineWords } from './certify-words.ts';
import { momentWords } from './history-words.ts';
import type { Warning } from './warnings.ts';

export interface CertifySheetProps {
  readonly list: RankList;
  readonly warnings: readonly Warning[];
  readonly dates: readonly SeasonDate[];
  readonly now: number;
  readonly onClose: () => void;
}

function Item({
  list,
  itemKey,
  label,
  hint,
}: {
  list: RankList;
  itemKey: CheckKey;
  label: string;
  hint: string;
}) {
  const ticked = list.ticks.find(({ key }) => key === itemKey);
  const isStale = ticked !== undefined && ticked.after !== lastStep(list);
  const since = ticked && `Ticked ${momentWords(ticked.at)}.`;
  return (
    <CheckField
      label={label}
      hint={since ? `${since} ${hint}` : hint}
      {...(isStale && { error: 'The list has changed since. Look again, then tick it anew.' })}
      checked={ticked !== undefined && !isStale}
      onCommit={(on) => void tick(list.listId, itemKey, on)}
    />
  );
}

export function CertifySheet({ list, warnings, dates, now, onClose }: CertifySheetProps) {
  const deadline = deadlineOf(dates);
  return (
    <Sheet
      open
      onClose={onClose}
      title="Before it counts"
      foot={
        <Button look="solid" onClick={onClose}>
          Done
        </Button>
      }
    >
      <p>
        A list in Cairn is a draft. Only what you certify in the official Registration, Ranking, and Results
        system (R3) of the NRMP takes part in the Match. Saving there is not certifying: the list has to say
        certified.
      </p>
      <Notice tone={deadline ? 'warn' : 'quiet'} title={deadlineWords(deadline, now)}>
        {deadline === null
          ? 'This catalog carries no date for it. Look it up in the official calendar.'
          : deadline.sourceType === 'primary'
            ? `Source: ${deadline.source}.`
            : `From a second-hand source (${deadline.source}). Check it in the official calendar.`}{' '}
        <ExternalLink href="https://www.nrmp.org">nrmp.org</ExternalLink>
      </Notice>
      {warnings.length > 0 && (
        <Section
          title={warnings.length === 1 ? 'One thing to look at' : `${warnings.length} things to look at`}
        >
          <ul class={styles.warnings}>
            {warnings.map(({ key, sentence }) => (
              <li key={key}>{sentence}</li>
            ))}
          </ul>
        </Section>
      )}
      <div class={styles.items}>
        {CERTIFY_ITEMS.map(({ key, label, hint }) => (
          <Item key={key} list={list} itemKey={key} label={label} hint={hint} />
        ))}
      </div>
      {dates.length > 0 && (
        <Section title="Around it">
          <ul class={styles.dates}>
            {dates.map((date) => (
              <li key={`${date.date} ${date.timeEt ?? ''} ${date.event}`}>{dateLine(date)}</li>
            ))}
          </ul>
        </Section>
      )}
    </Sheet>
  );
}
