// Starts what a screen needs and empties the notebook again between tests.
import { Pid } from '#domain/ids.ts';
import { EMPTY_PROFILE, type Profile } from '#domain/profile.ts';
import type { CriterionKey } from '#domain/wishes.ts';
import { startCatalog } from '#state/catalog.ts';
import { clearNotebook, whenOpen } from '#state/notebook.ts';
import { keepProgram } from '#state/shortlist.ts';
import { saveProfile } from '#state/profile.ts';
import { setWeight } from '#state/wishes.ts';
import { startSources } from '#state/sources.ts';
import { pid, PROGRAMS } from '../fixtures/small-catalog.ts';
import { rewrite } from './in-process.ts';

export async function startApp(): Promise<void> {
  rewrite();
  await whenOpen();
  await clearNotebook();
  await startCatalog();
  startSources();
  history.replaceState(null, '', '/');
}

export async function tell(
  profile: Partial<Profile>,
  weights: Partial<Record<CriterionKey, number>> = {},
): Promise<void> {
  await saveProfile({ ...EMPTY_PROFILE, ...profile });
  for (const [criterion, weight] of Object.entries(weights))
    await setWeight(criterion as CriterionKey, weight);
}

export async function keep(...letters: string[]): Promise<void> {
  for (const letter of letters) {
    const program = PROGRAMS.find((each) => each.pid === pid(letter));
    await keepProgram(Pid.parse(pid(letter)), String(program?.name[0]?.[0]));
  }
}
