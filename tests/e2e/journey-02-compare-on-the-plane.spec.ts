// Journey 2: compare on the plane, and put right what is wrong there.
import { expect, test } from './support/app.ts';
import { catalogIsHere, keepFirst, programList, setUpWishes, weigh } from './support/steps.ts';

test('compares three programs without a network, corrects one value, sees the fit follow, and keeps it through a killed tab', async ({
  app,
}) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.goOffline();
  let { page } = app;
  await page.goto(`${app.url}/profile`);
  await setUpWishes(page);
  await weigh(page, 'Hospital size', 3);
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
  // Wrong, as the user knows: the fit follows their own value.
  const fit = table.getByRole('row', { name: /^Fit/ });
  const fitBefore = await fit.textContent();
  await sheet.getByRole('link', { name: 'This is wrong: enter your own' }).click();
  const form = page.getByRole('dialog', { name: 'Beds' });
  await form.getByLabel('Your value').fill('25');
  await form.getByLabel('Where you know it from').fill('Told by the coordinator');
  await form.getByRole('button', { name: 'Use my value' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: /^25.*yours$/ })).toBeVisible();
  await page.goBack();
  await expect(beds.getByText('yours')).toBeVisible();
  await expect(fit).not.toHaveText(fitBefore ?? '');

  const before = await table.getByRole('row').count();
  await page.getByRole('button', { name: 'Differences only' }).click();
  await expect.poll(() => table.getByRole('row').count()).toBeLessThan(before);

  const address = page.url();
  page = await app.reopen();
  await page.goto(address);
  await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(4);
  await expect(page.getByRole('row', { name: /^Beds/ }).getByText('yours')).toBeVisible();
  await page.goto(`${app.url}/programs#specialty=all&stage=kept`);
  await expect(page.getByText('3 programs, best fit first')).toBeVisible();
});
