// Where one can go: the five places of the bar, and the others that open from them.
import type { IconName } from '#ui/icon.tsx';

export interface Place {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
}

export const PLACES: readonly Place[] = [
  { path: '/', name: 'Today', icon: 'today' },
  { path: '/programs', name: 'Programs', icon: 'programs' },
  { path: '/pick', name: 'Pick', icon: 'pick' },
  { path: '/network', name: 'Network', icon: 'network' },
  { path: '/rank', name: 'Rank', icon: 'rank' },
];

export const OTHER_PLACES: readonly Place[] = [
  { path: '/profile', name: 'Profile', icon: 'profile' },
  { path: '/compare', name: 'Compare', icon: 'compare' },
  { path: '/my-data', name: 'Data', icon: 'database' },
  { path: '/guide', name: 'Guide', icon: 'book' },
  { path: '/settings', name: 'Settings', icon: 'settings' },
];

/** `page` where the place itself is open, `true` where something inside it is, undefined elsewhere. */
export function currentMark(place: string, path: string): 'page' | 'true' | undefined {
  if (place === path) return 'page';
  return place !== '/' && path.startsWith(`${place}/`) ? 'true' : undefined;
}
