// How the app is built. Nothing about tests lives here.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { preact } from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { bundledCatalog } from './src/cli/bundled-catalog.mjs';
import { compressFolder } from './src/cli/compress.mjs';
import { metaPolicy, readHeaders } from './src/cli/headers.mjs';

/** One release, as published: the app carries it whole. */
const CATALOG = 'public/data';

// The two surfaces of src/ui/tokens.css; a manifest cannot read a style sheet.
const PAPER = '#f6f1e6';

/** Writes the policy of public/_headers into the page, for hosts that send no headers. */
function contentSecurityPolicy(): Plugin {
  return {
    name: 'cairn-content-security-policy',
    // Only in a build: the development server injects inline styles.
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        injectTo: 'head-prepend',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: metaPolicy(readHeaders('public/_headers')),
        },
      },
    ],
  };
}

/** The order of the cascade layers, as tokens.css states it, before all that uses it: in one sheet any part may come first. */
function layersFirst(): Plugin {
  const order = /@layer [^;{]+;/.exec(readFileSync('src/ui/tokens.css', 'utf8'))?.[0];
  if (order === undefined) throw new Error('src/ui/tokens.css states no order of layers.');
  return {
    name: 'cairn-layers-first',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'asset' && file.fileName.endsWith('.css')) file.source = `${order}${file.source}`;
        }
      },
    },
  };
}

/** Brotli and gzip twins of the finished files; after the service worker, so it comes last in the list. */
function compressed(): Plugin {
  let outDir = 'dist';
  return {
    name: 'cairn-compressed',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler(error) {
        if (error === undefined) await compressFolder(outDir);
      },
    },
  };
}

const phonePicture = (number: number, label: string) => ({
  src: `/screenshots/narrow-${number}.png`,
  sizes: '720x1480',
  type: 'image/png',
  form_factor: 'narrow' as const,
  label,
});

const deskPicture = (number: number, label: string) => ({
  src: `/screenshots/wide-${number}.png`,
  sizes: '1280x800',
  type: 'image/png',
  form_factor: 'wide' as const,
  label,
});

/** What of the kit the frame and the first screen show. */
const FIRST_PARTS =
  /\/src\/ui\/(arrival|button|contours|empty-state|figure|icon|notice|page|progress|toast|visually-hidden)\b/;

export default defineConfig({
  plugins: [
    preact(),
    contentSecurityPolicy(),
    layersFirst(),
    bundledCatalog(CATALOG),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      includeManifestIcons: false,
      injectManifest: {
        injectionPoint: 'self.shellFiles',
        // The metadata of the catalog it comes with; the service worker finds the rest by it. Never the one file that
        // says what is new.
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}', 'data/*.json'],
        // The system fetches icons when the app is installed, and keeps them itself.
        globIgnores: ['data/timestamp.json', 'screenshots/**', 'icons/**'],
        // Named by their content or their version: the browser may answer from what the page has just fetched.
        dontCacheBustURLsMatching: /^(assets\/|data\/\d+\.(root|snapshot|targets)\.json$)/,
        // A larger file fails the build: what a phone must fetch before it works offline stays small.
        maximumFileSizeToCacheInBytes: 512 * 1024,
      },
      manifest: {
        id: '/',
        name: 'Cairn',
        short_name: 'Cairn',
        description: 'Choose a US medical residency, offline, on your own phone.',
        lang: 'en-US',
        dir: 'ltr',
        start_url: '/?source=pwa',
        scope: '/',
        display: 'standalone',
        orientation: 'any',
        background_color: PAPER,
        theme_color: PAPER,
        categories: ['education', 'medical', 'productivity'],
        icons: [
          { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
        ],
        // Taken by tests/pictures.ts.
        screenshots: [
          phonePicture(1, 'The programs, best fit first'),
          phonePicture(2, 'One program, and why it fits'),
          phonePicture(3, 'The programs your budget pays for'),
          deskPicture(1, 'The list with the open program beside it'),
          deskPicture(2, 'Three programs compared'),
        ],
        shortcuts: [
          { name: 'Today', url: '/', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
          { name: 'Compare', url: '/compare', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
          { name: 'Programs', url: '/programs', icons: [{ src: '/icons/icon-192.png', sizes: '192x192' }] },
        ],
        launch_handler: { client_mode: ['navigate-existing', 'auto'] },
      },
    }),
    compressed(),
  ],
  worker: { format: 'es', plugins: () => [bundledCatalog(CATALOG)] },
  build: {
    target: 'es2022',
    // The first with light-dark(): with older ones in the list it is rewritten, and themes break.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    sourcemap: true,
    manifest: true,
    rolldownOptions: {
      output: {
        // One file for the parts of the kit that every visit begins with: apart, they compress badly.
        codeSplitting: { groups: [{ name: 'first-parts', test: FIRST_PARTS }] },
      },
    },
    // One sheet: twenty small ones compress badly, and a screen would wait for its own.
    cssCodeSplit: false,
    // What the page needs at once is named in it. A list of what each screen needs would cost every first visit two
    // kilobytes of names, and those files wait in the service worker's cache.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, names, { hostType }) => (hostType === 'html' ? names : []),
    },
    // font-src and script-src allow no data: addresses.
    assetsInlineLimit: 0,
  },
});
