// Every source a catalog cites: `sources.json` must explain each of them.
import type { PlacesChunk } from '#domain/catalog.ts';
import type { Hospital } from '#domain/hospital.ts';
import type { ProgramRecord } from '#domain/program.ts';

export function sourceKeysOf(
  programs: readonly ProgramRecord[],
  hospitals: readonly Hospital[],
  places: PlacesChunk,
  others: readonly string[],
): Set<string> {
  const keys = new Set(others);
  for (const program of programs) {
    for (const fact of [...program.name, ...Object.values(program.facts).flat()]) keys.add(fact[1]);
    for (const track of program.tracks) keys.add(track.source);
    if (program.change) keys.add(program.change.source);
  }
  for (const hospital of hospitals) for (const fact of Object.values(hospital.facts)) keys.add(fact[1]);
  for (const [key] of Object.values(places.sources)) keys.add(key);
  return keys;
}
