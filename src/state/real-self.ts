// The real profile and wishes, whatever what-if is on. Only a what-if looks here; everyone else reads profile.ts and
// wishes.ts, which show the what-if that is on.
import { EMPTY_PROFILE, type Profile } from '#domain/profile.ts';
import { EMPTY_WISHES, type Wishes } from '#domain/wishes.ts';
import { changeProfile, readProfile } from '#storage/profile.ts';
import { changeWishes, readWishes } from '#storage/wishes.ts';
import { type OneRow, oneRow } from './one-row.ts';

export const realProfile: OneRow<Profile> = oneRow('profile', EMPTY_PROFILE, readProfile, changeProfile);
export const realWishes: OneRow<Wishes> = oneRow('wishes', EMPTY_WISHES, readWishes, changeWishes);
