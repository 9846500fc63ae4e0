// What the worker does with the real catalog, measured in Node on the published chunks: decode, a weight moved, search.
import { fileURLToPath } from 'node:url';
import { EMPTY_PROFILE } from '#domain/profile.ts';
import type { Asker } from '#domain/query.ts';
import { CRITERION_KEYS, EMPTY_WISHES } from '#domain/wishes.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { decodeCatalog } from '#engine/catalog/decode.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { orderByFit } from '#engine/fit/order.ts';
import { columnOf, scoreAll, type WeighedColumn } from '#engine/fit/score.ts';
import { seededRandom } from '#engine/random.ts';
import { listRows } from '#engine/search/list.ts';
import { buildSearchIndex } from '#engine/search/search-index.ts';
import { search } from '#engine/search/search.ts';
import { logistic } from '#engine/strength.ts';
import { diskFolder } from '#press/release/disk-folder.ts';
import { openRelease } from '#press/release/open-release.ts';
import type { Bench } from './match.ts';

const decoder = new TextDecoder();
const textOf = (bytes: Uint8Array) => decoder.decode(bytes);

/** The published catalog, decoded; `decode` does it again. */
export function publishedCatalog(): { readonly catalog: Catalog; readonly decode: () => Catalog } {
  const release = openRelease(diskFolder(fileURLToPath(new URL('../../public/data', import.meta.url))));
  if (release.kind === 'refused') throw new Error(release.detail);
  const decode = () => decodeCatalog(release.index, release.files, textOf);
  return { catalog: decode(), decode };
}

const BOSTON = { label: 'Boston, MA', lat: 42.36, lon: -71.06, state: 'MA' };

/** A list of everything after one weight moved, best fit first, as the worker answers it. */
export function weightMoved(catalog: Catalog): () => number {
  const index = buildSearchIndex(catalog);
  const model = fitModels(catalog);
  let turn = 0;
  return () => {
    turn++;
    const weights = Object.fromEntries(CRITERION_KEYS.map((key, at) => [key, 1 + ((at + turn) % 5)]));
    const asker: Asker = {
      profile: { ...EMPTY_PROFILE, home: BOSTON, visa: 'any' },
      wishes: { ...EMPTY_WISHES, weights },
    };
    return listRows(catalog, () => index, model(asker), { text: '', filter: {}, sort: 'best' }).rows.length;
  };
}

const TYPED = [
  'boston psych',
  'univeristy of washingtn',
  'childrens',
  'emergncy medicne',
  'kaiser ca',
  'mass gen',
  'u',
  '1400511',
];

/** Eight searches, some misspelled, over all programs; the twin reads every name, place and specialty each time. */
export function search10k(catalog: Catalog): Bench<number> {
  const index = buildSearchIndex(catalog);
  const { columns, places, specialties, states } = catalog;
  const documents = columns.name.map((name, row) => ({
    name,
    city: places[columns.place[row] ?? -1]?.city ?? '',
    state: states[columns.state[row] ?? 0]?.name ?? '',
    specialty: specialties[columns.specialty[row] ?? 0]?.name ?? '',
  }));
  const apart = (a: string, b: string): number => {
    const d = Array.from({ length: a.length + 1 }, (_, i) => [
      i,
      ...Array.from({ length: b.length }, (__, j) => (i === 0 ? j + 1 : 0)),
    ]);
    for (let i = 1; i <= a.length; i++)
      for (let j = 1; j <= b.length; j++)
        d[i]![j] = Math.min(
          d[i - 1]![j]! + 1,
          d[i]![j - 1]! + 1,
          d[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        );
    return d[a.length]![b.length]!;
  };
  let run = 0;
  let naive = 0;
  return {
    name: 'search10k',
    run: () =>
      search(index, TYPED[run++ % TYPED.length]!).score.reduce(
        (hits, score) => hits + (score > 0 ? 1 : 0),
        0,
      ),
    naive: () => {
      const words = TYPED[naive++ % TYPED.length]!.split(' ');
      return documents.filter((doc) => {
        const text = Object.values(doc).join(' ').toLowerCase();
        return words.every(
          (word) =>
            text.includes(word) ||
            (word.length > 3 &&
              text
                .split(/\W+/)
                .some((each) => Math.abs(each.length - word.length) <= 2 && apart(word, each) <= 2)),
        );
      }).length;
    },
  };
}

const PROGRAMS = 10_000;
const CRITERIA = 24;
const TOP = 50;

/**
 * Score, chance, order and top 50 of 10,000 programs by 24 criteria. The twin keeps an object a program, notes the parts
 * of every score as it goes, and sorts them all by a comparator.
 */
export function score10k(): Bench<number> {
  const random = seededRandom(24);
  const base = Float32Array.from({ length: PROGRAMS }, () => -1.5 + random());
  const nameRank = Uint16Array.from({ length: PROGRAMS }, (_, row) => row);
  const columns: WeighedColumn[] = Array.from({ length: CRITERIA }, (_, at) => ({
    criterion: 'home',
    weight: 1 + (at % 5),
    // A third of the criteria have blanks, as in the catalog.
    ...columnOf(
      Float32Array.from({ length: PROGRAMS }, () => (at % 3 === 0 && random() < 0.3 ? Number.NaN : random())),
    ),
  }));
  const objects = Array.from({ length: PROGRAMS }, (_, row) => ({
    row,
    base: base[row]!,
    values: Object.fromEntries(
      columns.map(({ filled, known }, at) => [`c${at}`, known && known[row] === 0 ? null : filled[row]!]),
    ) as Record<string, number | null>,
  }));
  const weights: Record<string, number> = Object.fromEntries(
    columns.map(({ weight }, at) => [`c${at}`, weight]),
  );
  const chance = new Float32Array(PROGRAMS);
  const all = Uint32Array.from({ length: PROGRAMS }, (_, row) => row);
  return {
    name: 'score10k',
    run: () => {
      const scores = scoreAll(columns, PROGRAMS)!;
      for (let row = 0; row < PROGRAMS; row++) chance[row] = 1 / (1 + Math.exp(-base[row]!));
      return orderByFit(scores, nameRank, all)
        .subarray(0, TOP)
        .reduce((sum, row) => sum + row, 0);
    },
    naive: () => {
      const scored = objects.map(({ row, base: odds, values }) => {
        let got = 0;
        let known = 0;
        let total = 0;
        const parts: { key: string; weight: number; value: number | null }[] = [];
        for (const key in weights) {
          const weight = weights[key]!;
          const x = values[key] ?? null;
          total += weight;
          parts.push({ key, weight, value: x });
          if (x !== null) {
            got += weight * x;
            known += weight;
          }
        }
        return {
          row,
          fit: got / known,
          lo: got / total,
          hi: (got + total - known) / total,
          coverage: known / total,
          chance: logistic(odds),
          parts,
        };
      });
      return scored
        .toSorted((a, b) => b.fit - a.fit || b.coverage - a.coverage || a.row - b.row)
        .slice(0, TOP)
        .reduce((sum, { row }) => sum + row, 0);
    },
  };
}
