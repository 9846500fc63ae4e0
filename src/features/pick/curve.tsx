// What more money buys: the worth of the best list at each fee, with the budget marked. The picture has a table twin.
import type { PickCurve } from '#domain/query.ts';
import { usd } from '#domain/words.ts';
import { Table } from '#ui/table.tsx';
import styles from './curve.module.css';

const WIDTH = 328;
const HEIGHT = 92;
/** Points of worth a whole ten applications must add before they are said to help. */
const HARDLY = 1;

export interface CurveProps {
  readonly points: NonNullable<PickCurve>;
  readonly budgetUsd: number;
}

/** The least spent from which less than a point more is to be had; null where every dollar still helps. */
function hardlyHelpsFrom(points: CurveProps['points']): number | null {
  const best = points.at(-1)?.worth ?? 0;
  const from = points.find(({ worth }) => best - worth < HARDLY);
  return from && from !== points.at(-1) ? from.usd : null;
}

const TABLE_ROWS = 8;

export function Curve({ points, budgetUsd }: CurveProps) {
  const last = points.at(-1);
  if (points.length < 2 || !last) return null;
  const widest = Math.max(last.usd, budgetUsd);
  const x = (money: number) => (money / widest) * WIDTH;
  const y = (worth: number) => HEIGHT - 4 - (worth / Math.max(last.worth, 1e-9)) * (HEIGHT - 12);
  const line = points
    .map(
      ({ usd: money, worth }, at) => `${at === 0 ? 'M' : 'L'}${x(money).toFixed(1)} ${y(worth).toFixed(1)}`,
    )
    .join('');
  const hardly = hardlyHelpsFrom(points);
  const words =
    hardly === null
      ? 'Every application still helps at the end of this curve.'
      : `After about ${usd(hardly)}, more hardly helps.`;
  const every = Math.max(1, Math.ceil(points.length / TABLE_ROWS));
  return (
    <figure class={styles.figure}>
      <svg
        class={styles.curve}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`What more money buys. ${words}`}
      >
        <path class={styles.area} d={`${line}L${x(last.usd).toFixed(1)} ${HEIGHT}L0 ${HEIGHT}Z`} />
        <path class={styles.line} d={line} />
        <path class={styles.budget} d={`M${x(budgetUsd).toFixed(1)} 0V${HEIGHT}`} />
      </svg>
      <figcaption>{words}</figcaption>
      <details>
        <summary>The curve as a table</summary>
        <Table
          caption="Worth of the best list by what it costs"
          columns={[
            { key: 'fees', label: 'Fees' },
            { key: 'worth', label: 'Worth, in points', numeric: true },
          ]}
          rows={points
            .filter((_, at) => at % every === 0 || at === points.length - 1)
            .map(({ usd: money, worth }) => ({ key: String(money), cells: [usd(money), worth.toFixed(1)] }))}
        />
      </details>
    </figure>
  );
}
