// Bad input from below: a captive portal, a damaged chunk, a browser that refuses storage. Each ends in a plain sentence
// and a way on, and nothing else breaks.
import { expect, test } from './support/app.ts';
import { catalogIsHere, chooseSpecialty, programList, weigh } from './support/steps.ts';

/** Requests that were under way when the first try broke off, and had to be asked again. */
const UNDER_WAY = 4;
const BUCKET = /^\/data\/t\/[0-9a-f]{64}\.p-/;

test('names a captive portal and goes on when the real catalog answers', async ({ app }) => {
  let portal = true;
  await app.context.route('**/data/**', (route) =>
    portal
      ? route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Welcome to the hotel</h1>' })
      : route.continue(),
  );
  await app.open();
  await expect(app.page.getByText(/This network answered with a page of its own/)).toBeVisible();
  portal = false;
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await catalogIsHere(app.page);
});

test('says what to do when the first start has no network, and resumes', async ({ app }) => {
  let cut = true;
  await app.context.route('**/data/t/*.p-2*.json', (route) => (cut ? route.abort() : route.continue()));
  app.expectError(/Failed to load resource/);
  await app.open();
  await expect(app.page.getByText(/Connect to the internet once/)).toBeVisible();
  // With the whole body: the service worker asks for the same files, and the browser answers one of the two.
  const fetched = () => app.requests.filter(({ url, status }) => BUCKET.test(url) && status === 200);
  const before = new Set(fetched().map(({ url }) => url));
  const asked = fetched().length;
  cut = false;
  await app.page.getByRole('button', { name: 'Try again' }).click();
  await catalogIsHere(app.page);
  const again = fetched()
    .slice(asked)
    .filter(({ url }) => before.has(url));
  expect(again.length, 'only what was missing is fetched').toBeLessThanOrEqual(UNDER_WAY);
});

test('mends a damaged chunk from what came with the app, without a network', async ({ app }) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const open = indexedDB.open('cairn-catalog');
      open.addEventListener('success', () => resolve(open.result));
      open.addEventListener('error', () => reject(open.error));
    });
    const chunks = db.transaction('chunks', 'readwrite').objectStore('chunks');
    await new Promise<void>((resolve) => {
      const walk = chunks.openCursor();
      walk.addEventListener('success', () => {
        const cursor = walk.result;
        if (!cursor) return resolve();
        if (cursor.value.name === 'p-07.json')
          cursor.update({ ...cursor.value, bytes: new Uint8Array([123, 34]) });
        cursor.continue();
      });
    });
    db.close();
  });
  await app.goOffline();
  await app.page.goto(`${app.url}/programs#specialty=all`);
  await expect(programList(app.page).getByRole('listitem').first()).toBeVisible();
  await app.page.goto(app.url);
  await expect(app.page.getByText(/, 6,480 programs/)).toBeVisible({ timeout: 60_000 });
  await expect(app.page.getByText(/until it is mended/)).toHaveCount(0);
});

test('works in memory with a lasting line where the browser refuses storage', async ({ app }) => {
  await app.context.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, 'open', {
      value: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await app.open('/profile');
  await expect(app.page.getByText(/^Not saved/)).toBeVisible();
  await chooseSpecialty(app.page, 'Neurology');
  await weigh(app.page, 'City size', 3);
  await app.page.getByRole('link', { name: 'See your programs' }).click();
  await expect(app.page.getByText(/best fit first in Neurology/)).toBeVisible({ timeout: 30_000 });
  await expect(app.page.getByText(/^Not saved/)).toBeVisible();
});
