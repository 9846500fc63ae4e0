// The weekly plan: the few people whose word would tell the user most about the programs they care for most. It never
// proposes anyone the user lets rest, is waiting for, or spoke with too lately, nor a second one for a program while
// another program needs somebody.
import type { Cadence, Contact, ContactId, ContactRole } from '#domain/contact.ts';
import type { FieldKey } from '#domain/field.ts';
import type { Pid } from '#domain/ids.ts';
import type { Wishes } from '#domain/wishes.ts';
import { blanksToAsk, type WeighedField, whoCanTell } from '#engine/questions/who-can-tell.ts';
import {
  heardAbout,
  lastTouch,
  type Network,
  talksByContact,
  underWay,
  type Voice,
  VOICES,
  voiceOf,
} from './heard.ts';

export const CONTACTS_A_WEEK = 3;
const DAY = 86_400_000;
/** What a first voice of each kind is worth, in points of weight: people who train there know daily life best. */
const VOICE_WORTH: Readonly<Record<Voice, number>> = { trainee: 10, alum: 6, teacher: 6 };
/** A blank the user weighs counts by its weight, one they do not by this. */
const PLAIN_BLANK = 0.5;
/** Somebody still to be found is worth less than somebody known. */
const TO_FIND = 0.5;
/** The role asked for when nobody of a voice is known. */
const ROLE_TO_FIND: Readonly<Record<Voice, ContactRole>> = {
  trainee: 'resident',
  alum: 'alum',
  teacher: 'faculty',
};

export interface PlanProgram {
  readonly pid: Pid;
  /** Fields without a fact. */
  readonly blanks: readonly FieldKey[];
}

export interface PlanRequest extends Network {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** In the user's order, best first, without those they have left. */
  readonly programs: readonly PlanProgram[];
  readonly weights: Wishes['weights'];
  /** For a contact without a cadence of their own. `rest` here: after a first contact no calendar brings them back. */
  readonly usualCadence: Readonly<Record<ContactRole, Cadence>>;
  /** Later contact known from elsewhere, such as a follow-up marked as done: instants by contact. */
  readonly touches?: ReadonlyMap<ContactId, number>;
  /** Programs that want no messages now; only their alumni are proposed. */
  readonly closed?: ReadonlySet<Pid>;
  readonly most?: number;
}

export interface ContactReason {
  /** 1 for the program the user likes best. */
  readonly place: number;
  /** The voice nobody has lent yet at this program; null where it has been heard. */
  readonly missing: Voice | null;
  /** Blanks this person could fill, the heaviest first. */
  readonly blanks: readonly WeighedField[];
  /** Whole days since the last contact; null where there was none. */
  readonly daysSince: number | null;
}

export type NextContact =
  | {
      readonly kind: 'contact';
      readonly contactId: ContactId;
      readonly pid: Pid;
      readonly reason: ContactReason;
    }
  /** Nobody is known: find someone of this role, perhaps through a contact. */
  | {
      readonly kind: 'find';
      readonly role: ContactRole;
      readonly through: ContactId | null;
      readonly pid: Pid;
      readonly reason: ContactReason;
    };

interface Need {
  readonly pid: Pid;
  readonly place: number;
  /** Programs lower in the order count less: 1 down to near 0. */
  readonly share: number;
  readonly missing: Set<Voice>;
  blanks: readonly WeighedField[];
}

interface Free {
  readonly contact: Contact;
  readonly daysSince: number | null;
}

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Roles that speak for a program, so that a word to them is a word to it. */
const SPEAKS_FOR_PROGRAM: ReadonlySet<ContactRole> = new Set([
  'resident',
  'chief',
  'attending',
  'faculty',
  'director',
  'coordinator',
]);

/** Contacts who may be asked now. Due is who was never in touch, or not for as long as the cadence says. */
function freeContacts(request: PlanRequest): Free[] {
  const { contacts, conversations, now, usualCadence, touches, closed } = request;
  const talks = talksByContact(conversations);
  return contacts.flatMap((contact): Free[] => {
    const { contactId, cadence, outreach, role, pids } = contact;
    if (cadence?.kind === 'rest') return [];
    if (SPEAKS_FOR_PROGRAM.has(role) && pids.some((pid) => closed?.has(pid))) return [];
    const theirs = talks.get(contactId) ?? [];
    if (theirs.some(({ held, startsAt }) => !held && startsAt >= now)) return [];
    if (underWay(contact, theirs, now).size > 0) return [];
    const spoken = theirs.some(({ held }) => held);
    // A first message that is out or went unanswered is for the follow-ups to weigh.
    if (!spoken && outreach && ['sent', 'booked', 'no-reply'].includes(outreach.status)) return [];
    const noted = touches?.get(contactId);
    const last = Math.max(
      lastTouch(contact, theirs, now) ?? Number.NEGATIVE_INFINITY,
      noted !== undefined && noted <= now ? noted : Number.NEGATIVE_INFINITY,
    );
    if (last === Number.NEGATIVE_INFINITY) return [{ contact, daysSince: null }];
    const days = (now - last) / DAY;
    const pause = cadence ?? usualCadence[role];
    // Whoever answered a first message waits for a date, not for the cadence.
    const answered = !spoken && outreach?.status === 'replied';
    const due = answered || (pause.kind === 'every' && days >= pause.days);
    return due ? [{ contact, daysSince: Math.floor(days) }] : [];
  });
}

