// Words of the command line → a verb and its exit code. A command that makes no sense gets one line and 2, a
// disk that fails one line and 1.
import type { Output, Verb } from './verb.ts';

export async function runVerb(
  verbs: ReadonlyMap<string, Verb>,
  [name, ...args]: readonly string[],
  io: Output,
): Promise<number> {
  const verb = verbs.get(name ?? '');
  if (!verb) {
    const asked = name === undefined ? 'no verb' : `unknown verb “${name}”`;
    io.error(`catalog: ${asked}; one of: ${[...verbs.keys()].join(', ')}`);
    return 2;
  }
  try {
    return await verb.run(args, io);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    // The disk said no, not the words.
    if (error instanceof Error && 'syscall' in error) {
      io.error(`catalog ${name}: ${reason}`);
      return 1;
    }
    io.error(`catalog ${name}: ${reason}; usage: ${verb.usage}`);
    return 2;
  }
}
