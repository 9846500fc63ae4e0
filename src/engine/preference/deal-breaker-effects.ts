// What each deal-breaker does by itself, so that a person sees what it costs before they live with it.
import type { Pid } from '#domain/ids.ts';
import type { Asker } from '#domain/query.ts';
import type { DealBreaker, DealBreakerEffect } from '#domain/wishes.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { answeringPid } from '#engine/catalog/redirects.ts';
import { excludedBy } from '#engine/fit/deal-breakers.ts';
import { rowsOfFirstSpecialty, type Side } from './in-play.ts';

const alone = (catalog: Catalog, asker: Asker, dealBreaker: DealBreaker) =>
  excludedBy(catalog, { ...asker, wishes: { ...asker.wishes, dealBreakers: [dealBreaker] } });

/** One a deal-breaker, in their order. @param kept the shortlist. */
export function dealBreakerEffects(side: Side, kept: readonly Pid[]): DealBreakerEffect[] {
  const { catalog, model } = side;
  const rows = rowsOfFirstSpecialty(side);
  const keptRows = kept.flatMap((pid) => catalog.rowOf.get(answeringPid(catalog, pid)) ?? []);
  return model.asker.wishes.dealBreakers.map((dealBreaker) => {
    const excluded = alone(catalog, model.asker, dealBreaker);
    return {
      kind: dealBreaker.kind,
      programs: rows.filter((row) => excluded[row] === 1).length,
      of: rows.length,
      kept: [...new Set(keptRows)].flatMap((row) => {
        const pid = catalog.columns.pid[row];
        return excluded[row] === 1 && pid !== undefined
          ? [{ pid, name: catalog.columns.name[row] ?? '' }]
          : [];
      }),
    };
  });
}
