// Two people who want different things ask the host for the same files, in a first start and in an update: what is in a
// notebook changes no request, so no host can learn it.
import { chromium } from '@playwright/test';
import type { ProgramRecord } from '#domain/program.ts';
import { type ServedRequest, serve } from '../../src/cli/serve.mjs';
import { expect, test } from './support/app.ts';
import { makeNextRelease, removeRelease } from './support/next-release.ts';
import { catalogIsHere, keepFirst, programList, setUpWishes } from './support/steps.ts';

const closedIn =
  (state: string) =>
  (record: ProgramRecord): ProgramRecord =>
    record.state === state
      ? { ...record, facts: { ...record.facts, visaJ1: [[true, record.name[0]![1], 2026]] } }
      : record;

test('two different notebooks make the same requests', async ({ launchOptions, viewport }) => {
  test.slow();
  const next = await makeNextRelease(closedIn('MA'));

  const visit = async (hasNotebook: boolean): Promise<ServedRequest[]> => {
    const asked: ServedRequest[] = [];
    const onRequest = (request: ServedRequest) => asked.push(request);
    let server = await serve({ port: 0, onRequest });
    const { url, port } = server;
    const browser = await chromium.launch(launchOptions);
    const page = await browser.newPage({ viewport });
    await page.goto(url);
    await catalogIsHere(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    if (hasNotebook) {
      await page.goto(`${url}/profile`);
      await setUpWishes(page);
      await page.getByRole('link', { name: 'Programs', exact: true }).click();
      await expect(programList(page).getByRole('listitem').first()).toBeVisible();
      await keepFirst(page, 3);
    }
    await server.close();
    server = await serve({ port, dir: next, onRequest });
    await page.goto(`${url}/my-data`);
    await page.getByRole('button', { name: 'Update now' }).click();
    await expect(page.getByText('Release 2 is in use now.')).toBeVisible();
    await page.goto(`${url}/changes`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed');
    await browser.close();
    await server.close();
    return asked;
  };

  try {
    const [one, other] = [await visit(true), await visit(false)];
    // What is fetched at once may arrive in any order.
    const data = (asked: readonly ServedRequest[]) =>
      asked
        .filter(({ url }) => url.startsWith('/data/'))
        .map(({ method, url, status }) => `${method} ${url} ${status}`)
        .toSorted();
    expect(data(one).length).toBeGreaterThan(70);
    expect(data(one)).toEqual(data(other));
    const all = [...one, ...other];
    expect(all.filter(({ bodyBytes }) => bodyBytes > 0)).toEqual([]);
    expect(all.filter(({ method, url }) => method !== 'GET' || url.includes('?'))).toEqual([]);
  } finally {
    await removeRelease(next);
  }
});
