// The pick list by fit and chance, without a network: bands and ranges, signals within their limit, and a season that
// moves the estimate in words.
import { axe, expect, test } from './support/app.ts';
import { catalogIsHere, setUpWishes } from './support/steps.ts';

test('makes a list by chance offline, and an invitation moves it in words', async ({ app }) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.goOffline();
  const { page } = app;
  await page.goto(`${app.url}/profile`);
  await setUpWishes(page);
  await page.getByRole('link', { name: 'Pick', exact: true }).click();
  await page.getByLabel('In dollars').fill('330');
  await page.keyboard.press('Tab');
  await expect(page.getByText(/By fit only, as yet: say in your profile how you apply/)).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('link', { name: 'Say how you apply' }).click();
  await page.getByRole('radio', { name: 'US MD' }).check();
  await page.getByLabel('Step 2 CK', { exact: true }).fill('245');
  await page.keyboard.press('Tab');

  await page.getByRole('link', { name: 'Pick', exact: true }).click();
  await expect(
    page.getByText(/Of people like you with a list like this, .* in 10 would find a place from it/),
  ).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/^10 of 10 signals/)).toBeVisible();
  await expect(page.getByRole('img', { name: /What more money buys/ })).toBeVisible({ timeout: 30_000 });
  const list = page.getByRole('list', { name: 'Your list, best fit first' });
  await expect(list.getByRole('listitem').first()).toContainText(/reach|target|likely/);
  expect(await page.locator('main').innerText(), 'no bare percentage for a chance').not.toMatch(/\d\s?%/);
  await axe(page);

  await list.getByRole('link').first().click();
  await expect(page.getByText(/Chance of an interview: /)).toBeVisible({ timeout: 30_000 });
  await expect(
    page.getByText(/Of US MD seniors with a Step 2 near 245 in psychiatry, 2020-2024/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Keep this program' }).click();
  await page.getByLabel('Stage').selectOption('Invited');
  await page.getByRole('link', { name: 'Pick', exact: true }).click();
  await expect(page.getByText(/^After 1 invitation: .* The chances here take that in/)).toBeVisible({
    timeout: 60_000,
  });
  await page.goto(`${app.url}/rank`);
  await expect(page.getByText(/Chance of|in 10 would/)).toHaveCount(0);
});
