// The app on a wide screen: every place in a rail, the open program beside the list, and the keyboard alone is enough.
import { type App, axe, expect, test } from './support/app.ts';
import { catalogIsHere, keepFirst, programList, setUpWishes } from './support/steps.ts';

test.use({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1, isMobile: false, hasTouch: false });

const pane = (app: App) => app.page.getByRole('article');
const rows = (app: App) => programList(app.page).getByRole('link');

async function seeAll(app: App): Promise<void> {
  await app.open('/programs#specialty=all');
  await expect(rows(app).first()).toBeVisible({ timeout: 60_000 });
}

test('all places stand in the rail, and the one that is open is marked', async ({ app }) => {
  await app.open();
  const { page } = app;
  const rail = page.getByRole('navigation', { name: 'Main' });
  await expect(rail.getByRole('link')).toHaveCount(10);
  await expect(rail.getByRole('button')).toHaveCount(0);
  for (const [place, title] of [
    ['Settings', 'Settings'],
    ['Rank', 'Rank list'],
    ['Data', 'Data'],
  ] as const) {
    await rail.getByRole('link', { name: place }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(rail.locator('[aria-current="page"]')).toHaveText(place);
  }
  const box = await rail.boundingBox();
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect(box && heading && box.x + box.width <= heading.x, 'the rail is beside the screen').toBe(true);
});

test('the open program is beside the list, in the address, and there again after a reload', async ({
  app,
}) => {
  await seeAll(app);
  const { page } = app;
  await expect(page.getByText('Choose a program to see it here.')).toBeVisible();
  const names = await rows(app).allTextContents();
  const [first = '', second = ''] = names;
  await rows(app).nth(1).click();
  await expect(pane(app).getByRole('heading', { level: 2 }).first()).toHaveText(second);
  await expect(rows(app).nth(1)).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Programs');
  expect(new URL(page.url()).pathname).toBe('/programs');

  await page.reload();
  await expect(pane(app).getByRole('heading', { level: 2 }).first()).toHaveText(second);
  await expect(rows(app).nth(1)).toHaveAttribute('aria-current', 'true');

  await rows(app).first().click();
  await expect(pane(app).getByRole('heading', { level: 2 }).first()).toHaveText(first);
  await expect(rows(app).nth(1)).not.toHaveAttribute('aria-current');

  // The name in the pane leads to the program alone.
  await pane(app).getByRole('link', { name: first }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first);
  await expect(page).toHaveURL(/\/programs\/p[0-9a-z]{9}$/);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`list and program side by side have no accessibility fault and fit the screen, ${scheme}`, async ({
    app,
  }) => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await app.open();
    await catalogIsHere(page);
    await app.open('/profile');
    await setUpWishes(page);
    await page.getByRole('link', { name: 'See your programs' }).click();
    await expect(page.getByText(/best fit first in Psychiatry/)).toBeVisible();
    await keepFirst(page, 1);
    await rows(app).first().click();
    await expect(pane(app).getByText('3 wishes known')).toBeVisible();
    await expect(pane(app).getByLabel('Your note')).toBeVisible();
    await axe(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('a program is found and opened by the keyboard alone', async ({ app }) => {
  await seeAll(app);
  const { page } = app;
  const tabTo = async (name: string, isThere: () => Promise<boolean>) => {
    for (let presses = 0; presses < 30; presses++) {
      if (await isThere()) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}.`);
  };
  const focused = page.locator(':focus');
  const search = page.getByRole('searchbox', { name: 'Search' });
  await tabTo('the search field', () => search.evaluate((field) => field === document.activeElement));
  await page.keyboard.type('mclean hospital');
  await expect(rows(app).first()).toContainText(/McLean/);

  const first = rows(app).first();
  await tabTo('the first program', () => first.evaluate((link) => link === document.activeElement));
  const name = (await focused.textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(pane(app).getByRole('heading', { level: 2 }).first()).toHaveText(name);
  // Whoever walks by keyboard goes on from where they are, not from the top.
  await expect(first).toBeFocused();
  await expect(search).toHaveValue('mclean hospital');
});
