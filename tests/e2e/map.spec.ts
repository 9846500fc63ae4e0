// The programs on a map: it opens with no network, it is walked by the keyboard alone and by two fingers, its list keeps
// in step, and it has no accessibility fault in either scheme.
import type { Page } from '@playwright/test';
import { axe, expect, test } from './support/app.ts';
import { catalogIsHere, chooseHome, chooseSpecialty, weigh } from './support/steps.ts';

const map = (page: Page) => page.getByRole('application', { name: 'Map of programs' });
const marks = (page: Page) => map(page).locator('[data-mark]');
const inView = (page: Page) => page.getByRole('heading', { level: 2, name: /programs? in view$/ });
const countInView = async (page: Page) =>
  Number(((await inView(page).textContent()) ?? '').replace(/,/g, '').match(/^\d+/)?.[0]);
const zoomOf = (page: Page) =>
  page.evaluate(() => Number(new URLSearchParams(location.hash.slice(1)).get('spot')?.split(',')[2] ?? 1));

async function openMap(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Map' }).check();
  await expect(marks(page).first()).toBeVisible();
  // The outlines are here, too: every state, and the coast.
  await expect(map(page).locator('svg path')).not.toHaveCount(0);
}

async function setUp(page: Page): Promise<void> {
  await chooseSpecialty(page, 'Psychiatry');
  await chooseHome(page, '02139');
  await weigh(page, 'Close to home', 3);
  await page.getByRole('link', { name: 'See your programs' }).click();
  await expect(page.getByText(/best fit first in Psychiatry/)).toBeVisible();
}

test('the map opens for the first time with no network, and comes back to where one was', async ({ app }) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  await app.goOffline();
  await app.open('/programs#specialty=all');
  const { page } = app;
  await openMap(page);
  await expect(inView(page)).toBeVisible();
  const all = await countInView(page);
  const boston = map(page).getByRole('button', { name: /programs near New York/ });
  await boston.click();
  await page.getByRole('button', { name: 'Look closer' }).click();
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'All in view' }).click();
  await expect.poll(() => countInView(page)).toBeLessThan(all);
  const near = await countInView(page);

  await page.getByRole('list', { name: 'Programs in view' }).getByRole('link').first().click();
  await expect(page).toHaveURL(/\/programs\/p[0-9a-z]{9}$/);
  await page.goBack();
  await expect(marks(page).first()).toBeVisible();
  await expect.poll(() => countInView(page)).toBe(near);
  await page.getByRole('button', { name: 'Whole country' }).click();
  await expect.poll(() => countInView(page)).toBe(all);
});

test('two fingers zoom the map, one draws it along, two taps look closer', async ({ app }) => {
  const { page } = app;
  await app.open();
  await catalogIsHere(page);
  await app.open('/programs#specialty=all');
  await openMap(page);
  const box = await map(page).boundingBox();
  if (!box) throw new Error('The map has no place on the screen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const devtools = await app.context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    devtools.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })),
    });

  await touch('touchStart', [x - 30, y], [x + 30, y]);
  for (const spread of [45, 60, 75, 90]) await touch('touchMove', [x - spread, y], [x + spread, y]);
  await touch('touchEnd');
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(2);
  expect(await zoomOf(page)).toBeLessThan(4);

  const left = () =>
    map(page).evaluate((frame) => Number(getComputedStyle(frame).getPropertyValue('--left')));
  const before = await left();
  const scrolled = await page.evaluate(() => scrollY);
  await touch('touchStart', [x, y]);
  for (const way of [15, 40, 70]) await touch('touchMove', [x - way, y - way / 2]);
  await touch('touchEnd');
  await expect.poll(left).toBeGreaterThan(before + 30);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);

  const zoom = await zoomOf(page);
  const free = await emptySpot(page);
  for (let tap = 0; tap < 2; tap++) {
    await touch('touchStart', free);
    await touch('touchEnd');
  }
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(zoom * 1.8);
});

/** A point of the map without a mark, in px of the page. */
function emptySpot(page: Page): Promise<[number, number]> {
  return map(page).evaluate((frame): [number, number] => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    for (let down = 20; down < height; down += 8) {
      for (let right = 20; right < width; right += 8) {
        const there = document.elementFromPoint(left + right, top + down);
        if (there === frame) return [left + right, top + down];
      }
    }
    throw new Error('Marks everywhere.');
  });
}

test.describe('by the keyboard', () => {
  test.use({
    viewport: { width: 1280, height: 800 },
    deviceScaleFactor: 1,
    isMobile: false,
    hasTouch: false,
  });

  test('a program is found on the map and opened', async ({ app }) => {
    const { page } = app;
    await app.open();
    await catalogIsHere(page);
    await app.open('/profile');
    await setUp(page);
    const press = async (key: string, isThere: () => Promise<boolean>) => {
      for (let presses = 0; presses < 60; presses++) {
        if (await isThere()) return;
        await page.keyboard.press(key);
      }
      throw new Error(`${key} never came there.`);
    };
    const hasFocus = (name: RegExp) => () =>
      page.evaluate(
        (words) => new RegExp(words).test(document.activeElement?.getAttribute('aria-label') ?? ''),
        name.source,
      );
    await press('Tab', () => page.evaluate(() => document.activeElement?.getAttribute('type') === 'radio'));
    await page.keyboard.press('ArrowRight');
    await expect(marks(page).first()).toBeVisible();
    await press('Tab', hasFocus(/^Map of programs$/));

    await page.keyboard.press('+');
    await expect.poll(() => zoomOf(page)).toBeCloseTo(1.6, 2);
    const left = () =>
      map(page).evaluate((frame) => Number(getComputedStyle(frame).getPropertyValue('--left')));
    const before = await left();
    await page.keyboard.press('ArrowRight');
    await expect.poll(left).toBeGreaterThan(before + 50);
    await page.keyboard.press('0');
    await expect.poll(() => zoomOf(page)).toBe(1);

    await press('Tab', hasFocus(/^\d+ programs near New York, best fit \d+$/));
    await page.keyboard.press('Enter');
    const heading = page.getByRole('heading', { level: 2, name: /programs near New York, NY$/ });
    await expect(heading).toBeFocused();
    const first = page.getByRole('list', { name: 'Programs in view' }).getByRole('link').first();
    const name = (await first.textContent()) ?? '';
    await press('Tab', () => first.evaluate((link) => link === document.activeElement));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
  });
});

for (const [size, width, height] of [
  ['a phone', 360, 740],
  ['a desk', 1280, 800],
] as const) {
  test.describe(`on ${size}`, () => {
    test.use({
      viewport: { width, height },
      deviceScaleFactor: 1,
      isMobile: width < 900,
      hasTouch: width < 900,
    });
    for (const scheme of ['light', 'dark'] as const) {
      test(`the map has no accessibility fault, fits and has marks that can be hit, ${scheme}`, async ({
        app,
      }) => {
        const { page } = app;
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await app.open();
        await catalogIsHere(page);
        await app.open('/profile');
        await setUp(page);
        await openMap(page);
        await page.getByRole('button', { name: 'Home, ZIP 02139' }).click();
        await page.getByText('Programs by state').click();
        await map(page)
          .getByRole('button', { name: /programs near/ })
          .first()
          .click();
        await expect(page.getByRole('button', { name: 'All in view' })).toBeVisible();
        await axe(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
        const sizes = await marks(page).evaluateAll((all) =>
          all.map((mark) => Math.min(mark.clientWidth, mark.clientHeight)),
        );
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24);
      });
    }
  });
}
