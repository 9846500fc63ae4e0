// What is said of a mark: the same on the map, over the list and to those who listen.
import type { MapCluster } from '#domain/map.ts';
import { points, programName } from '#domain/words.ts';
import { shortPlace } from './map-labels.ts';

export const programsWords = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'program' : 'programs'}`;

/** `14 programs near Boston, MA`; `in` where all are in that city. */
export const clusterWords = ({ count, onePlace, place }: MapCluster): string =>
  `${programsWords(count)} ${onePlace ? 'in' : 'near'} ${place}`;

/** The spoken name of a mark: `14 programs near Boston, best fit 82`. */
export function markName(cluster: MapCluster): string {
  const { only, count, place, onePlace, bestFit } = cluster;
  const fit = bestFit === null ? '' : `, ${only ? '' : 'best '}fit ${points(bestFit)}`;
  if (only) return `${programName(only.name)}, ${place}${fit}`;
  return `${programsWords(count)} ${onePlace ? 'in' : 'near'} ${shortPlace(place)}${fit}`;
}
