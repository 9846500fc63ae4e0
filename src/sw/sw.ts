/// <reference lib="webworker" />
// The service worker: keeps the shell of the app and the catalog it was built with, so that both open with
// no network at all. It must never keep anything else under /data (newer releases live in IndexedDB), never
// answer for data/timestamp.json, and never take over a running page by itself: a new version waits until
// the page sends SKIP_WAITING.

import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
} from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { isKeptCatalog, keptCatalog, mayBeKept } from './kept-catalog.ts';

declare const self: ServiceWorkerGlobalScope & { shellFiles: PrecacheEntry[] };

const shellFiles = self.shellFiles;
const addresses = shellFiles.map((file) => (typeof file === 'string' ? file : file.url));
const targets = addresses.find((address) => /^data\/\d+\.targets\.json$/.test(address));
const catalog =
  targets === undefined
    ? null
    : keptCatalog(targets, { caches: self.caches, fetch: (address) => fetch(address) });

// The first version may serve the page that installed it at once: there is no older one to mix with.
let isFirst = false;
self.addEventListener('install', (event) => {
  isFirst = self.registration.active === null;
  if (catalog) event.waitUntil(catalog.keep());
});
self.addEventListener('activate', (event) => {
  if (catalog) event.waitUntil(catalog.tidy());
  if (isFirst) event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const asked: unknown = event.data;
  if (typeof asked === 'object' && asked !== null && 'type' in asked && asked.type === 'SKIP_WAITING') {
    event.waitUntil(self.skipWaiting());
  }
});

// One file that may not be kept, and nothing is installed: the next visit tries again.
addPlugins([
  {
    cacheWillUpdate: async ({ request, response }) =>
      (await mayBeKept(new URL(request.url).pathname, response)) ? response : null,
  },
]);
precacheAndRoute(shellFiles);
cleanupOutdatedCaches();

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && isKeptCatalog(url.pathname),
  async ({ request }) => (await self.caches.match(request)) ?? fetch(request),
);

// Every route of the app opens the one page; a file that is missing stays missing.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(data|assets)\//, /^[^?]*\/[^/?]+\.[^/?]+(\?|$)/],
  }),
);
