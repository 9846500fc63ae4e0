// A new version of the app: it waits, is offered in one line, and comes when the user says so or at the next start.
// Nothing typed is lost by it, and no page reloads by itself.
import { type App, expect, test } from './support/app.ts';
import { makeNextVersion, removeVersion, versionOf } from './support/next-version.ts';
import { catalogIsHere, chooseSpecialty } from './support/steps.ts';

let next: string;
test.beforeAll(async () => {
  next = await makeNextVersion();
});
test.afterAll(() => removeVersion(next));

const READY = 'A new version is ready.';

/** The first version is installed, the next one is on the server, and the page has been opened again since. */
async function offered(app: App, route: string): Promise<void> {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.publish(next);
  await app.open(route);
  await expect(app.page.getByText(READY)).toBeVisible();
  expect(await versionOf(app.page)).toBe('first');
}

test('a new version is taken on a tap, and what was typed before is kept', async ({ app }) => {
  await offered(app, '/profile');
  const { page } = app;
  await chooseSpecialty(page, 'Psychiatry');
  // Still being typed: the field is only left by the tap.
  await page.getByLabel('Graduation year').fill('2024');
  await page.getByRole('button', { name: 'Use it now' }).click();

  await expect.poll(() => versionOf(page)).toBe('next');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Profile and wishes');
  await expect(page.getByText('your list is made for this one')).toBeVisible();
  await expect(page.getByLabel('Graduation year')).toHaveValue('2024');
  await expect(page.getByText(READY)).toHaveCount(0);

  await app.goOffline();
  await app.open('/guide');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Guide');
  expect(await versionOf(page)).toBe('next');
});

test('put off, the old version goes on whole until the next start', async ({ app }) => {
  await offered(app, '/');
  const { page } = app;
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(page.getByText(READY)).toHaveCount(0);

  // A screen that was never opened: its old files are no longer on the server.
  await page.getByRole('link', { name: 'Pick' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your list');
  expect(await versionOf(page)).toBe('first');

  const again = await app.reopen();
  await app.open();
  await expect.poll(() => versionOf(again)).toBe('next');
  await catalogIsHere(again);
});
