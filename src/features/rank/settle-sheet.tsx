// "Which would you rather": two neighbors side by side by what you weigh. The answer is kept; a row moves only when you
// say so.
import { useState } from 'preact/hooks';
import type { Pid } from '#domain/ids.ts';
import type { RankList } from '#domain/rank-list.ts';
import type { FitReason, ProgramDetail } from '#domain/query.ts';
import { points, programName, whereWords } from '#domain/words.ts';
import { programsOf } from '#state/answers.ts';
import { sayRather } from '#state/rank-lists.ts';
import { Button } from '#ui/button.tsx';
import { Blank } from '#ui/fact-list.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { useAnswer } from '#ui/use-answer.ts';
import { VisuallyHidden } from '#ui/visually-hidden.tsx';
import { type Line, type Neighbors, neighborsToSettle } from './model.ts';
import { moveTo } from './moves.ts';
import styles from './settle-sheet.module.css';

export interface SettleSheetProps {
  readonly list: RankList;
  readonly lines: readonly Line[];
  readonly onClose: () => void;
}

const CRITERIA_SHOWN = 6;

interface Difference {
  readonly label: string;
  readonly a: FitReason | undefined;
  readonly b: FitReason | undefined;
  readonly weight: number;
}

/** What you weigh, the criteria that tell the two apart most first; what is known of one only comes last. */
export function differencesOf(a: ProgramDetail, b: ProgramDetail): readonly Difference[] {
  const apart = ({ a: x, b: y, weight }: Difference) =>
    x?.value === undefined || x.value === null || y?.value === undefined || y.value === null
      ? -1
      : weight * Math.abs(x.value - y.value);
  return a.reasons
    .map(
      (reason): Difference => ({
        label: reason.label,
        weight: reason.weight,
        a: reason,
        b: b.reasons.find(({ criterion }) => criterion === reason.criterion),
      }),
    )
    .filter(({ a: x, b: y }) => x?.words !== y?.words)
    .toSorted((x, y) => apart(y) - apart(x))
    .slice(0, CRITERIA_SHOWN);
}

function whyWords({ why, apart, upper, lower }: Neighbors): string {
  switch (why) {
    case 'said':
      return `You said you would rather go to ${lower.name}, yet ${upper.name} stands above it.`;
    case 'against':
      return `${lower.name} fits you better by ${apart} ${apart === 1 ? 'point' : 'points'}, yet stands below.`;
    case 'close':
      return apart === 0 ? 'Their fit is the same.' : 'Their fit is a point apart.';
  }
}

function Value({ reason }: { readonly reason: FitReason | undefined }) {
  return reason?.words ? <>{reason.words}</> : <Blank>not published</Blank>;
}

function SideBySide({ pids }: { readonly pids: readonly [Pid, Pid] }) {
  const programs = useAnswer(() => programsOf(() => pids), [pids.join()]);
  const [a, b] = programs ?? [];
  if (!a || !b || a.pid !== pids[0]) return <div class={styles.waiting} />;
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>What you weigh</VisuallyHidden>
          </th>
          {[a, b].map((program) => (
            <th key={program.pid} scope="col">
              {programName(program.name)}
              <small>{whereWords(program)}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Fit</th>
          <td>{a.fit ? points(a.fit.value) : <Blank>no score</Blank>}</td>
          <td>{b.fit ? points(b.fit.value) : <Blank>no score</Blank>}</td>
        </tr>
        {differencesOf(a, b).map((each) => (
          <tr key={each.label}>
            <th scope="row">{each.label}</th>
            <td>
              <Value reason={each.a} />
            </td>
            <td>
              <Value reason={each.b} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SettleSheet({ list, lines, onClose }: SettleSheetProps) {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [offer, setOffer] = useState<{
    readonly id: number;
    readonly name: string;
    readonly to: number;
  } | null>(null);
  const keyOf = ({ upper, lower }: Neighbors) => `${upper.entry.id}/${lower.entry.id}`;
  const open = neighborsToSettle(lines, list).filter((pair) => !skipped.has(keyOf(pair)));
  const [pair] = open;
  const skip = (each: Neighbors) => setSkipped(new Set([...skipped, keyOf(each)]));

  if (offer) {
    const done = (move: boolean) => {
      if (move) moveTo(list, offer.id, offer.to);
      setOffer(null);
    };
    return (
      <Sheet
        open
        onClose={onClose}
        title="Which would you rather?"
        foot={
          <>
            <Button look="solid" onClick={() => done(true)}>
              Move it up to {offer.to + 1}
            </Button>
            <Button onClick={() => done(false)}>Leave the order</Button>
          </>
        }
      >
        <p role="status">You would rather go to {offer.name}. It stands one below. Nothing has moved yet.</p>
      </Sheet>
    );
  }
  if (!pair) {
    return (
      <Sheet
        open
        onClose={onClose}
        title="Which would you rather?"
        foot={
          <Button look="solid" onClick={onClose}>
            Back to the list
          </Button>
        }
      >
        <p role="status">
          {skipped.size > 0
            ? 'Those you skipped are left. Come back to them after the next conversation.'
            : 'No neighbors are left to settle: your order and your words agree.'}
        </p>
      </Sheet>
    );
  }
  const { upper, lower } = pair;
  const say = (chose: 'a' | 'b' | 'same') => {
    void sayRather(list.listId, { a: upper.entry.id, b: lower.entry.id, chose });
    if (chose !== 'b') return;
    skip(pair);
    setOffer({ id: lower.entry.id, name: lower.name, to: upper.place - 1 });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title="Which would you rather?"
      foot={
        <>
          <Button onClick={() => say('same')}>Both the same</Button>
          <Button look="quiet" onClick={() => skip(pair)}>
            Not now
          </Button>
        </>
      }
    >
      <p class={styles.quiet} role="status">
        {open.length === 1 ? 'The last pair.' : `${open.length} pairs of neighbors.`} {whyWords(pair)}
      </p>
      <div class={styles.choice}>
        <Button wide onClick={() => say('a')}>
          {upper.name}
        </Button>
        <Button wide onClick={() => say('b')}>
          {lower.name}
        </Button>
      </div>
      {upper.program?.row && lower.program?.row && (
        <SideBySide pids={[upper.program.row.pid, lower.program.row.pid]} />
      )}
      <p class={styles.quiet}>
        Think of the day you open the letter, not of what is likely. Nothing moves unless you say so.
      </p>
    </Sheet>
  );
}
