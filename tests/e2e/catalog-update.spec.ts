// A newer release of the catalog: it comes when asked for, is used without a reload in every tab, says what it changed
// for the user's own programs, and stays. The release the app came with needs no network at all.
import type { Page } from '@playwright/test';
import type { ProgramRecord } from '#domain/program.ts';
import { axe, expect, test } from './support/app.ts';
import { makeNextRelease, removeRelease } from './support/next-release.ts';
import { catalogIsHere, keepFirst, programList, setUpWishes } from './support/steps.ts';

/** Every psychiatry program of Massachusetts says no to J-1 visas, and one in Boston has closed. */
const CLOSED = /^Beth Israel Deaconess Medical Center/;
const visaGone = (record: ProgramRecord): ProgramRecord => {
  if (record.specialty !== 'psychiatry' || record.state !== 'MA') return record;
  if (CLOSED.test(String(record.name[0]?.[0])))
    return { ...record, status: 'closed', change: { on: '2026-06-30', source: record.name[0]![1] } };
  return { ...record, facts: { ...record.facts, visaJ1: [[false, record.name[0]![1], 2026]] } };
};

let next = '';
test.beforeAll(async () => {
  next = await makeNextRelease(visaGone);
});
test.afterAll(async () => {
  if (next !== '') await removeRelease(next);
});

const RELEASE = /^Release$/;
const releaseShown = (page: Page) =>
  page.getByRole('term').filter({ hasText: RELEASE }).locator('xpath=following-sibling::dd');

test('the first start fetches each file of the catalog once, for the app and for offline use together', async ({
  app,
}) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await expect
    .poll(() => app.requests.filter(({ url }) => url === '/data/timestamp.json').length)
    .toBeGreaterThan(0);
  const asked = app.requests.filter(({ url, status }) => url.startsWith('/data/') && status === 200);
  const often = new Map<string, number>();
  for (const { url } of asked) often.set(url, (often.get(url) ?? 0) + 1);
  expect([...often].filter(([, times]) => times > 1)).toEqual([]);
  expect(often.size).toBeGreaterThan(70);
});

test('a catalog that was lost is installed again without a network', async ({ app }) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const gone = indexedDB.deleteDatabase('cairn-catalog');
        gone.addEventListener('success', () => resolve());
        gone.addEventListener('error', () => reject(gone.error));
      }),
  );
  await app.goOffline();
  await app.open();
  await catalogIsHere(app.page);
});

test('a newer release comes when asked for, says what it changed, and is there offline', async ({ app }) => {
  const { page } = app;
  await app.open('/profile');
  await setUpWishes(page);
  await page.getByRole('link', { name: 'Programs', exact: true }).click();
  await expect(programList(page).getByRole('listitem').first()).toBeVisible();
  const names = await keepFirst(page, 3);
  await app.installed();

  await app.open('/my-data');
  await expect(releaseShown(page)).toHaveText('1');
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText('Yours is the newest there is.')).toBeVisible();

  await app.publish(next);
  // What is on this page must outlive the change of the catalog under it.
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await page.getByRole('button', { name: 'Update now' }).click();
  await expect(page.getByText('Release 2 is in use now.')).toBeVisible();
  await expect(releaseShown(page)).toHaveText('2');
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true);
  const fetched = app.requests.filter(
    ({ url, status }) => /\/data\/t\/.*\.p-/.test(url) && status === 200,
  ).length;
  expect(fetched, 'only what differs was fetched').toBeLessThan(64 + 40);

  await page.getByRole('link', { name: 'Today' }).first().click();
  await expect(page.getByText(/of your programs (are|is) affected\.$/)).toBeVisible();
  await page.getByRole('link', { name: 'See what changed' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed');
  for (const name of names) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(page.getByText(/^was not published, now No/).first()).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'I have seen it' }).click();
  await expect(page.getByText('You are up to date')).toBeVisible();

  await app.goOffline();
  await app.open('/my-data');
  await expect(releaseShown(page)).toHaveText('2');
  await app.open('/changes');
  await expect(page.getByText('You are up to date')).toBeVisible();
});

test('another tab goes on with the new release, without a reload and with what was typed', async ({
  app,
}) => {
  await app.open('/my-data');
  await expect(releaseShown(app.page)).toHaveText('1');
  await app.installed();
  const other = await app.context.newPage();
  await other.goto(`${app.url}/programs#specialty=psychiatry`);
  await expect(other.getByText(/^\d+ programs, by name in Psychiatry/)).toBeVisible();
  await other.getByRole('searchbox').fill('boston');
  await other.evaluate(() => Object.assign(window, { stillHere: true }));

  await app.publish(next);
  await app.page.getByRole('button', { name: 'Update now' }).click();
  await expect(app.page.getByText('Release 2 is in use now.')).toBeVisible();

  await other.bringToFront();
  await other.getByRole('searchbox').fill('boston beth israel');
  // The program has closed, so it is in no list of the new release.
  await expect(other.getByText('Nothing fits all of that')).toBeVisible();
  expect(await other.evaluate(() => 'stillHere' in window)).toBe(true);
  await expect(other.getByRole('searchbox')).toHaveValue('boston beth israel');
});

test('without a network an update says so, and everything else goes on', async ({ app }) => {
  await app.open('/my-data');
  await expect(releaseShown(app.page)).toHaveText('1');
  await app.installed();
  await app.goOffline();
  await app.page.getByRole('button', { name: 'Update now' }).click();
  await expect(app.page.getByText(/^The catalog could not be reached/)).toBeVisible();
  await expect(releaseShown(app.page)).toHaveText('1');
});
