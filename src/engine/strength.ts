// The strength factor every chance shares: how strong this applicant looks to programs in general, one standard normal
// number integrated over 15 nodes. Without it twenty chances of .10 would add up to .88; with it, to about .72.
// [Note: Shared strength] logit P(program j says yes | z) = shift_j + sd · z, and shift_j is set so that the mean over z
// is exactly the chance that was stated. Given z, programs decide independently.

/** Nodes z and weights of a rule for the standard normal law; the weights add up to one. */
export interface NormalRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/** He_n(x)/√n! and the same for n − 1: orthonormal Hermite polynomials by their three-term recurrence. */
function hermite(n: number, x: number): { readonly last: number; readonly before: number } {
  let before = 0;
  let last = 1;
  for (let k = 1; k <= n; k++) {
    const next = (x * last - Math.sqrt(k - 1) * before) / Math.sqrt(k);
    before = last;
    last = next;
  }
  return { last, before };
}

/** The root of He_n between two points of opposite sign, by Newton steps kept inside the bracket. */
function rootBetween(n: number, from: number, to: number): number {
  let low = from;
  let high = to;
  const rising = hermite(n, high).last > 0;
  let x = (low + high) / 2;
  for (let step = 0; step < 100; step++) {
    const { last, before } = hermite(n, x);
    if (last > 0 === rising) high = x;
    else low = x;
    // (He_n/√n!)′ = √n · He_{n−1}/√(n−1)!
    const newton = x - last / (Math.sqrt(n) * before);
    if (Math.abs(newton - x) <= 1e-10) return newton;
    x = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return x;
}

/**
 * The Gauss–Hermite rule with `n` points for the standard normal law: exact for polynomials to degree 2n − 1.
 * Roots of He_k separate those of He_{k+1} (interlacing), so every root is bracketed by the rule before it; the weights
 * are 1/(n · h_{n−1}(x)²) with orthonormal h (Abramowitz and Stegun 25.4.46, rescaled).
 */
export function gaussHermite(n: number): NormalRule {
  let roots: number[] = [];
  for (let k = 1; k <= n; k++) {
    // All roots of He_k lie inside ±2√k.
    const fences = [-2 * Math.sqrt(k), ...roots, 2 * Math.sqrt(k)];
    roots = fences.slice(1).map((to, at) => rootBetween(k, fences[at] ?? 0, to));
  }
  // The rule is symmetric; halving the differences makes it so to the last bit.
  const nodes = Float64Array.from(roots, (x, at) => (x - (roots[n - 1 - at] ?? 0)) / 2);
  return { nodes, weights: nodes.map((x) => 1 / (n * hermite(n, x).before ** 2)) };
}

/** The 15 nodes used for every chance in the app. */
export const STRENGTH: NormalRule = gaussHermite(15);
export const STRENGTH_NODES = 15;

/** The standard normal 90 % point: an 80 % range runs from −Z90 to Z90. */
export const Z90 = 1.2815515655446004;

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
export const logit = (p: number): number => Math.log(p / (1 - p));

/** e^(−sd · z) at the 15 nodes: what turns one exponential of a shift into a chance at every node. */
export const nodeFactors = (sd: number): Float64Array => STRENGTH.nodes.map((z) => Math.exp(-sd * z));

/**
 * The shift a with Σ w · logistic(a + sd · z) = `mean` over the 15 nodes; ±Infinity for a mean of 1 or 0.
 * `mean` is a probability; `sd` is in logits, 0 or more; `factors` are those of `sd`, to be made once for many means.
 * Newton steps kept inside a bracket; the left side rises with a, so there is one solution.
 */
export function logitShift(mean: number, sd: number, factors: Float64Array = nodeFactors(sd)): number {
  if (mean <= 0) return -Infinity;
  if (mean >= 1) return Infinity;
  if (sd === 0) return logit(mean);
  const { nodes, weights } = STRENGTH;
  const farthest = sd * (nodes[STRENGTH_NODES - 1] ?? 0);
  let low = logit(mean) - farthest;
  let high = logit(mean) + farthest;
  // A logistic of a normal is close to a logistic with its slope shrunk by √(1 + π sd²/8) (MacKay 1992).
  let shift = logit(mean) * Math.sqrt(1 + (Math.PI / 8) * sd * sd);
  for (let step = 0; step < 60; step++) {
    const scale = Math.exp(-shift);
    let value = -mean;
    let slope = 0;
    for (let k = 0; k < STRENGTH_NODES; k++) {
      const p = 1 / (1 + scale * (factors[k] ?? 0));
      value += (weights[k] ?? 0) * p;
      slope += (weights[k] ?? 0) * p * (1 - p);
    }
    if (value > 0) high = shift;
    else low = shift;
    const newton = shift - value / slope;
    // Newton doubles the digits: a step of 1e-8 leaves an error near 1e-16.
    if (Math.abs(newton - shift) <= 1e-8) return newton;
    shift = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return shift;
}
