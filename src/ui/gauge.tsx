// A value on a scale of a hundred, and under it the trace of its range: how a number stands in a list.
import { Figure } from './figure.tsx';
import { Trace } from './trace.tsx';

export interface GaugeProps {
  /** The value as it is written, 0–100. */
  readonly points: number;
  /** 0–1. */
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  /** What the trace says, in words. */
  readonly label: string;
}

export function Gauge({ points, ...trace }: GaugeProps) {
  return (
    <>
      <Figure>{points}</Figure>
      <Trace {...trace} />
    </>
  );
}
