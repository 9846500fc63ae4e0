// Speed as a person has it, on a phone four times slower than this machine, printed and never asserted: a busy machine
// must not turn a journey red.
import { expect, test } from './support/app.ts';
import { catalogIsHere, programList, setUpWishes } from './support/steps.ts';

const median = (times: readonly number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;

test('prints how quick the list is offline, and after a weight is moved', async ({ app }) => {
  await app.open();
  await catalogIsHere(app.page);
  await app.installed();
  const { page } = app;
  await page.goto(`${app.url}/profile`);
  await setUpWishes(page);
  await app.goOffline();
  const devtools = await app.context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });

  const reloads: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const began = Date.now();
    await page.goto(`${app.url}/programs`);
    await expect(programList(page).getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
    reloads.push(Date.now() - began);
  }
  console.log(`list on screen after a reload offline, 4× slower: ${median(reloads)} ms`);

  await page.goto(`${app.url}/profile`);
  await page.getByRole('link', { name: 'See your programs' }).click();
  await expect(programList(page).getByRole('listitem').first()).toBeVisible({ timeout: 30_000 });
  const typed: number[] = [];
  for (const text of ['boston', 'hospital', 'university']) {
    const before = await page.getByRole('status').first().textContent();
    const began = Date.now();
    await page.getByLabel('Search').fill(text);
    await expect(page.getByText(/programs?,? .*in Psychiatry/)).not.toHaveText(before ?? '', {
      timeout: 30_000,
    });
    typed.push(Date.now() - began);
  }
  console.log(`a search on screen, 4× slower: ${median(typed)} ms`);
});
