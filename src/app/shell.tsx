// The frame of the app: the places, the screen of the present address, and what the app itself has to say. It keeps
// focus and scrolling right on every navigation, and holds nothing the user writes.
import { LocationProvider, Route, Router, useLocation } from 'preact-iso/router';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { WhatIfBanner } from '#features/profile/what-if-banner.tsx';
import { focusHeading } from '#ui/page.tsx';
import { Dock } from './dock.tsx';
import { InstallOffer } from './install-offer.tsx';
import { Navigation } from './navigation.tsx';
import { NotFound } from './not-found.tsx';
import { ROUTES, screenOf } from './routes.tsx';
import { type ScrollMemory, startScrollMemory } from './scroll-memory.ts';
import styles from './shell.module.css';

/** Places that tell how the catalog stands in words of their own. */
const CATALOG_SHOWN_AT = ['/', '/my-data'];

let entries = 0;
/** Unlike any key of this page or of the one before a reload. */
const newEntryKey = () => `${performance.timeOrigin}-${(entries += 1)}`;

export function Shell() {
  const [memory] = useState(() => startScrollMemory(newEntryKey));
  useEffect(() => memory.stop, [memory]);
  return (
    <LocationProvider>
      <Frame memory={memory} />
    </LocationProvider>
  );
}

function Frame({ memory }: { readonly memory: ScrollMemory }) {
  // The router tells push from replace, but its typings do not.
  const {
    path,
    url,
    wasPush = false,
  } = useLocation() as ReturnType<typeof useLocation> & { wasPush?: boolean };
  const main = useRef<HTMLElement>(null);
  const [loading, setLoading] = useState(false);
  const first = useRef(true);
  useLayoutEffect(() => {
    if (!first.current) memory.arrived(wasPush ? 'push' : 'replace');
    first.current = false;
  }, [url]);

  // Screens may keep words of their own behind the #; only the id of something on the page is a place to go to.
  const placeInPage = () => document.getElementById(location.hash.slice(1));
  const landed = () => {
    setLoading(false);
    if (main.current === null) return;
    const target = placeInPage();
    if (target === null) focusHeading(main.current);
    else target.scrollIntoView();
  };
  const loaded = () => {
    setLoading(false);
    // Opened at a place within a page: the browser looked for it before the page was there.
    if (scrollY === 0) placeInPage()?.scrollIntoView();
  };
  return (
    <div class={styles.shell}>
      <a class={styles.skip} href="#main">
        Skip to content
      </a>
      <Navigation path={path} />
      <div class={styles.column}>
        {loading && <div class={styles.loading} role="progressbar" aria-label="Opening the screen" />}
        <WhatIfBanner />
        <main class={styles.main} id="main" tabIndex={-1} ref={main}>
          <Router onRouteChange={landed} onLoadStart={() => setLoading(true)} onLoadEnd={loaded}>
            {ROUTES.map((route) => (
              <Route key={route.path} path={route.path} component={screenOf(route)} />
            ))}
            <Route default component={NotFound} />
          </Router>
        </main>
        {path === '/' && <InstallOffer />}
        <Dock catalogIsShown={CATALOG_SHOWN_AT.includes(path)} />
      </div>
    </div>
  );
}
