// The ten best programs after a change, each with where it was before, and those that gave way.
import type { Placed, TopEffect as Effect } from '#domain/scenario.ts';
import { points, programName, whereWords } from '#domain/words.ts';
import styles from './top-effect.module.css';

function moveWords({ was }: Placed, place: number, hadFit: boolean): string | null {
  if (!hadFit) return null;
  if (was === null) return 'new';
  if (was === place) return 'the same';
  return `was ${was}`;
}

export function TopEffect({ effect, label }: { readonly effect: Effect; readonly label: string }) {
  const { after, gone, fit } = effect;
  if (!fit.after) return <p>Nothing has a weight, so there is no order to speak of.</p>;
  if (after.length === 0) return <p>No program is left to be in order.</p>;
  return (
    <>
      <ol class={styles.list} aria-label={label}>
        {after.map((placed, at) => {
          const { row, was } = placed;
          const move = moveWords(placed, at + 1, fit.before);
          return (
            <li key={row.pid} class={styles.line}>
              <span class={styles.place}>{at + 1}</span>
              <span>
                <a href={`/programs/${row.pid}`}>{programName(row.name)}</a>
                <small class={styles.where}>{whereWords(row)}</small>
              </span>
              <span class={styles.side}>
                {row.fit && <span class={styles.points}>{points(row.fit.value)}</span>}
                {move !== null && (
                  <small class={styles.move} data-changed={was !== at + 1 || undefined}>
                    {move}
                  </small>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {gone.length > 0 && (
        <p class={styles.gone}>
          Not among the ten any more:{' '}
          {gone.map(({ pid, name }, at) => (
            <span key={pid}>
              {at > 0 && ', '}
              <a href={`/programs/${pid}`}>{programName(name)}</a>
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}
