// A hundred thousand random changes to signed metadata and chunks, or as many as the first argument says: none may be
// taken for what it is not, and none may throw. Prints what came of them; ends with 1 if any did.
import { mutate } from '../sync/trust/mutations.ts';

const BATCH = 5_000;
const count = Number(process.argv[2] ?? 100_000);
const began = performance.now();
const sum = { tried: 0, same: 0, refused: 0, taken: 0, thrown: 0 };
for (let seed = 1; sum.tried < count; seed++) {
  const tally = await mutate(Math.min(BATCH, count - sum.tried), seed);
  sum.tried += tally.tried;
  sum.same += tally.same;
  sum.refused += tally.refused;
  sum.taken += tally.taken.length;
  sum.thrown += tally.thrown.length;
  for (const line of [...tally.taken, ...tally.thrown]) console.error(line);
}
const seconds = (performance.now() - began) / 1_000;
console.log(JSON.stringify({ ...sum, seconds: Math.round(seconds), msEach: (seconds * 1_000) / sum.tried }));
process.exitCode = sum.taken + sum.thrown > 0 ? 1 : 0;
