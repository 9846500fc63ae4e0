// npm run pictures: takes the pictures of the README and of the install dialog from the real app, set up as a person
// would, in a real browser over the built files. The pictures are committed; neither a build nor a test runs this.
// Another built folder than dist can be named: npm run pictures -- folder

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  expect as playwrightExpect,
  type Page,
} from '@playwright/test';
import { serve } from '../src/cli/serve.mjs';
import { catalogIsHere, chooseHome, chooseSpecialty, programList, weigh } from './e2e/support/steps.ts';
import config from './playwright.config.ts';

// Nobody waits for a picture; a busy machine may take its time.
const expect = playwrightExpect.configure({ timeout: 30_000 });

const OUT = new URL('../public/screenshots/', import.meta.url);
const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};
const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

const WISHES = { 'Close to home': 4, 'A teaching house': 3, 'City size': 2, 'Cost of living': 2, Visa: 1 };
const ALL_WISHES = new RegExp(`of ${Object.keys(WISHES).length} wishes known`);
/** Places in the list of those that are kept. */
const KEPT = [0, 2, 3];
const BUDGET_USD = 450;
const MOST_BYTES = 400_000;

/** Another address of the app, anew: nothing a person just did (a toast, a focus) is left on it. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function setUp(page: Page, url: string): Promise<void> {
  await open(page, url);
  await catalogIsHere(page);
  await open(page, `${url}/profile`);
  await chooseSpecialty(page, 'Psychiatry');
  await chooseHome(page, '02139');
  for (const [wish, steps] of Object.entries(WISHES)) await weigh(page, wish, steps);
  await page.getByRole('radio', { name: 'US MD' }).check();
  await page
    .getByLabel('Visa', { exact: true })
    .and(page.getByRole('combobox'))
    .selectOption({ label: 'J-1' });
  await page.getByLabel('Step 2 CK', { exact: true }).fill('245');
  await page.keyboard.press('Tab');
  // By the link, not by an address: a write on its way is not cut off.
  await page.getByRole('link', { name: 'See your programs' }).click();
  const rows = programList(page).getByRole('listitem');
  for (const at of KEPT) {
    await rows
      .nth(at)
      .getByRole('button', { name: /^Keep / })
      .click();
    await expect(rows.nth(at).getByText('considering')).toBeVisible();
  }
  await page.getByRole('link', { name: 'Pick', exact: true }).click();
  await page.getByLabel('In dollars').fill(String(BUDGET_USD));
  await page.keyboard.press('Tab');
  await listIsWhole(page);
}

/** Both come after all that is above them. */
async function listIsWhole(page: Page): Promise<void> {
  await expect(page.getByText(/in 10 would find a place from it/)).toBeVisible();
  await expect(page.getByRole('img', { name: /What more money buys/ })).toBeVisible();
  await expect(pickList(page).getByRole('listitem').first()).toBeVisible();
}

const pickList = (page: Page) => page.getByRole('list', { name: 'Your list, best fit first' });

/** Takes the picture when nothing is on its way any more, and writes it. */
async function take(page: Page, name: string): Promise<Buffer> {
  await expect(page.getByRole('progressbar')).toHaveCount(0);
  await expect(page.getByText('Ready to use offline.')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  // The heading has the focus after a navigation; a picture is of nobody's turn.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  const picture = await page.screenshot({ animations: 'disabled' });
  await write(name, picture);
  return picture;
}

async function write(name: string, picture: Buffer): Promise<void> {
  if (picture.length > MOST_BYTES) throw new Error(`${name} is too large: ${picture.length} bytes.`);
  await writeFile(new URL(name, OUT), picture);
  console.log(`${name} ${Math.round(picture.length / 1000)} kB`);
}

/** The address of the first program in the list that is kept. */
async function firstProgram(page: Page, url: string): Promise<string> {
  await open(page, `${url}/programs`);
  const href = await programList(page).getByRole('link').first().getAttribute('href');
  if (href === null) throw new Error('The first program has no address.');
  return href;
}

async function takePhone(browser: Browser, url: string): Promise<Buffer[]> {
  const context = await newContext(browser, PHONE);
  const page = await context.newPage();
  await setUp(page, url);
  const program = await firstProgram(page, url);
  const list = await take(page, 'narrow-1.png');
  await open(page, url + program);
  await expect(page.getByText(ALL_WISHES)).toBeVisible();
  await expect(page.getByText(/Chance of an interview: /)).toBeVisible();
  const one = await take(page, 'narrow-2.png');
  await open(page, `${url}/pick`);
  await listIsWhole(page);
  const pick = await take(page, 'narrow-3.png');
  await context.close();
  return [list, one, pick];
}

async function takeDesk(browser: Browser, url: string): Promise<void> {
  const context = await newContext(browser, DESK);
  const page = await context.newPage();
  await setUp(page, url);
  await firstProgram(page, url);
  await programList(page).getByRole('link').first().click();
  await expect(page.getByRole('article').getByText(ALL_WISHES)).toBeVisible();
  const beside = page.url();
  await open(page, beside);
  await expect(page.getByRole('article').getByText(ALL_WISHES)).toBeVisible();
  await expect(page.getByRole('article').getByText(/Chance of an interview: /)).toBeVisible();
  await take(page, 'wide-1.png');

  await open(page, `${url}/compare`);
  await page.getByRole('button', { name: 'Choose programs' }).click();
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByRole('button', { name: `Compare ${KEPT.length}` }).click();
  const compared = page.url();
  await open(page, compared);
  await expect(page.getByRole('table')).toBeVisible();
  await take(page, 'wide-2.png');
  await context.close();
}

/** The three phone pictures side by side on paper, as one. */
async function takeTogether(browser: Browser, pictures: readonly Buffer[]): Promise<void> {
  const tokens = await readFile(new URL('../src/ui/tokens.css', import.meta.url), 'utf8');
  const page = await browser.newPage({
    viewport: { width: 1240, height: 820 },
    deviceScaleFactor: 1.4,
    colorScheme: 'light',
  });
  const phones = pictures.map((picture) => `<img src="data:image/png;base64,${picture.toString('base64')}">`);
  await page.setContent(`<style>${tokens}
    body { margin: 0; display: flex; justify-content: center; gap: 40px; padding: 40px; background: var(--surface-sunk) }
    img { inline-size: 360px; block-size: 740px; border: 1px solid var(--line); border-radius: 28px }
  </style>${phones.join('')}`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await write('readme.png', await page.screenshot());
  await page.close();
}

const newContext = (browser: Browser, screen: BrowserContextOptions) =>
  browser.newContext({
    ...screen,
    locale: 'en-US',
    timezoneId: 'America/Chicago',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  });

await mkdir(OUT, { recursive: true });
const [dir] = process.argv.slice(2);
const server = await serve({ port: 0, ...(dir === undefined ? {} : { dir }) });
const browser = await chromium.launch(config.use?.launchOptions);
try {
  await takeTogether(browser, await takePhone(browser, server.url));
  await takeDesk(browser, server.url);
} finally {
  await browser.close();
  await server.close();
}
