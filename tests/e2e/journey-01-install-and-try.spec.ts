// Journey 1: install and try, no account. The network goes before anything is chosen.
import { expect, test } from './support/app.ts';
import { catalogIsHere, programList, setUpWishes } from './support/steps.ts';

test('installs, loses the network, and makes a ranked list with reasons', async ({ app }) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.goOffline();

  const page = await app.reopen();
  await page.goto(`${app.url}/?source=pwa`);
  await expect(page.getByRole('heading', { level: 1, name: /Three steps/ })).toBeVisible();
  await page.getByRole('link', { name: /Choose a specialty/ }).click();
  await setUpWishes(page);
  const asked = Date.now();
  await page.getByRole('link', { name: 'See your programs' }).click();
  await expect(page.getByText(/best fit first in Psychiatry/)).toBeVisible();
  await expect(programList(page).getByRole('listitem').first()).toBeVisible();
  console.log(`list on screen after ${Date.now() - asked} ms`);

  const first = programList(page).getByRole('link').first();
  const name = (await first.textContent()) ?? '';
  await first.click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/of 3 wishes known/)).toBeVisible();
  await expect(page.getByText('Close to home')).toBeVisible();

  await page.goto(`${app.url}/settings`);
  await expect(page.getByText(/Your notebook is kept on this device and nowhere else/)).toBeVisible();
  for (const path of ['/', '/programs', '/pick', '/network', '/rank', '/profile', '/settings']) {
    await page.goto(app.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('input[type=password], input[type=email]')).toHaveCount(0);
    await expect(page.getByText(/sign up|log in|create an account/i)).toHaveCount(0);
  }
});

test('asks its own server for nothing about the user', async ({ app }) => {
  await app.open('/profile');
  await setUpWishes(app.page);
  await app.page.goto(`${app.url}/programs#q=harvard`);
  await expect(programList(app.page).getByRole('listitem').first()).toBeVisible();
  for (const { method, url, bodyBytes } of app.requests) {
    expect(method).toMatch(/^(GET|HEAD)$/);
    expect(bodyBytes).toBe(0);
    expect(url).not.toContain('?');
    expect(decodeURIComponent(url)).not.toMatch(/harvard|psychiatry|02139/i);
  }
});
