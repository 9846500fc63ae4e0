// Changes in words: what was, what is, and what it does to the list. States, never advises.
import type {
  ChangedProgram,
  Effect,
  ListPlace,
  OtherChanges,
  StandingChange,
  TrackChange,
} from '#domain/change.ts';
import type { Fit } from '#domain/query.ts';
import { points, programName } from '#domain/words.ts';

// A date without a time is the same day everywhere.
const DATE = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });
const ORDINAL = new Intl.PluralRules('en-US', { type: 'ordinal' });
const LIST = new Intl.ListFormat('en-US');
const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

/** @param date ISO. */
export const dateWords = (date: string): string => DATE.format(new Date(date));

const ordinal = (place: number): string =>
  `${place.toLocaleString('en-US')}${ENDINGS[ORDINAL.select(place)]}`;

/** What became of a program; the names of what it became are links, so they stand beside it. */
export function standingWords(change: StandingChange, name: string): string {
  switch (change.kind) {
    case 'closed':
      return change.on === null
        ? 'Closed; no date is published. Your notes stay.'
        : `Closed on ${dateWords(change.on)}. Your notes stay.`;
    case 'reopened':
      return 'Listed again, after it had been closed.';
    case 'merged':
      return `Merged into ${programName(change.into.name)}. Notes from ${programName(name)} are shown there.`;
    case 'split':
      return `Split into ${LIST.format(change.into.map((each) => programName(each.name)))}. Your notes stay where they are until you say which of them they belong to.`;
    case 'renamed':
      return `Was ${programName(change.was)}, now ${programName(change.now)}.`;
    case 'moved':
      return `Was in ${change.was}, now in ${change.now}.`;
    case 'new':
      return 'New in the catalog.';
    case 'gone':
      return 'No longer in any list. Your notes stay, under the name you know.';
  }
}

export const trackWords = ({ kind, name, code }: TrackChange): string =>
  kind === 'added' ? `New track: ${name} (${code})` : `Track no longer listed: ${name} (${code})`;

export function fitWords({ was, now }: Effect<Fit>): string {
  if (was === null) return now === null ? '' : `It has a fit now: ${points(now.value)}.`;
  if (now === null) return `It no longer has a fit; it was ${points(was.value)}.`;
  const [from, to] = [points(was.value), points(now.value)];
  return `Its fit ${to > from ? 'rises' : 'falls'} from ${from} to ${to}.`;
}

export function placeWords({ was, now }: Effect<ListPlace>, specialty: string): string {
  if (was === null) {
    return now === null ? '' : `It is ${ordinal(now.at)} of ${now.of} in your list of ${specialty}.`;
  }
  const list = `your list of ${specialty}`;
  if (now === null) return `It is no longer in ${list}; it was ${ordinal(was.at)} of ${was.of}.`;
  const way = now.at < was.at ? 'up' : 'down';
  const of = was.of === now.of ? `of ${now.of}` : `of ${now.of} (there were ${was.of})`;
  return `It moves ${way} in ${list}: ${ordinal(was.at)} → ${ordinal(now.at)} ${of}.`;
}

/** What the changes do, in one paragraph; empty where they do nothing that is weighed. */
export const effectWords = ({ fit, place, specialty }: ChangedProgram): string =>
  [fit && fitWords(fit), place && placeWords(place, specialty)].filter(Boolean).join(' ');

/** `14 other programs changed, 2 are new and 1 has ended` */
export function otherWords({ changed, added, ended }: OtherChanges): string {
  const parts = [
    ...(changed > 0 ? [`${changed} other ${changed === 1 ? 'program' : 'programs'} changed`] : []),
    ...(added > 0 ? [`${added} ${added === 1 ? 'is' : 'are'} new`] : []),
    ...(ended > 0 ? [`${ended} ${ended === 1 ? 'has' : 'have'} ended`] : []),
  ];
  return LIST.format(parts);
}
