// Medical schools, for the profile's school field and the distance to it.
import type { School } from '#domain/school.ts';
import { byText, rounded } from './canonical.ts';
import type { SchoolRow } from './tables-season.ts';

export const schoolsOf = (rows: readonly SchoolRow[]): School[] =>
  rows
    .map(
      (row): School => ({
        name: row.name,
        shortName: row.short_name,
        type: row.type,
        ...(row.city !== undefined && { city: row.city }),
        ...(row.state !== undefined && { state: row.state }),
        country: row.country,
        ...(row.latitude !== undefined &&
          row.longitude !== undefined && { lat: rounded(row.latitude, 4), lon: rounded(row.longitude, 4) }),
      }),
    )
    .toSorted((a, b) => byText(a.name, b.name) || byText(a.country, b.country));
