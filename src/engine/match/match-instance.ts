// Reads a `match-instance/1` document: programs, single applicants and couples with their lists. Refuses with one sentence
// whatever is not exactly that; it never repairs. Keys that only describe a document (kind, definition, source, answer …)
// are not read.

export interface ProgramList {
  readonly id: string;
  readonly quota: number;
  /** People, best first. */
  readonly list: readonly string[];
}

export interface SingleList {
  readonly id: string;
  /** Programs, best first. */
  readonly list: readonly string[];
}

export type ProgramPair = readonly [string | null, string | null];

export interface CoupleLists {
  readonly id: string;
  readonly members: readonly [string, string];
  /** Pairs of programs, best first; null: that member is not placed. Neither placed is always the last resort, unlisted. */
  readonly list: readonly ProgramPair[];
}

/** [Note: Stability] A program chooses, from those offered to it, the best on its list up to its quota. A single a blocks
 * with h if a prefers h and h, choosing from the people it holds plus a, keeps a. A couple blocks with a listed pair it
 * prefers if each program of the pair, choosing from the people it now holds plus the arriving members, keeps them; for a
 * pair naming one program twice both must be kept. A matching is stable if nobody blocks. */
export interface MatchInstance {
  readonly id: string;
  readonly programs: readonly ProgramList[];
  readonly singles: readonly SingleList[];
  readonly couples: readonly CoupleLists[];
}

export interface InstanceRefusal {
  readonly kind: 'refused';
  readonly reason: 'wrong-schema' | 'wrong-shape' | 'unknown-name' | 'repeated-name';
  readonly sentence: string;
}

export type ParsedInstance =
  | { readonly kind: 'instance'; readonly instance: MatchInstance }
  | InstanceRefusal;

/** Carries a refusal out of the depth of the document; never leaves this file. */
class Unreadable extends Error {
  readonly reason: InstanceRefusal['reason'];
  constructor(reason: InstanceRefusal['reason'], sentence: string) {
    super(sentence);
    this.reason = reason;
  }
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function record(value: unknown, what: string): Fields {
  if (!isRecord(value)) throw new Unreadable('wrong-shape', `${what} must be an object.`);
  return value;
}

function list(value: unknown, what: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new Unreadable('wrong-shape', `${what} must be a list.`);
  return value;
}

function onlyKeys(fields: Fields, keys: readonly string[], what: string): void {
  const other = Object.keys(fields).find((key) => !keys.includes(key));
  if (other !== undefined)
    throw new Unreadable('wrong-shape', `${what} has a field that is not known: ${other}.`);
}

function name(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '')
    throw new Unreadable('wrong-shape', `${what} must be a name.`);
  return value;
}

/** A list of names, all in `known`, none twice. */
function names(value: unknown, known: ReadonlySet<string>, what: string): readonly string[] {
  const seen = new Set<string>();
  for (const item of list(value, what)) {
    const id = name(item, `Each entry of ${what}`);
    if (!known.has(id))
      throw new Unreadable('unknown-name', `${what} names ${id}, which is nowhere defined.`);
    if (seen.has(id)) throw new Unreadable('repeated-name', `${what} names ${id} twice.`);
    seen.add(id);
  }
  return [...seen];
}

function readPair(value: unknown, programs: ReadonlySet<string>, what: string): ProgramPair {
  const pair = list(value, `Each pair of ${what}`);
  if (pair.length !== 2) throw new Unreadable('wrong-shape', `Each pair of ${what} must have two entries.`);
  const side = (id: unknown) => {
    if (id === null) return null;
    const program = name(id, `Each entry of a pair of ${what}`);
    if (!programs.has(program))
      throw new Unreadable('unknown-name', `${what} names ${program}, which is nowhere defined.`);
    return program;
  };
  return [side(pair[0]), side(pair[1])];
}

function readPairs(value: unknown, programs: ReadonlySet<string>, what: string): readonly ProgramPair[] {
  const pairs = list(value, what).map((pair) => readPair(pair, programs, what));
  // "Neither" as the last row says what holds anyway.
  const last = pairs.at(-1);
  const listed = last && last[0] === null && last[1] === null ? pairs.slice(0, -1) : pairs;
  const seen = new Set<string>();
  for (const pair of listed) {
    if (pair[0] === null && pair[1] === null)
      throw new Unreadable('wrong-shape', `${what} has an empty pair before its end.`);
    const key = JSON.stringify(pair);
    if (seen.has(key)) throw new Unreadable('repeated-name', `${what} has the pair ${key} twice.`);
    seen.add(key);
  }
  return listed;
}

function readProgram(id: string, value: unknown, people: ReadonlySet<string>): ProgramList {
  const fields = record(value, `Program ${id}`);
  onlyKeys(fields, ['quota', 'list'], `Program ${id}`);
  const { quota } = fields;
  if (typeof quota !== 'number' || !Number.isInteger(quota) || quota < 0 || quota > 1_000_000)
    throw new Unreadable('wrong-shape', `The quota of program ${id} must be a whole number, 0 or more.`);
  return { id, quota, list: names(fields.list, people, `The list of program ${id}`) };
}

/** A couple with its members known; its list is read once all programs are. */
function readMembers(value: unknown, at: number) {
  const fields = record(value, `Couple ${at + 1}`);
  onlyKeys(fields, ['id', 'members', 'list'], `Couple ${at + 1}`);
  const id = name(fields.id, `The id of couple ${at + 1}`);
  const pair = list(fields.members, `The members of couple ${id}`);
  if (pair.length !== 2) throw new Unreadable('wrong-shape', `Couple ${id} must have two members.`);
  const members: readonly [string, string] = [
    name(pair[0], `Each member of couple ${id}`),
    name(pair[1], `Each member of couple ${id}`),
  ];
  return { id, members, list: fields.list };
}

function readInstance(document: unknown): MatchInstance {
  const fields = record(document, 'The document');
  if (fields.schema !== 'match-instance/1')
    throw new Unreadable('wrong-schema', 'The document is not of schema match-instance/1.');
  const id = name(fields.id, 'The id');
  const programEntries = Object.entries(record(fields.programs, 'programs'));
  const singleEntries = Object.entries(record(fields.singles, 'singles'));
  const members = list(fields.couples, 'couples').map(readMembers);
  const people = new Set<string>();
  for (const person of [...singleEntries.map(([single]) => single), ...members.flatMap((c) => c.members)]) {
    if (people.has(person)) throw new Unreadable('repeated-name', `Person ${person} is defined twice.`);
    people.add(person);
  }
  const coupleIds = new Set(members.map((couple) => couple.id));
  if (coupleIds.size < members.length) throw new Unreadable('repeated-name', 'Two couples have the same id.');
  const programIds = new Set(programEntries.map(([program]) => program));
  return {
    id,
    programs: programEntries.map(([program, value]) => readProgram(program, value, people)),
    singles: singleEntries.map(([single, value]) => ({
      id: single,
      list: names(value, programIds, `The list of ${single}`),
    })),
    couples: members.map((couple) => ({
      ...couple,
      list: readPairs(couple.list, programIds, `The list of couple ${couple.id}`),
    })),
  };
}

/** Reads a document that JSON gave. */
export function parseMatchInstance(document: unknown): ParsedInstance {
  try {
    return { kind: 'instance', instance: readInstance(document) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: 'refused', reason: error.reason, sentence: error.message };
  }
}
