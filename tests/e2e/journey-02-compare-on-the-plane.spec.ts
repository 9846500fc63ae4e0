// Journey 2, first half: compare on the plane. Corrections come with the living catalog.
import { expect, test } from './support/app.ts';
import { catalogIsHere, keepFirst, programList, setUpWishes } from './support/steps.ts';

test('compares three programs without a network, each value with its source, and keeps them through a killed tab', async ({
  app,
}) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.goOffline();
  let { page } = app;
  await page.goto(`${app.url}/profile`);
  await setUpWishes(page);
  await page.getByRole('link', { name: 'See your programs' }).click();
  await expect(programList(page).getByRole('listitem').first()).toBeVisible();
  const names = await keepFirst(page, 3);

  await page.goto(`${app.url}/compare`);
  await page.getByRole('button', { name: 'Choose programs' }).click();
  for (const name of names) await page.getByRole('checkbox', { name, exact: true }).check();
  await page.getByRole('button', { name: 'Compare 3' }).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveCount(4);
  await expect(table.getByRole('row', { name: /^J-1 visa/ }).getByText('not published')).toHaveCount(3);

  const beds = table.getByRole('row', { name: /^Beds/ });
  const value = beds.getByRole('button').first();
  const words = await value.textContent();
  await value.click();
  const sheet = page.getByRole('dialog', { name: `Beds: ${words}` });
  await expect(sheet).toContainText('2021');
  await expect(sheet).toContainText('hospital provider cost reports');
  await page.keyboard.press('Escape');

  const before = await table.getByRole('row').count();
  await page.getByRole('button', { name: 'Differences only' }).click();
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(before);

  const address = page.url();
  page = await app.reopen();
  await page.goto(address);
  await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(4);
  await page.goto(`${app.url}/programs#specialty=all&stage=kept`);
  await expect(page.getByText('3 programs, best fit first')).toBeVisible();
});
