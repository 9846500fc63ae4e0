// What marks a value or a program as the user's own. Apart from corrections and own programs, because the engine must
// know the mark and none of the checks at the door.
import type { Fact } from './fact.ts';

/** The source of a value that is the user's own; no published source has this key. */
export const OWN_SOURCE = 'yours';
export const isOwn = ({ source }: Pick<Fact, 'source'>): boolean => source === OWN_SOURCE;

/** What is published of a field, without the user's own word. */
export const published = (facts: readonly Fact[]): readonly Fact[] => facts.filter((fact) => !isOwn(fact));

/** `u` and nine characters of Crockford base 32; a catalog never gives such a pid. */
export const isOwnPid = (pid: string): boolean => pid.startsWith('u');
