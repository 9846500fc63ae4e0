// `npm run -s catalog -- <verb>`: the verbs of the printing room, and nothing else.
import { build } from './build-verb.ts';
import { calibrateVerb } from './calibrate/calibrate-verb.ts';
import { importVerb } from './import-verb.ts';
import { outlines } from './outlines-verb.ts';
import { diff } from './release/diff-verb.ts';
import { keys } from './release/keys-verb.ts';
import { publish } from './release/publish-verb.ts';
import { refreshTimestamp } from './release/refresh-verb.ts';
import { rotateKeys } from './release/rotate-verb.ts';
import { sign } from './release/sign-verb.ts';
import { verify } from './release/verify-verb.ts';
import { runVerb } from './run-verb.ts';
import type { Verb } from './verb.ts';

const VERBS: ReadonlyMap<string, Verb> = new Map([
  ['import', importVerb],
  ['build', build],
  ['diff', diff],
  ['keys', keys],
  ['sign', sign],
  ['publish', publish],
  ['verify', verify],
  ['refresh-timestamp', refreshTimestamp],
  ['rotate', rotateKeys],
  ['calibrate', calibrateVerb],
  ['outlines', outlines],
]);

process.exitCode = await runVerb(VERBS, process.argv.slice(2), {
  line: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
