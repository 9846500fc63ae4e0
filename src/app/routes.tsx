// Every address of the app and the screen behind it. Screens come when they are first asked for; one that cannot come
// shows why in its place, and is asked for again the next time somebody goes there.
import type { AnyComponent } from 'preact';
import lazy from 'preact-iso/lazy';
import { Guarded, MissingScreen } from './failure.tsx';

/** What the router hands to a screen; `pid` only where the address names one. */
interface ScreenProps {
  readonly path: string;
  readonly pid: string;
}
interface ScreenModule {
  readonly Screen: AnyComponent<ScreenProps>;
}

interface RouteEntry {
  readonly path: string;
  readonly load: () => Promise<ScreenModule>;
}

export const ROUTES: readonly RouteEntry[] = [
  { path: '/', load: () => import('#features/today/screen.tsx') },
  { path: '/programs', load: () => import('#features/programs/screen.tsx') },
  { path: '/programs/:pid', load: () => import('#features/programs/program-screen.tsx') },
  { path: '/pick', load: () => import('#features/pick/screen.tsx') },
  { path: '/compare', load: () => import('#features/compare/screen.tsx') },
  { path: '/network', load: () => import('#features/network/screen.tsx') },
  { path: '/rank', load: () => import('#features/rank/screen.tsx') },
  { path: '/profile', load: () => import('#features/profile/screen.tsx') },
  { path: '/explore', load: () => import('#features/profile/explore-screen.tsx') },
  { path: '/criteria', load: () => import('#features/profile/criteria-screen.tsx') },
  { path: '/criteria/:pid', load: () => import('#features/profile/criteria-screen.tsx') },
  { path: '/what-if', load: () => import('#features/profile/what-if-screen.tsx') },
  { path: '/rather', load: () => import('#features/profile/rather-screen.tsx') },
  { path: '/rather/weights', load: () => import('#features/profile/rather-weights-screen.tsx') },
  { path: '/changes', load: () => import('#features/changes/screen.tsx') },
  { path: '/my-data', load: () => import('#features/data/screen.tsx') },
  { path: '/settings', load: () => import('#features/settings/screen.tsx') },
  { path: '/guide', load: () => import('#features/guide/screen.tsx') },
];

const screens = new Map<string, AnyComponent<ScreenProps>>();

/** The component of a route, the same one each time; what it shows begins anew at each address. */
export function screenOf({ path, load }: RouteEntry): AnyComponent<ScreenProps> {
  const known = screens.get(path);
  if (known !== undefined) return known;
  const screen = lazy<AnyComponent<ScreenProps>>(() =>
    load().then(
      ({ Screen }) =>
        (props: ScreenProps) => (
          <Guarded key={props.path}>
            <Screen {...props} />
          </Guarded>
        ),
      () => {
        screens.delete(path);
        return MissingScreen;
      },
    ),
  );
  screens.set(path, screen);
  return screen;
}
