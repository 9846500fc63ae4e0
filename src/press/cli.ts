// `npm run -s catalog -- <verb>`: the verbs of the printing room, and nothing else.
import { build } from './build-verb.ts';
import { calibrateVerb } from './calibrate/calibrate-verb.ts';
import { runVerb } from './run-verb.ts';
import type { Verb } from './verb.ts';

const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['build', build],
  ['calibrate', calibrateVerb],
]);

process.exitCode = await runVerb(VERBS, process.argv.slice(2), {
  line: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
