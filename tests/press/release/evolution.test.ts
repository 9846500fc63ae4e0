// Thirty releases of a small catalog to which anything happens: whatever a user ever wrote about is still there, and a
// client that slept since any of the releases wakes up in the newest.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkClients } from '#press/release/client-check.ts';
import { type Folder, memoryFolder } from '#press/release/folder.ts';
import { type KeyRing, type Role, ROLES } from '#press/release/keys.ts';
import { openRelease, programsOf } from '#press/release/open-release.ts';
import { planPublish } from '#press/release/plan-publish.ts';
import { publishedIn } from '#press/release/published.ts';
import { rotate } from '#press/release/rotate.ts';
import { EXPIRY_DAYS } from '#press/release/sign.ts';
import type { Row } from '../small-tables.ts';
import {
  changeRow,
  daysAfter,
  keyOf,
  KEYS,
  keysNumbered,
  type Memory,
  memoryOf,
  NO_MEMORY,
  press,
  programRow,
  releaseOf,
  signed,
  stateOf,
  well,
} from './small-release.ts';

const RELEASES = 30;
const SEED = 20_261_124;
const RUNS = 3;

const happening = fc.record({
  what: fc.constantFrom('add', 'close', 'rename', 'retitle', 'merge', 'split', 'reopen', 'edit', 'edit'),
  /** Which of the programs it happens to. */
  whom: fc.nat(1000),
  other: fc.nat(1000),
});
type Happening = { readonly what: string; readonly whom: number; readonly other: number };
const year = fc.record({
  happenings: fc.array(happening, { minLength: 1, maxLength: 4 }),
  rotated: fc.option(fc.constantFrom<Role>(...ROLES), { freq: 6 }),
});

/** The tables as a publisher would keep them. */
class Tables {
  #last = 6;
  readonly #published = new Set<number>();
  readonly living = new Map<number, Row>(Array.from({ length: 6 }, (_, at) => [at + 1, programRow(at + 1)]));
  readonly changes = new Map<number, Row>();

  publish(): void {
    for (const number of this.living.keys()) this.#published.add(number);
  }

  happen({ what, whom, other }: Happening): void {
    // What became of a program nobody has seen yet is nothing.
    const numbers = [...this.living.keys()].filter((each) => this.#published.has(each));
    const number = numbers[whom % numbers.length] ?? 0;
    const rest = [...this.living.keys()].filter((each) => each !== number);
    const target = rest[other % rest.length];
    const leave = (kind: string, to: readonly number[] = []) => {
      this.living.delete(number);
      this.changes.set(number, changeRow(kind, keyOf(number), { to: to.map(keyOf).join('+') }));
    };
    if (what === 'add' || numbers.length === 0) this.#begin();
    if (numbers.length === 0) return;
    if (what === 'edit') this.living.set(number, programRow(number, { name: `Edited ${whom} Program` }));
    if (what === 'retitle') {
      const was = this.living.get(number)?.['name'] ?? '';
      this.living.set(number, programRow(number, { name: `Called ${other} Program` }));
      this.changes.set(number, changeRow('renamed', keyOf(number), { was }));
    }
    if (what === 'reopen') {
      const closed = [...this.changes].filter(([, row]) => row['kind'] === 'closed').map(([each]) => each);
      const again = closed[whom % closed.length];
      if (again === undefined) return;
      this.changes.delete(again);
      this.living.set(again, programRow(again));
    }
    if (target === undefined) return;
    if (what === 'close') leave('closed');
    if (what === 'rename') leave('renamed', [this.#begin()]);
    if (what === 'merge') leave('merged', [target]);
    if (what === 'split') leave('split', [this.#begin(), this.#begin()]);
  }

  #begin(): number {
    this.#last++;
    this.living.set(this.#last, programRow(this.#last));
    return this.#last;
  }
}

function publishYear(folder: Folder, tables: Tables, memory: Memory, version: number, keys: KeyRing): Memory {
  const built = well(
    press([...tables.living.values()], [...tables.changes.values()], memory, {
      release: { version, date: '2026-11-24', countsFlag: true },
    }),
  );
  const release = releaseOf(built);
  const now = daysAfter(version);
  const { metadata } = signed(release, folder, now, keys);
  const plan = well(planPublish({ release, metadata }, well(publishedIn(folder)), folder, true));
  for (const { name, bytes } of plan.writes) folder.write(name, bytes);
  return memoryOf(built);
}

/** The pids of the newest release that a user's own row about this pid is shown with. */
function resolved(folder: Folder, pid: string): readonly string[] {
  const { records, redirects } = well(programsOf(well(openRelease(folder))));
  const record = records.get(pid);
  if (!record) return [];
  if (record.status !== 'merged' && record.status !== 'split') return [pid];
  return (redirects[pid] ?? []).filter((end) => records.has(end) && redirects[end] === undefined);
}

describe('a catalog over thirty releases', () => {
  it('loses no program and no client', { timeout: 120_000 }, async () => {
    const years = fc.array(year, { minLength: RELEASES, maxLength: RELEASES });
    await fc.assert(
      fc.asyncProperty(years, async (history) => {
        const folder = memoryFolder();
        const tables = new Tables();
        let memory = NO_MEMORY;
        let keys = KEYS;
        const ever = new Map<string, { readonly name: string }>();
        for (const [at, { happenings, rotated }] of history.entries()) {
          if (at > 0) for (const each of happenings) tables.happen(each);
          tables.publish();
          memory = publishYear(folder, tables, memory, at + 1, keys);
          for (const { pid, name } of memory.published)
            if (!ever.has(pid)) ever.set(pid, { name: String(name[0]?.[0]) });
          if (!rotated) continue;
          const fresh = keysNumbered(at + 1, [rotated]);
          const turned = well(
            rotate(stateOf(folder), [rotated], { old: keys, fresh }, daysAfter(at + 1), EXPIRY_DAYS),
          );
          for (const { name, bytes } of turned.writes) folder.write(name, bytes);
          keys = [...keys.filter(({ role }) => role !== rotated), ...fresh];
        }
        const lost = [...ever.keys()].filter((pid) => resolved(folder, pid).length === 0);
        expect(lost).toEqual([]);
        const checked = well(await checkClients(folder, daysAfter(RELEASES + 1), 'every'));
        expect(checked.index.version).toBe(RELEASES);
        // A client of each release before the last, and a new one; a rotation leaves one more behind.
        expect(checked.clients.length).toBeGreaterThanOrEqual(RELEASES);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  });
});
