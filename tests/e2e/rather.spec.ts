// "Which would you rather" without a network: a dozen answers by keyboard, left and gone on with, and the weights taken
// over. Beside it a what-if, which must leave the real profile alone.
import type { Page } from '@playwright/test';
import { axe, expect, test } from './support/app.ts';
import { catalogIsHere, chooseHome, chooseSpecialty } from './support/steps.ts';

const QUESTIONS = 12;
const first = (page: Page) => page.getByRole('button', { name: /^First: / });
const bar = (page: Page) => page.getByRole('progressbar', { name: /^How sure/ });

/** Presses a key and waits for the next question. */
async function answer(page: Page, key: string): Promise<void> {
  const before = (await first(page).getAttribute('aria-label')) ?? '';
  await page.keyboard.press(key);
  await expect(first(page)).not.toHaveAttribute('aria-label', before);
  await expect(page.locator('[aria-busy="false"]')).toBeVisible();
}

test('learns the weights from answers by keyboard, offline, and is gone on with after a restart', async ({
  app,
}) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.goOffline();
  let { page } = app;
  await page.goto(`${app.url}/profile`);
  await chooseSpecialty(page, 'Psychiatry');
  await chooseHome(page, '02139');
  await page.getByRole('link', { name: 'Answer “which would you rather”' }).click();
  await expect(bar(page)).toHaveJSProperty('value', 0, { timeout: 30_000 });
  await axe(page);

  // Thumbs: each way to answer is at least 64 px high, and the two sides are within reach of one.
  for (const name of [/^First: /, /^Second: /, 'No difference', 'Skip', 'Undo']) {
    const box = await page.getByRole('button', { name }).boundingBox();
    expect(box?.height, String(name)).toBeGreaterThanOrEqual(64);
  }
  for (let at = 0; at < QUESTIONS / 2; at++) await answer(page, ['1', 'ArrowRight', '0'][at % 3] ?? '1');
  const learned = await bar(page).getAttribute('aria-label');
  expect(learned).not.toContain('Nothing is known yet');
  const asked = await first(page).getAttribute('aria-label');

  page = await app.reopen();
  await page.goto(`${app.url}/rather`);
  await expect(first(page)).toHaveAttribute('aria-label', asked ?? '', { timeout: 60_000 });
  await expect(bar(page)).toHaveAttribute('aria-label', learned ?? '');
  await answer(page, 'u');
  await answer(page, '2');
  for (let at = QUESTIONS / 2; at < QUESTIONS; at++) await answer(page, at % 2 === 0 ? '1' : '2');

  await page.getByRole('link', { name: 'What your answers say' }).click();
  await expect(page.getByText(/^12 answers\./)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('img', { name: /8 times in 10 it lies at/ }).first()).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'Ten best with these weights' }).getByRole('listitem'),
  ).toHaveCount(10);
  await axe(page);
  await page.getByRole('button', { name: 'Use these weights' }).click();
  await expect(page.getByText('Your wishes have these weights now.')).toBeVisible();
  await page.getByRole('link', { name: 'See your programs' }).click();
  await expect(
    page.getByRole('list', { name: 'Programs' }).getByRole('img', { name: /^Fit / }).first(),
  ).toBeVisible();
});

test('keeps a what-if apart from the real profile, and says on every screen that it is on', async ({
  app,
}) => {
  await app.open();
  await catalogIsHere(app.page);
  const { page } = app;
  await page.goto(`${app.url}/profile`);
  await chooseSpecialty(page, 'Psychiatry');
  await chooseHome(page, '02139');
  await page.getByRole('link', { name: 'Try a what-if' }).click();
  await page.getByLabel('What if', { exact: true }).fill('I moved west');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('link', { name: 'Change something' }).click();
  await page.getByRole('combobox', { name: 'Home' }).fill('98101');
  await page.getByRole('option', { name: 'ZIP 98101' }).click();
  const banner = page.getByRole('complementary', { name: 'What if' });
  for (const place of ['Pick', 'Rank', 'Programs']) {
    await page.getByRole('link', { name: place, exact: true }).click();
    await expect(banner).toContainText('I moved west');
  }
  await banner.getByRole('link', { name: 'I moved west' }).click();
  await expect(page.getByRole('heading', { name: 'What you changed' })).toBeVisible({ timeout: 30_000 });
  await axe(page);
  await banner.getByRole('button', { name: 'Leave' }).click();
  await expect(banner).toHaveCount(0);
  await page.goto(`${app.url}/profile`);
  await expect(page.getByRole('combobox', { name: 'Home' })).toHaveValue('ZIP 02139');
});

test('has no accessibility fault in either scheme, and fits 320 px, which is 200 % zoom of a small window', async ({
  app,
}) => {
  test.setTimeout(240_000);
  await app.open();
  await catalogIsHere(app.page);
  const { page } = app;
  await page.goto(`${app.url}/criteria`);
  await page.getByLabel('Name', { exact: true }).fill('Near a beach');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('slider', { name: 'How much Near a beach counts' })).toBeVisible();
  await page.goto(`${app.url}/explore`);
  await page.getByRole('combobox', { name: 'A specialty to look at' }).fill('Psychiatry');
  await page
    .getByRole('option', { name: /^Psychiatry/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'Psychiatry' })).toBeVisible();
  await page.goto(`${app.url}/rather`);
  await expect(first(page)).toBeVisible({ timeout: 30_000 });
  await answer(page, '1');
  await page.goto(`${app.url}/what-if`);
  await page
    .getByLabel('What if', { exact: true })
    .fill('A long name for a small change that nobody could read');
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('complementary', { name: 'What if' })).toBeVisible();

  await page.setViewportSize({ width: 320, height: 640 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of ['/rather', '/rather/weights', '/what-if', '/criteria', '/explore', '/profile']) {
      await page.goto(app.url + path);
      await expect(page.locator('main').getByRole('link').first()).toBeVisible({ timeout: 30_000 });
      await axe(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    }
  }
});
