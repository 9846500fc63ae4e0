// What a build found, as text for a person at a terminal.
import type { BuildReport } from './build-catalog.ts';
import type { TrackRow } from './tables.ts';

const LARGEST_SPONSORS = 12;
const number = (value: number, width: number) => String(value).padStart(width);

function unjoinedLines(tracks: readonly TrackRow[]): string[] {
  const byInstitution = new Map<string, string[]>();
  for (const { nrmp_code, institution } of tracks) {
    const name = `${nrmp_code.slice(0, 4)} ${institution}`;
    byInstitution.set(name, [...(byInstitution.get(name) ?? []), nrmp_code.slice(4)]);
  }
  return [...byInstitution].map(([name, codes]) => `  ${name}: ${codes.join(' ')}`);
}

export function reportLines(report: BuildReport): string[] {
  const { by, unjoined } = report.join;
  const joined = Object.values(by).reduce((sum, n) => sum + n, 0);
  const rows = report.rejections.filter(({ what }) => what === 'row');
  const values = report.rejections.filter(({ what }) => what === 'value');
  const bytes = report.sizes.reduce((sum, size) => sum + size.bytes, 0);
  const buckets = report.sizes.filter(({ name }) => name.startsWith('p-'));
  const bucketBytes = buckets.map(({ compressed }) => compressed);
  return [
    `Programs: ${report.programs}, ${report.newPids} of them new to the register`,
    `Closed, merged or split: ${report.ended}`,
    ...report.specialties.map((s) => `${number(s.programs, 6)}  ${s.name} (${s.code}, ${s.kind})`),
    '',
    `Tracks: ${joined} joined, ${unjoined.length} not`,
    ...Object.entries(by).map(([rule, n]) => `${number(n, 6)}  by ${rule}`),
    '',
    `Hospitals: ${report.linkedPrograms} programs linked to ${report.hospitals} hospitals`,
    '',
    `Sponsors: ${report.sponsors.length}; the largest, each by one of its programs`,
    ...report.sponsors
      .slice(0, LARGEST_SPONSORS)
      .map((s) => `${number(s.programs, 6)}  ${s.name} ${s.city === '' ? '' : `(${s.city})`}`),
    '',
    `Places written in two ways and joined: ${report.placesJoined.length}`,
    ...report.placesJoined.map((text) => `  ${text}`),
    `Looked for and not published: ${report.notPublished.length}`,
    ...report.notPublished.map((text) => `  ${text}`),
    '',
    `Rejected: ${rows.length} rows, ${values.length} values`,
    ...report.rejections.map(({ table, line, what, reason }) => `  ${table}:${line} ${what}: ${reason}`),
    '',
    'Tracks that no program could be found for, by institution:',
    ...unjoinedLines(unjoined),
    '',
    'Sizes, bytes and compressed:',
    ...report.sizes
      .filter(({ name }) => !name.startsWith('p-'))
      .map((size) => `${number(size.bytes, 9)} ${number(size.compressed, 8)}  ${size.name}`),
    `${number(
      buckets.reduce((sum, size) => sum + size.bytes, 0),
      9,
    )} ${number(
      bucketBytes.reduce((sum, n) => sum + n, 0),
      8,
    )}  ${buckets.length} program chunks, ${Math.min(...bucketBytes)} to ${Math.max(...bucketBytes)} compressed`,
    `${number(bytes, 9)} ${number(report.compressedBytes, 8)}  in all`,
  ];
}