function needsOf(request: PlanRequest): Map<Pid, Need> {
  const { contacts, conversations, insights, now, programs, weights } = request;
  const heard = heardAbout(request);
  const talks = talksByContact(conversations);
  const underWayByContact = contacts.map((contact) => ({
    contact,
    pids: underWay(contact, talks.get(contact.contactId) ?? [], now),
  }));
  const needs = new Map<Pid, Need>();
  for (const { pid, blanks } of programs) {
    if (needs.has(pid)) continue;
    const missing = new Set<Voice>(VOICES);
    for (const { contact, pids } of underWayByContact) {
      const voice = voiceOf(contact.role);
      if (voice && (heard.get(pid)?.has(contact.contactId) || pids.has(pid))) missing.delete(voice);
    }
    const told = new Set(
      insights.flatMap(({ pid: about, subject }) =>
        about === pid && subject.kind === 'field' ? [subject.field] : [],
      ),
    );
    needs.set(pid, {
      pid,
      place: needs.size + 1,
      share: 1 - needs.size / (programs.length + 1),
      missing,
      blanks: blanksToAsk(blanks, weights).filter(({ field }) => !told.has(field)),
    });
  }
  return needs;
}

const fillable = ({ blanks }: Need, role: ContactRole) =>
  blanks.filter(({ field }) => whoCanTell(field).includes(role));

interface Offer {
  readonly worth: number;
  readonly rapport: number;
  readonly daysSince: number;
  readonly key: string;
  readonly need: Need;
  readonly role: ContactRole;
  readonly next: NextContact;
}

const blankWorth = (blanks: readonly WeighedField[]) =>
  blanks.reduce((sum, { weight }) => sum + (weight > 0 ? weight : PLAIN_BLANK), 0);

function offerOf(need: Need, { contact, daysSince }: Free): Offer | null {
  const { contactId, role, rapport } = contact;
  const voice = voiceOf(role);
  const missing = voice && need.missing.has(voice) ? voice : null;
  const blanks = fillable(need, role);
  if (missing === null && blanks.length === 0) return null;
  return {
    worth: need.share * ((missing ? VOICE_WORTH[missing] : 0) + blankWorth(blanks)),
    rapport: rapport ?? 0,
    daysSince: daysSince ?? Number.POSITIVE_INFINITY,
    key: `1 ${contactId}`,
    need,
    role,
    next: {
      kind: 'contact',
      contactId,
      pid: need.pid,
      reason: { place: need.place, missing, blanks, daysSince },
    },
  };
}

/** The first missing voice that none of the free contacts could lend. */
function findOf(need: Need, free: readonly Free[], { contacts, closed }: PlanRequest): Offer | null {
  const there = ({ pids }: Contact) => pids.includes(need.pid);
  const voice = VOICES.find(
    (each) =>
      need.missing.has(each) &&
      (each === 'alum' || !closed?.has(need.pid)) &&
      !free.some(({ contact }) => there(contact) && voiceOf(contact.role) === each),
  );
  if (!voice) return null;
  const role = ROLE_TO_FIND[voice];
  const blanks = fillable(need, role);
  const [through] = contacts
    .filter((contact) => contact.cadence?.kind !== 'rest' && (there(contact) || contact.role === 'mentor'))
    .sort(
      (a, b) =>
        Number(there(b)) - Number(there(a)) ||
        (b.rapport ?? 0) - (a.rapport ?? 0) ||
        byText(a.contactId, b.contactId),
    );
  return {
    worth: need.share * (VOICE_WORTH[voice] + blankWorth(blanks)) * TO_FIND,
    rapport: 0,
    daysSince: Number.POSITIVE_INFINITY,
    key: `2 ${voice}`,
    need,
    role,
    next: {
      kind: 'find',
      role,
      through: through?.contactId ?? null,
      pid: need.pid,
      reason: { place: need.place, missing: voice, blanks, daysSince: null },
    },
  };
}

/** Worth most first; between equals whom the user knows better, was longest out of touch with, then by id. */
const before = (a: Offer, b: Offer) =>
  b.worth - a.worth ||
  b.rapport - a.rapport ||
  (a.daysSince === b.daysSince ? 0 : b.daysSince - a.daysSince) ||
  a.need.place - b.need.place ||
  byText(a.key, b.key);

/** At most `most`, best first; fewer where nobody could tell anything new. The order of the contacts is nothing. */
export function nextContacts(request: PlanRequest): readonly NextContact[] {
  const needs = needsOf(request);
  let free = freeContacts(request);
  const served = new Set<Pid>();
  const chosen: NextContact[] = [];
  const most = Math.max(0, Math.floor(request.most ?? CONTACTS_A_WEEK));
  while (chosen.length < most) {
    const offers = [...needs.values()].flatMap((need) => [
      ...free.filter(({ contact }) => contact.pids.includes(need.pid)).map((each) => offerOf(need, each)),
      findOf(need, free, request),
    ]);
    const [best] = offers
      .filter((offer) => offer !== null)
      .sort((a, b) => Number(served.has(a.need.pid)) - Number(served.has(b.need.pid)) || before(a, b));
    if (!best) break;
    chosen.push(best.next);
    served.add(best.need.pid);
    const voice = voiceOf(best.role);
    if (voice) best.need.missing.delete(voice);
    const { next } = best;
    // What a person would bring is not asked of the next one; somebody still to be found may never come.
    if (next.kind === 'find') continue;
    best.need.blanks = best.need.blanks.filter(({ field }) => !whoCanTell(field).includes(best.role));
    free = free.filter(({ contact }) => contact.contactId !== next.contactId);
  }
  return chosen;
}
