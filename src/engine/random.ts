// The one source of chance below the worker: seeded, so that the same question has the same answer. It never reads a
// clock or the platform's own generator.

/** The next number, uniform in [0, 1). */
export type Random = () => number;

/**
 * sfc32 (Chris Doty-Humphrey, PractRand), its 128 bits of state filled from one seed by splitmix32.
 * `seed` is taken as an unsigned 32-bit integer. The period is at least 2^32; each number carries 32 random bits.
 */
export function seededRandom(seed: number): Random {
  let mixed = seed >>> 0;
  const splitmix32 = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let t = mixed ^ (mixed >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return t ^ (t >>> 15);
  };
  let a = splitmix32();
  let b = splitmix32();
  let c = splitmix32();
  let counter = 1;
  const next = () => {
    const t = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  // The reference seeding throws the first rounds away, until every bit of the seed has reached all of the state.
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** One standard normal number (Box and Muller 1958). Draws two uniforms and keeps no second value. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** An integer in 0 … `below` − 1. */
export const integerBelow = (random: Random, below: number): number => Math.floor(random() * below);

/** Puts `values` into a random order in place (Fisher and Yates). */
export function shuffle<T>(values: T[], random: Random): T[] {
  for (let last = values.length - 1; last > 0; last--) {
    const at = integerBelow(random, last + 1);
    const moved = values[last] as T;
    values[last] = values[at] as T;
    values[at] = moved;
  }
  return values;
}
