// The client of signed metadata on the command line, for tests by others. Exit code 0: done; 1: refused; 2: not
// understood. The reason is one line on standard error; nothing else is ever printed.
import { tufClient } from './tuf-verbs.ts';

process.exit(await tufClient(process.argv.slice(2), (line) => process.stderr.write(`${line}\n`)));
