// The engine on the command line: one JSON document (or an array of them) in, the same shape of answers out. A reason
// for a refusal is one line on standard error, with exit code 2; nothing else is ever printed.
import { readFileSync } from 'node:fs';
import { answersOf, type Verb, VERBS } from './engine-verbs.ts';

const complain = (sentence: string): never => {
  process.stderr.write(`${sentence.replaceAll(/\s*\n\s*/g, ' ')}\n`);
  process.exit(2);
};

const [name = '', ...rest] = process.argv.slice(2);
const verb: Verb | undefined = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
if (!verb || rest.length > 0)
  complain(`Usage: engine ${Object.keys(VERBS).join('|')}, with a JSON document on standard input.`);
else {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(0, 'utf8'));
  } catch {
    complain('Standard input is not a JSON document.');
  }
  const answered = answersOf(verb, document);
  if (answered.kind === 'refused') complain(answered.sentence);
  else process.stdout.write(`${JSON.stringify(answered.answer)}\n`);
}
