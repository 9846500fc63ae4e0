// A catalog of a few programs that can be pressed, signed and published into memory, release after release.
import type { ProgramRecord } from '#domain/program.ts';
import { type Built, buildCatalog, type PressInput } from '#press/build-catalog.ts';
import type { Refused } from '#press/outcome.ts';
import { EMPTY_REGISTRY } from '#press/registry.ts';
import { checkClients } from '#press/release/client-check.ts';
import { type Folder, memoryFolder } from '#press/release/folder.ts';
import { developmentKeys, type KeyRing, keyRingOf, makeKeys, type Role } from '#press/release/keys.ts';
import { openRelease, programsOf, type Release } from '#press/release/open-release.ts';
import { planPublish, type PublishPlan } from '#press/release/plan-publish.ts';
import { carryOut } from '#press/release/publish.ts';
import { type Published, publishedIn } from '#press/release/published.ts';
import { EXPIRY_DAYS, signRelease } from '#press/release/sign.ts';
import { NO_TOMBSTONES } from '#press/tombstones.ts';
import { BOSTON_SURGERY, type Row, smallInput } from '../small-tables.ts';

export const START = new Date('2027-01-01T00:00:00Z');
export const daysAfter = (days: number): Date => new Date(START.getTime() + days * 86_400_000);

/** What is expected to go well. */
export function well<T extends { readonly kind: string }>(outcome: T | Refused): Exclude<T, Refused> {
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome));
  return outcome as Exclude<T, Refused>;
}

const ringOf = (files: ReturnType<typeof makeKeys>): KeyRing =>
  well(keyRingOf(new Map([...files].map(([name, file]) => [name, JSON.stringify(file)])))).keys;
export const KEYS = ringOf(developmentKeys());

/** Keys of their own for every number. */
export function keysNumbered(number: number, roles?: readonly Role[]): KeyRing {
  let drawn = 0;
  return ringOf(
    makeKeys(() => Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? ++drawn : number)), roles),
  );
}

export const keyOf = (number: number): string => `acgme:44024${String(number).padStart(5, '0')}`;
/** A row of the programs table. */
export const programRow = (number: number, changed: Row = {}): Row => ({
  ...BOSTON_SURGERY,
  acgme_id: keyOf(number).slice('acgme:'.length),
  name: `Harbor Hospital ${number} Program`,
  ...changed,
});
/** A row of program_changes. */
export const changeRow = (kind: string, key: string, changed: Row = {}): Row => ({
  kind,
  key,
  source: 'acgme-list-2025',
  ...changed,
});

/** What the press remembers from one release to the next. */
export type Memory = Pick<PressInput, 'registry' | 'tombstones' | 'published'>;
export const NO_MEMORY: Memory = { registry: EMPTY_REGISTRY, tombstones: NO_TOMBSTONES, published: [] };

export const press = (
  programs: readonly Row[],
  changes: readonly Row[] = [],
  memory: Memory = NO_MEMORY,
  more: Partial<PressInput> = {},
): Built | Refused =>
  buildCatalog({ ...smallInput({ programs, program_changes: changes }), ...memory, ...more });

export const releaseOf = (built: Built): Release =>
  well(openRelease(memoryFolder([...built.files].map(([name, bytes]) => ({ name, bytes })))));
export const recordsOf = (built: Built): ReadonlyMap<string, ProgramRecord> =>
  well(programsOf(releaseOf(built))).records;
export const memoryOf = (built: Built): Memory => ({
  registry: built.registry,
  tombstones: built.tombstones,
  published: [...recordsOf(built).values()],
});

/** A release of programs 1 to `count`. */
export const numbered = (
  count: number,
  version = 1,
  changed: (number: number) => Row = () => ({}),
): Release =>
  releaseOf(
    well(
      press(
        Array.from({ length: count }, (_, at) => programRow(at + 1, changed(at + 1))),
        [],
        NO_MEMORY,
        { release: { version, date: '2026-11-24' } },
      ),
    ),
  );

export function signed(release: Release, folder: Folder, now = START, keys = KEYS) {
  return well(signRelease(release, well(publishedIn(folder)), keys, now, EXPIRY_DAYS));
}

/** Everything up to the writing. */
export function planned(
  release: Release,
  folder: Folder,
  now = START,
  isMeant = false,
): PublishPlan | Refused {
  const { metadata } = signed(release, folder, now);
  return planPublish({ release, metadata }, well(publishedIn(folder)), folder, isMeant);
}

/** The clients `publish` tries. */
export const clientsAt = (now: Date) => async (folder: Folder) => {
  const checked = await checkClients(folder, now, 'some');
  return checked.kind === 'refused' ? checked : null;
};

export async function publishInto(folder: Folder, release: Release, now = START, isMeant = true) {
  const plan = well(planned(release, folder, now, isMeant));
  return well(await carryOut(folder, plan.writes, clientsAt(now), () => {}));
}

export function stateOf(folder: Folder): Published {
  const state = well(publishedIn(folder));
  if (state.kind !== 'published') throw new Error('nothing published');
  return state;
}
