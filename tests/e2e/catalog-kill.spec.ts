// The browser is killed at a random moment while a newer catalog comes in, again and again, each time from the same
// profile. What is there afterwards, with no network, is the old release or the new one, whole: never a mixture.
import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { ProgramRecord } from '#domain/program.ts';
import { seededRandom } from '#engine/random.ts';
import { serve } from '../../src/cli/serve.mjs';
import { expect, test } from './support/app.ts';
import { makeNextRelease, removeRelease } from './support/next-release.ts';
import { catalogIsHere } from './support/steps.ts';

const KILLS = 20;

/** Every program says something new, so that every chunk differs. */
const renamed = (record: ProgramRecord): ProgramRecord => ({
  ...record,
  facts: { ...record.facts, visaJ1: [[true, record.name[0]![1], 2026]] },
});

/** The release in force and what its chunks are, as they lie in the database; digests are taken anew. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error));
      });
    const db = await asked(indexedDB.open('cairn-catalog'));
    const transaction = db.transaction(['pointer', 'chunks']);
    const pointer = await asked(transaction.objectStore('pointer').get('catalog'));
    const rows: { sha256: string; bytes: BufferSource }[] = await asked(
      transaction.objectStore('chunks').getAll(),
    );
    db.close();
    const hex = (digest: ArrayBuffer) =>
      Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const sound = new Set<string>();
    for (const { sha256, bytes } of rows) {
      if (hex(await crypto.subtle.digest('SHA-256', bytes)) === sha256) sound.add(sha256);
    }
    const { version, chunks } = pointer.active as {
      version: number;
      chunks: { name: string; sha256: string }[];
    };
    return { version, missing: chunks.filter(({ sha256 }) => !sound.has(sha256)).map(({ name }) => name) };
  });

test('twenty kills in the middle of an update leave the old release or the new one', async ({
  launchOptions,
  viewport,
}) => {
  test.setTimeout(600_000);
  const place = await mkdtemp(join(tmpdir(), 'cairn-kill-'));
  const next = await makeNextRelease(renamed);
  const random = seededRandom(20);
  const open = (profile: string): Promise<BrowserContext> =>
    chromium.launchPersistentContext(profile, { ...launchOptions, viewport });
  const pageOf = async (context: BrowserContext) => context.pages()[0] ?? (await context.newPage());
  let server = await serve({ port: 0 });
  const { url, port } = server;
  try {
    const first = join(place, 'first');
    let context = await open(first);
    let page = await pageOf(context);
    await page.goto(url);
    await catalogIsHere(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
    await context.close();
    await server.close();
    server = await serve({ port, dir: next });

    // How long an update takes when nobody kills it.
    const whole = join(place, 'whole');
    await cp(first, whole, { recursive: true });
    context = await open(whole);
    page = await pageOf(context);
    await page.goto(`${url}/my-data`);
    const began = Date.now();
    await page.getByRole('button', { name: 'Update now' }).click();
    await expect(page.getByText('Release 2 is in use now.')).toBeVisible({ timeout: 60_000 });
    const usual = Date.now() - began;
    await context.close();

    const versions: number[] = [];
    for (let kill = 0; kill < KILLS; kill++) {
      const profile = join(place, `kill-${kill}`);
      await cp(first, profile, { recursive: true });
      context = await open(profile);
      page = await pageOf(context);
      await page.goto(`${url}/my-data`);
      await page.getByRole('button', { name: 'Update now' }).click();
      const moment = random() * usual * 1.2;
      await new Promise((resolve) => setTimeout(resolve, moment));
      const closed = context.waitForEvent('close', { timeout: 60_000 });
      execFileSync('pkill', ['-KILL', '-f', `user-data-dir=${profile}`]);
      await closed;
      await server.close();

      context = await open(profile);
      page = await pageOf(context);
      await page.goto(url);
      await catalogIsHere(page);
      const { version, missing } = await stored(page);
      expect([1, 2]).toContain(version);
      expect(missing, `release ${version} after a kill at ${moment.toFixed(0)} ms`).toEqual([]);
      versions.push(version);
      await context.close();
      server = await serve({ port, dir: next });
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
    console.log(
      `Killed within ${usual} ms: ${versions.filter((version) => version === 2).length} of ${KILLS} had it`,
    );
  } finally {
    await server.close();
    await removeRelease(next);
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  }
});
