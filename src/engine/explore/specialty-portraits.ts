// Specialties side by side for someone who has not chosen one: counts from the catalog, figures from the model. What
// nobody has published stays null; nothing here is an estimate.
import type { SpecialtyId } from '#domain/ids.ts';
import type { ChanceModel, InterviewEvidence } from '#domain/model.ts';
import type { ApplicantType } from '#domain/profile.ts';
import type { Asker } from '#domain/query.ts';
import type { PublishedGroup, SpecialtyPortrait } from '#domain/specialty-portrait.ts';
import type { Catalog } from '#engine/catalog/catalog.ts';
import { chanceIndex } from '#engine/chance/chance-index.ts';
import { milesToAll } from '#engine/place/distance.ts';
import { filterRows } from '#engine/search/filter.ts';

/** Evidence that is of the specialty itself. */
const OBSERVED: ReadonlySet<InterviewEvidence> = new Set([
  'program-side',
  'by-signal',
  'applicant-side',
  'ranks',
]);
/** Straight-line miles within which a program counts as near home. */
const NEAR_MILES = 100;

function publishedOf(
  model: ChanceModel | null,
  specialty: string,
  types: readonly ApplicantType[],
): PublishedGroup[] {
  const index = model && chanceIndex(model);
  const name = index?.nameOf(specialty) ?? null;
  return types.map((type) => {
    const headline = (name !== null && index?.group(name, type)?.headline) || null;
    const found = (name !== null && index?.interview(name, type)) || null;
    // Where invitations are only inferred, so is the list they were inferred with.
    const interview = found && OBSERVED.has(found.evidence) ? found : null;
    const sourceName = (key: string) => model?.sources[key] ?? key;
    return {
      type,
      headline: headline && { ...headline, sourceName: sourceName(headline.source) },
      applications: interview && {
        count: interview.applications,
        years: interview.years,
        sourceName: sourceName(interview.source),
      },
    };
  });
}

function middleOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null;
}

/** In the order asked; a specialty the catalog does not know is left out. */
export function specialtyPortraits(
  catalog: Catalog,
  { profile }: Asker,
  ids: readonly SpecialtyId[],
  types: readonly ApplicantType[],
): SpecialtyPortrait[] {
  const { columns, states, specialties, model } = catalog;
  const miles = profile.home ? milesToAll(profile.home, columns.lat, columns.lon) : null;
  return ids.flatMap((id): SpecialtyPortrait[] => {
    const specialty = specialties.find((each) => each.id === id);
    if (!specialty) return [];
    const { mask } = filterRows(catalog, { specialty: id }, profile.home);
    const rows = Array.from(mask.keys()).filter((row) => mask[row] === 1);
    const regions = new Map<string, number>();
    const where = new Set<number>();
    for (const row of rows) {
      const state = columns.state[row] ?? 0;
      where.add(state);
      const region = states[state]?.region;
      if (region !== undefined) regions.set(region, (regions.get(region) ?? 0) + 1);
    }
    const classes = rows.map((row) => columns.positions[row] ?? Number.NaN).filter((size) => size > 0);
    const middle = middleOf(classes);
    return [
      {
        id,
        name: specialty.name,
        programs: rows.length,
        states: where.size,
        regions: [...regions]
          .map(([name, programs]) => ({ name, programs }))
          .toSorted((a, b) => b.programs - a.programs || a.name.localeCompare(b.name)),
        nearHome: miles && rows.filter((row) => (miles[row] ?? Number.NaN) <= NEAR_MILES).length,
        classSize: middle === null ? null : { middle, known: classes.length },
        published: publishedOf(model, specialty.name, types),
      },
    ];
  });
}
