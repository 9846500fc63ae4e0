// Every screen, empty and full, in both schemes: no accessibility fault, nothing wider than the phone.
import { axe, expect, test } from './support/app.ts';
import { catalogIsHere, keepFirst, programList, setUpWishes } from './support/steps.ts';

const SCREENS = [
  '/',
  '/programs',
  '/pick',
  '/compare',
  '/network',
  '/rank',
  '/profile',
  '/my-data',
  '/settings',
  '/guide',
  '/nowhere',
];

for (const scheme of ['light', 'dark'] as const) {
  test(`no screen has an accessibility fault or overflows, ${scheme}`, async ({ app }) => {
    test.setTimeout(240_000);
    const { page } = app;
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    const look = async (path: string) => {
      await page.goto(app.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await axe(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} is wider than the screen`).toBeLessThanOrEqual(0);
    };
    await app.open();
    await catalogIsHere(page);
    for (const path of SCREENS) await look(path);

    await page.goto(`${app.url}/profile`);
    await setUpWishes(page);
    await look('/profile');
    await page.goto(`${app.url}/programs`);
    await expect(programList(page).getByRole('listitem').first()).toBeVisible();
    await keepFirst(page, 2);
    await axe(page);
    const href = await programList(page).getByRole('link').first().getAttribute('href');
    await page.getByRole('button', { name: /^Filters/ }).click();
    await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
    await axe(page);
    await look(href ?? '');
    await page.goto(`${app.url}/pick`);
    await page.getByLabel('In dollars').fill('200');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('list', { name: 'Your list, best fit first' })).toBeVisible();
    await axe(page);
    await page.goto(`${app.url}/compare`);
    await page.getByRole('button', { name: 'Choose programs' }).click();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: 'Compare 2' }).click();
    await expect(page.getByRole('table')).toBeVisible();
    await axe(page);
    await look('/');
  });
}
