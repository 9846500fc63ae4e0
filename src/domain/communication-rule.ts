// What may be written to a program and what may not, as data: word lists, patterns over words, and beside each rule one
// short fact with its source. Cairn quotes and links; it gives no verdict.
import * as z from 'zod/mini';

/**
 * A pattern over the words of one sentence, as text. Words stand in their plain form (`rank` finds ranked and ranking).
 * `<name>` any entry of that word list · `a|b` either word or list · `( a b / c d )` either run of words ·
 * `x?` or `( … ) ?` maybe · `!x` not here · `*` up to 3 words, `*7` up to 7 · `^` the start of the sentence, `$` its end.
 */
const Pattern = z.string().check(z.minLength(1), z.maxLength(400));

const DraftPattern = z.strictObject({
  says: Pattern,
  /** `asks`: only in a question, or a request in other words. `tells`: in anything but a question. */
  mood: z.optional(z.enum(['asks', 'tells'])),
  /** Each must be in the same sentence, too. */
  with: z.optional(z.array(Pattern).check(z.minLength(1))),
  /** None may be in the same sentence. */
  without: z.optional(z.array(Pattern).check(z.minLength(1))),
  /** Counts even beside a "not". */
  evenNegated: z.optional(z.literal(true)),
});
export type DraftPattern = z.infer<typeof DraftPattern>;

const RuleFact = z.strictObject({
  /** At most 25 words. */
  text: z.string().check(z.minLength(10), z.maxLength(240)),
  /** Whether the words are the source's or ours. */
  wording: z.enum(['official', 'ours']),
  source: z.string().check(z.minLength(3), z.maxLength(200)),
  link: z.string().check(z.regex(/^https:\/\//)),
  /** ISO date on which the source was read. */
  readOn: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  note: z.optional(z.string().check(z.maxLength(240))),
});
export type RuleFact = z.infer<typeof RuleFact>;

export const CommunicationRule = z.strictObject({
  id: z.string().check(z.regex(/^[a-z-]{3,40}$/)),
  /** What it finds, in a few words for the screen. */
  finds: z.string().check(z.minLength(5), z.maxLength(120)),
  /** `flag`: the source forbids it or may. `note`: sources disagree. */
  severity: z.enum(['flag', 'note']),
  facts: z.array(RuleFact).check(z.minLength(1), z.maxLength(4)),
  patterns: z.array(DraftPattern).check(z.minLength(1)),
});
export type CommunicationRule = z.infer<typeof CommunicationRule>;

export const CommunicationRules = z.strictObject({
  /** ISO date of the whole set. */
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  /** Word lists for `<name>`; an entry may be several words and may name another list. */
  words: z.record(z.string().check(z.regex(/^[a-z-]+$/)), z.array(z.string()).check(z.minLength(1))),
  /** What is typed → what is meant, for whole words: contractions, shorthand, common slips. */
  spellings: z.record(z.string(), z.string()),
  /** Words whose misspellings are forgiven. */
  forgiven: z.array(z.string()),
  /** Words that look like a slip of a forgiven one and are not. */
  never: z.array(z.string()),
  /** What turns a statement into a request. */
  requests: z.array(Pattern),
  /** What takes a sentence back before it is said ("I am not asking …"). */
  disclaimers: z.array(Pattern),
  rules: z.array(CommunicationRule).check(z.minLength(1)),
});
export type CommunicationRules = z.infer<typeof CommunicationRules>;
