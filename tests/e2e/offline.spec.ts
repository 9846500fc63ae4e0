// The promise under all others: once visited, the whole app opens with no network, and it asks nobody
// but its own server for anything, ever.

import { type App, expect, test } from './support/app.ts';

const NOT_FOUND = 'No such page';
const ROUTES = [
  '/',
  '/programs',
  '/pick',
  '/compare',
  '/network',
  '/rank',
  '/profile',
  '/my-data',
  '/changes',
  '/settings',
  '/guide',
];

/** Opens a route and waits for its own heading. */
async function openScreen(app: App, route: string): Promise<void> {
  await app.open(route);
  const heading = app.page.getByRole('heading', { level: 1 });
  await expect(heading, route).toBeVisible();
  await expect(heading, route).not.toHaveText(NOT_FOUND);
}

test('every screen opens with the server stopped, also after the browser was closed', async ({ app }) => {
  await app.open();
  await app.installed();
  await app.goOffline();
  const asked = app.requests.length;
  for (const route of ROUTES) await openScreen(app, route);
  await app.reopen();
  await openScreen(app, '/programs');
  expect(app.requests).toHaveLength(asked);
});

test('the app can be installed to the home screen', async ({ app }) => {
  await app.open();
  await app.installed();
  const devtools = await app.context.newCDPSession(app.page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const { errors } = await devtools.send('Page.getAppManifest');
  expect({ installabilityErrors, errors }).toEqual({ installabilityErrors: [], errors: [] });
});

test('an address that leads nowhere says so', async ({ app }) => {
  await app.open('/nowhere');
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText(NOT_FOUND);
});

test('the server only ever hears plain questions for files', async ({ app }) => {
  await app.open();
  await app.installed();
  for (const route of ROUTES) await openScreen(app, route);
  const talkative = app.requests.filter(
    ({ method, url, bodyBytes, headers }) =>
      method !== 'GET' || bodyBytes > 0 || url.includes('?') || headers.cookie !== undefined,
  );
  expect(talkative).toEqual([]);
});

test('markup and scripts from strings are refused', async ({ app }) => {
  app.expectError(/TrustedHTML|TrustedScriptURL|Blocked by the policy: require-trusted-types-for/);
  await openScreen(app, '/');
  const outcomes = await app.page.evaluate(() => {
    const attempt = (act: () => unknown) => {
      try {
        act();
        return 'let through';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    };
    return [
      attempt(() => {
        document.createElement('p').innerHTML = '<img src=x>';
      }),
      attempt(() => new Worker('https://example.com/worker.js')),
      attempt(() => new Worker('data:text/javascript,1')),
    ];
  });
  expect(outcomes).toEqual(['refused', 'refused', 'refused']);
});
