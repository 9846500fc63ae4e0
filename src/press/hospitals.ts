// The hospitals that programs are linked to. Their figures stay here: none is ever a program's.
import type { FactTuple } from '#domain/fact.ts';
import type { Hospital } from '#domain/hospital.ts';
import { byText, rounded } from './canonical.ts';
import type { Checked } from './check-table.ts';
import { hospitalName } from './hospital-name.ts';
import type { Rejection } from './outcome.ts';
import { coordinatesIn } from './state-box.ts';
import type { HospitalRow } from './tables.ts';

/** Fiscal years that began between October 2020 and 2021. */
const COST_REPORT = ['cms-costreport-2021', 2021] as const;
/** The layer was committed in May 2023; its contents are older. */
const TRAUMA = ['hifld', 2023] as const;

/** Names that are wrong at the source, by CMS number (sources/sources.md, "Hospitals"). */
const CORRECTED_NAMES: Readonly<Record<string, string>> = { '110036': 'Memorial Health (Savannah)' };

function factsOf(row: HospitalRow, name: string): Record<string, FactTuple> {
  const facts: Record<string, FactTuple> = { name: [name, row.source, row.source_year] };
  const put = (key: string, value: FactTuple[0] | undefined, from: readonly [string, number]) => {
    // Zero beds or residents is what a report without the line looks like, and a ratio of zero is a rounding.
    if (value !== undefined && value !== 0) facts[key] = [value, from[0], from[1]];
  };
  put('ownership', row.ownership, [row.source, row.source_year]);
  put('beds', row.beds, COST_REPORT);
  put('residentFte', row.resident_fte && rounded(row.resident_fte, 1), COST_REPORT);
  put('residentBedRatio', row.resident_bed_ratio, COST_REPORT);
  put('traumaLevel', row.trauma_level, TRAUMA);
  // The ratings of the other CMS list disagree with this one and were never confirmed: they are not used.
  if (row.source === 'cms-hgi-a') put('rating', row.overall_rating, [row.source, row.source_year]);
  put('setting', row.urban_rural, COST_REPORT);
  return facts;
}

/** @param linked CMS numbers that at least one program is linked to; no other hospital is published. */
export function hospitalsOf(
  rows: readonly Checked<HospitalRow>[],
  linked: ReadonlySet<string>,
): { readonly hospitals: Hospital[]; readonly rejections: readonly Rejection[] } {
  const rejections: Rejection[] = [];
  const hospitals = rows
    .filter((row) => linked.has(row.ccn))
    .map((row): Hospital => {
      const at = coordinatesIn(row.state, row.latitude, row.longitude);
      if (at && 'wrong' in at)
        rejections.push({ table: 'hospitals', line: row.line, what: 'value', reason: at.wrong });
      const name = CORRECTED_NAMES[row.ccn] ?? hospitalName(row.name);
      return {
        ccn: row.ccn,
        name,
        city: row.city,
        state: row.state,
        ...(at && 'lat' in at && { lat: rounded(at.lat, 4), lon: rounded(at.lon, 4) }),
        facts: factsOf(row, name),
      };
    })
    .toSorted((a, b) => byText(a.ccn, b.ccn));
  return { hospitals, rejections };
}
