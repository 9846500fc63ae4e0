// Many imaginary seasons, and what score each program ended at. A generator: it pauses by itself after a slice of work, so
// that the worker can look for a newer question, report progress, or drop it. It reads no clock.
import type { Random } from '#engine/random.ts';
import { type Cutoffs, gatherCutoffs } from './cutoffs.ts';
import { emptySettling, enter, FREE } from './deferred-acceptance.ts';
import { drawSeason, isSpent, type Meter, type Season, type SeasonPlan } from './draw-market.ts';

export interface SimulationProgress {
  readonly seasonsDone: number;
  readonly seasons: number;
  /** The cutoffs of the seasons done, for whoever stops here. */
  readonly soFar: () => Cutoffs;
}

/** The score that just got a seat at each program in one season; −Infinity where a seat stayed free. */
function* settleSeason({ market, score }: Season, meter: Meter): Generator<void, Float64Array, void> {
  const state = emptySettling(market);
  for (let a = 0; a < market.applicants; a++) if (isSpent(meter, enter(market, state, a))) yield;
  const cutoff = new Float64Array(market.programs).fill(-Infinity);
  for (let p = 0; p < market.programs; p++) {
    const worst = state.seats[2 * market.seatStart[p]!];
    if (market.quota[p] === 0) cutoff[p] = Infinity;
    else if (worst !== FREE) cutoff[p] = score[market.programLists.start[p]! + worst!]!;
  }
  return cutoff;
}

/**
 * Simulates `seasons` seasons. Yields its progress about every `slice` list entries of work; returns the cutoffs. To stop,
 * ask no further (or call `return()`). The same plan and seed give the same cutoffs whatever the slice.
 */
export function* simulateSeasons(
  plan: SeasonPlan,
  seasons: number,
  random: Random,
  slice: number,
): Generator<SimulationProgress, Cutoffs, void> {
  const meter: Meter = { slice, left: slice };
  const cutoffs = gatherCutoffs(plan.quota.length, plan.agreement);
  for (let done = 0; done < seasons; done++) {
    const progress = { seasonsDone: done, seasons, soFar: cutoffs.sum };
    const drawing = drawSeason(plan, random, meter);
    let drawn = drawing.next();
    for (; drawn.done !== true; drawn = drawing.next()) yield progress;
    const settling = settleSeason(drawn.value, meter);
    let settled = settling.next();
    for (; settled.done !== true; settled = settling.next()) yield progress;
    cutoffs.add(settled.value);
    yield { ...progress, seasonsDone: done + 1 };
  }
  return cutoffs.sum();
}
