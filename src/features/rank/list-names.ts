// Names of rank lists: two lists never share one by accident.
import type { RankList } from '#domain/rank-list.ts';

/** `Psychiatry 2`, where there is a `Psychiatry` already. */
export function freeName(wanted: string, lists: readonly RankList[]): string {
  const taken = new Set(lists.map(({ name }) => name.toLowerCase()));
  const base = wanted.slice(0, 55);
  for (let n = 2; ; n++) {
    const name = n === 2 && !taken.has(base.toLowerCase()) ? base : `${base} ${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
