// Journeys in a real browser: Debian's Chromium, or the one CHROMIUM names, against the built app.
// There is no webServer: each journey starts and stops its own (tests/e2e/support/app.ts).

import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

// tests/run.mjs asks for the results in a file, to count them.
const report = process.env.PLAYWRIGHT_JSON;

export default defineConfig({
  testDir: fileURLToPath(new URL('e2e', import.meta.url)),
  testMatch: '**/*.spec.ts',
  outputDir: fileURLToPath(new URL('../test-results', import.meta.url)),
  fullyParallel: false,
  workers: 1,
  forbidOnly: process.env.CI !== undefined,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // On a shared machine a browser may be starved for seconds. What needs its second try is named by tests/run.mjs.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: report === undefined ? [['list']] : [['list'], ['json', { outputFile: report }]],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Nothing but this machine has a name: a request to anyone else cannot even be sent.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
      ],
    },
    locale: 'en-US',
    timezoneId: 'America/Chicago',
  },
  projects: [
    {
      name: 'phone',
      use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
    },
  ],
});
