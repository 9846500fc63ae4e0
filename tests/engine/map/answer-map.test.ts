import { describe, expect, it } from 'vitest';
import { LAST_LEVEL, type MapQuery, UNPLACED } from '#domain/map.ts';
import type { Asker } from '#domain/query.ts';
import { fitModels } from '#engine/fit/fit-model.ts';
import { answerMap } from '#engine/map/answer-map.ts';
import { listRows } from '#engine/search/list.ts';
import { buildSearchIndex } from '#engine/search/search-index.ts';
import { askerWith, BOSTON, smallCatalog } from '../../fixtures/small-catalog.ts';

const catalog = smallCatalog();
const model = fitModels(catalog);
const index = buildSearchIndex(catalog);
const WHOLE = { x: -2, y: 6, width: 972, height: 606 };
const AROUND_BOSTON = { x: 890, y: 150, width: 30, height: 30 };
const AROUND_SEATTLE = { x: 80, y: 30, width: 40, height: 40 };
const ALL: MapQuery = {
  query: { text: '', filter: {}, sort: 'best' },
  level: 0,
  view: WHOLE,
  chosen: null,
};
const ask = (query: Partial<MapQuery> = {}, asker: Asker = askerWith()) =>
  answerMap(catalog, () => index, model(asker), { ...ALL, ...query });
const names = (rows: Uint32Array) => [...rows].map((row) => catalog.columns.name[row]).toSorted();

describe('the map of a query', () => {
  it('counts every program once: on a mark, or as one without a position', () => {
    const { clusters, placed, unplaced, ordered } = ask();
    const onMarks = clusters.reduce((sum, { count }) => sum + count, 0);
    const all = listRows(catalog, () => index, model(askerWith()), ALL.query);
    expect(onMarks).toBe(placed);
    expect(placed + unplaced).toBe(all.rows.length);
    expect(unplaced).toBe(1);
    expect(ordered.rows).toHaveLength(placed);
    expect(ordered.hidden).toEqual(all.hidden);
  });

  it('reads from the upper left', () => {
    expect(ask().clusters.map(({ place }) => place)).toEqual(['Seattle, WA', 'Boston, MA']);
  });

  it('names a mark by its largest city, and says when all are in it', () => {
    const [, far] = ask().clusters;
    expect(far).toMatchObject({ place: 'Boston, MA', count: 3, onePlace: false, splits: true, only: null });
    const near = ask({ level: LAST_LEVEL }).clusters.find(({ place }) => place === 'Boston, MA');
    expect(near).toMatchObject({ count: 2, onePlace: true, splits: false });
  });

  it('names the program where a mark has only one', () => {
    const [seattle] = ask().clusters;
    expect(seattle?.only?.name).toBe('Cascade University Program');
  });

  it('takes the best fit of a mark, and none where nothing has a weight', () => {
    expect(ask().clusters.every(({ bestFit }) => bestFit === null)).toBe(true);
    const asker = askerWith({ home: BOSTON }, { weights: { home: 3 } });
    const { scores } = model(asker);
    const boston = ask({}, asker).clusters.find(({ place }) => place === 'Boston, MA');
    const best = Math.max(
      ...['Harbor Medical Center Program', 'Hillside University Program'].map(
        (name) => scores?.value[catalog.columns.name.indexOf(name)] ?? 0,
      ),
    );
    expect(best).toBeGreaterThan(0);
    expect(boston?.bestFit).toBe(best);
  });

  it('lists what stands in view and nothing else, in the order of the list', () => {
    expect(names(ask({ view: AROUND_SEATTLE }).ordered.rows)).toEqual(['Cascade University Program']);
    const byName = ask({ query: { ...ALL.query, sort: 'name' } }).ordered.rows;
    expect([...byName].map((row) => catalog.columns.name[row])).toEqual(names(byName));
  });

  it('carries the marks around the view, not those far off', () => {
    const places = ask({ view: AROUND_BOSTON, level: 8 }).clusters.map(({ place }) => place);
    expect(places).toEqual(['Boston, MA', 'Worcester, MA']);
  });

  it('lists only the chosen mark, wherever one looks', () => {
    const [seattle] = ask().clusters;
    const answer = ask({ chosen: seattle?.key ?? '', view: AROUND_BOSTON });
    expect(answer.chosen).toMatchObject({ place: 'Seattle, WA' });
    expect(names(answer.ordered.rows)).toEqual(['Cascade University Program']);
  });

  it('lists what is in view when the chosen mark does not stand at this level', () => {
    const worcester = ask({ level: 8 }).clusters.find(({ place }) => place === 'Worcester, MA');
    const answer = ask({ level: 0, chosen: worcester?.key ?? '' });
    expect(worcester).toBeDefined();
    expect(answer.chosen).toBeNull();
    expect(answer.ordered.rows).toHaveLength(answer.placed);
  });

  it('lists those without a position when they are asked for', () => {
    const answer = ask({ chosen: UNPLACED });
    expect(answer.chosen).toBe(UNPLACED);
    expect(names(answer.ordered.rows)).toEqual(['Saint Brendan Veterans Program']);
  });

  it('counts by state, the states with none among them', () => {
    const { states } = ask({ query: { ...ALL.query, text: 'cascade' } });
    expect(states.map(({ name, count }) => [name, count])).toEqual([
      ['Massachusetts', 0],
      ['Washington', 1],
    ]);
  });

  it('follows the filters and words of the list', () => {
    const filtered = ask({ query: { ...ALL.query, filter: { states: ['WA'] } } });
    expect(filtered.clusters.map(({ place }) => place)).toEqual(['Seattle, WA']);
    expect(ask({ query: { ...ALL.query, text: 'zzzzzz' } })).toMatchObject({ placed: 0, unplaced: 0 });
  });
});
