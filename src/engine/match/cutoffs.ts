// Program cutoffs: in a large market a stable matching is told by one number per program, the score that just got a seat
// (Azevedo and Leshno 2016). Keeping its mean and spread over many seasons turns "would it take me" into one formula and
// spares the phone the market.

export interface Cutoffs {
  readonly seasons: number;
  /** 0–1: how much programs agree on applicants; see `SeasonPlan`. */
  readonly agreement: number;
  /** Mean and standard deviation of the cutoff over the seasons in which the program filled; NaN if it never did. */
  readonly mean: Float64Array;
  readonly sd: Float64Array;
  /** Share of seasons in which the program filled all its seats. */
  readonly filled: Float64Array;
}

/** Collects cutoffs of one season after another: −Infinity for a seat left free, Infinity for a program without seats. */
export function gatherCutoffs(programs: number, agreement: number) {
  let seasons = 0;
  const filled = new Float64Array(programs);
  const finite = new Float64Array(programs);
  const mean = new Float64Array(programs);
  const squares = new Float64Array(programs);
  return {
    add(cutoff: Float64Array): void {
      seasons++;
      for (let p = 0; p < programs; p++) {
        const value = cutoff[p] ?? -Infinity;
        if (value > -Infinity) filled[p] = (filled[p] ?? 0) + 1;
        if (!Number.isFinite(value)) continue;
        // Welford 1962: no difference of large sums.
        const n = (finite[p] = (finite[p] ?? 0) + 1);
        const before = value - (mean[p] ?? 0);
        mean[p] = (mean[p] ?? 0) + before / n;
        squares[p] = (squares[p] ?? 0) + before * (value - (mean[p] ?? 0));
      }
    },
    sum: (): Cutoffs => ({
      seasons,
      agreement,
      mean: mean.map((value, p) => ((finite[p] ?? 0) > 0 ? value : Number.NaN)),
      sd: squares.map((sum, p) => ((finite[p] ?? 0) > 0 ? Math.sqrt(sum / (finite[p] ?? 1)) : Number.NaN)),
      filled: filled.map((count) => (seasons > 0 ? count / seasons : 0)),
    }),
  };
}

/** P(a standard normal number ≤ x), absolute error below 7.5e-8 (Abramowitz and Stegun 26.2.17). */
export function normalCdf(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x));
  const poly =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return x >= 0 ? 1 - tail : tail;
}

/**
 * Chance that program `p` takes an applicant of `strength` (standard normal scale) who ranks it, 0–1:
 * a free seat, or a score above a cutoff that itself varies. Score and cutoff are taken as normal and independent.
 */
export function takeChance(cutoffs: Cutoffs, p: number, strength: number): number {
  const { agreement } = cutoffs;
  const filled = cutoffs.filled[p] ?? 0;
  if (filled === 0) return 1;
  const mean = cutoffs.mean[p] ?? Number.NaN;
  // It filled without a score to reach: it has no seats.
  if (Number.isNaN(mean)) return 0;
  const spread = Math.sqrt(1 - agreement * agreement + (cutoffs.sd[p] ?? 0) ** 2);
  const above =
    spread > 0 ? normalCdf((agreement * strength - mean) / spread) : Number(agreement * strength >= mean);
  return 1 - filled + filled * above;
}
