// Journey 10: a newer catalog on the Wi-Fi of a hotel. The sign-in page answers first, the connection dies at 60 %, one
// chunk arrives damaged, the next is without end; then it comes whole. Release 1 is usable throughout, and what the
// user said outlives the change.
import type { Page } from '@playwright/test';
import type { ProgramRecord } from '#domain/program.ts';
import { SIGN_IN_PAGE } from '../fixtures/fault-server.ts';
import { axe, expect, test } from './support/app.ts';
import { makeNextRelease, removeRelease } from './support/next-release.ts';
import { keepFirst, programList, setUpWishes } from './support/steps.ts';

/** Every psychiatry program says something new of J-1 visas. */
const visaSaid = (record: ProgramRecord): ProgramRecord =>
  record.specialty === 'psychiatry'
    ? { ...record, facts: { ...record.facts, visaJ1: [[false, record.name[0]![1], 2026]] } }
    : record;

let next = '';
test.beforeAll(async () => {
  next = await makeNextRelease(visaSaid);
});
test.afterAll(async () => {
  if (next !== '') await removeRelease(next);
});

const release = (page: Page) =>
  page
    .getByRole('term')
    .filter({ hasText: /^Release$/ })
    .locator('xpath=following-sibling::dd');
/** Program chunks of release 2 that are not those of release 1: psychiatry has programs in every one. */
const DIFFERING = 64;
/** What arrives before the connection dies. */
const ARRIVING = 38;
const PARALLEL = 4;
const CHUNK = /\/data\/t\/[0-9a-f]{64}\.p-/;

test('a newer catalog comes through a bad network whole or not at all', async ({ app }) => {
  test.slow();
  app.expectError(/Failed to load resource/);
  const { page } = app;
  await app.open('/profile');
  await setUpWishes(page);
  await page.getByRole('link', { name: 'Programs', exact: true }).click();
  await expect(programList(page).getByRole('listitem').first()).toBeVisible();
  const [name = ''] = await keepFirst(page, 1);
  await app.installed();

  // The user's own word on one of them.
  await programList(page).getByRole('link', { name }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  const address = new URL(page.url());
  await app.open('/');
  await app.open(`${address.pathname}#correct=beds`);
  const form = page.getByRole('dialog', { name: 'Beds' });
  await form.getByLabel('Your value').fill('25');
  await form.getByRole('button', { name: 'Use my value' }).click();
  await expect(page.getByText('yours', { exact: true }).first()).toBeVisible();

  await app.publish(next);
  const wifi = await app.spoilable();
  await app.open('/my-data');
  await expect(release(page)).toHaveText('1');
  const update = page.getByRole('button', { name: 'Update now' });
  const tryAgain = async (sentence: RegExp) => {
    await update.click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(release(page)).toHaveText('1');
  };

  wifi.spoil(/\/data\//, SIGN_IN_PAGE);
  await tryAgain(/^This network answered with a page of its own/);

  wifi.heal();
  wifi.spoil(/\/data\/timestamp\.json/, { kind: 'answer', status: 503, body: 'Busy.' });
  await tryAgain(/^The catalog could not be reached/);

  // Dies at 60 %: then every connection is cut in the middle.
  wifi.heal();
  wifi.spoil(CHUNK, { kind: 'reset', afterBytes: 100 }, { after: ARRIVING });
  await tryAgain(/^The catalog could not be reached/);

  // Meanwhile everything works.
  await page.getByRole('link', { name: 'Programs', exact: true }).click();
  await expect(programList(page).getByRole('listitem').first()).toBeVisible();
  await app.open('/my-data');

  wifi.heal();
  wifi.spoil(CHUNK, { kind: 'flip', byte: 40 }, { times: 1 });
  await tryAgain(/^What came was not what was published/);

  wifi.heal();
  wifi.spoil(CHUNK, { kind: 'endless' }, { times: 1 });
  await tryAgain(/^What came was longer than a catalog can be/);

  wifi.heal();
  const asked = wifi.asked.length;
  await update.click();
  await expect(page.getByText('Release 2 is in use now.')).toBeVisible();
  const fetched = wifi.asked.slice(asked).filter((path) => CHUNK.test(path)).length;
  expect(fetched, 'what had arrived is not fetched again').toBeLessThanOrEqual(
    DIFFERING - ARRIVING + PARALLEL,
  );
  await expect(release(page)).toHaveText('2');

  // What changed for the user, with what it does to the order; their own word stands.
  await app.goOffline();
  await app.open('/changes');
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  await expect(page.getByText(/^was not published, now No/).first()).toBeVisible();
  await axe(page);
  await app.open(address.pathname);
  await expect(page.getByText('yours', { exact: true }).first()).toBeVisible();
});
