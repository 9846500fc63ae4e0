// The app as a person has it: the real server over the real build, and a browser with a profile that
// stays when the browser is closed. Every test ends by asking whether anything went wrong unseen:
// errors on the console, blocked by the policy, requests to anyone but our own server.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  expect,
  type LaunchOptions,
  type Page,
  test as base,
} from '@playwright/test';
import { type ServedRequest, type Server, serve } from '../../../src/cli/serve.mjs';
import { type FaultServer, faultServer } from '../../fixtures/fault-server.ts';

export type App = {
  /** The page in front; another one after `reopen`. */
  readonly page: Page;
  readonly context: BrowserContext;
  /** Where the server is, the same for the whole test. */
  readonly url: string;
  /** What the server was asked for, oldest first. */
  readonly requests: readonly ServedRequest[];
  /** Opens a route, such as `/compare`. */
  open(route?: string): Promise<void>;
  /** Resolves when the service worker has the page, so that it would open again with no network. */
  installed(): Promise<void>;
  /** Stops the server and takes the network from the browser. */
  goOffline(): Promise<void>;
  /** Starts the server again, at the same address. */
  goOnline(): Promise<void>;
  /** Puts another build in the place of the one that is served, at the same address. */
  publish(dir: string): Promise<void>;
  /** Puts a server before ours, at the same address, that spoils answers as it is told. */
  spoilable(): Promise<FaultServer>;
  /** Closes the browser and starts it again on the same profile; answers the new page, still blank. */
  reopen(): Promise<Page>;
  /** Names console errors that this test provokes on purpose. */
  expectError(pattern: RegExp): void;
};

type Seen = { troubles: string[]; expected: RegExp[]; isOffline: boolean };

/** Fails with a readable list when axe finds a fault of WCAG 2.0 to 2.2, level A or AA. */
export async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  const faults = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.target.join(' ')}\n  ${node.failureSummary ?? ''}`),
  );
  expect(faults, 'accessibility').toEqual([]);
}

export const test = base.extend<{ app: App }>({
  app: async (
    {
      launchOptions,
      viewport,
      deviceScaleFactor,
      isMobile,
      hasTouch,
      locale,
      timezoneId,
      colorScheme,
      contextOptions,
    },
    use,
  ) => {
    const profile = await mkdtemp(join(tmpdir(), 'cairn-profile-'));
    const settings: BrowserContextOptions & LaunchOptions = {
      ...launchOptions,
      ...contextOptions,
      viewport,
      acceptDownloads: true,
    };
    if (deviceScaleFactor !== undefined) settings.deviceScaleFactor = deviceScaleFactor;
    if (isMobile !== undefined) settings.isMobile = isMobile;
    if (hasTouch !== undefined) settings.hasTouch = hasTouch;
    if (locale !== undefined) settings.locale = locale;
    if (timezoneId !== undefined) settings.timezoneId = timezoneId;
    if (colorScheme !== undefined) settings.colorScheme = colorScheme;

    const requests: ServedRequest[] = [];
    const seen: Seen = { troubles: [], expected: [], isOffline: false };
    const onRequest = (request: ServedRequest) => requests.push(request);
    let server: Server = await serve({ port: 0, onRequest });
    let served = {};
    let front: FaultServer | undefined;
    const { url, port } = server;
    const stop = async () => {
      await front?.close();
      front = undefined;
      await server.close();
    };
    let context = await openBrowser(profile, settings, url, seen);
    let page = await firstPage(context);

    const app: App = {
      get page() {
        return page;
      },
      get context() {
        return context;
      },
      url,
      requests,
      async open(route = '/') {
        await page.goto(url + route);
      },
      async installed() {
        await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
      },
      async goOffline() {
        seen.isOffline = true;
        await stop();
        await context.setOffline(true);
      },
      async goOnline() {
        server = await serve({ port, onRequest, ...served });
        await context.setOffline(false);
        seen.isOffline = false;
      },
      async publish(dir) {
        served = { dir };
        await stop();
        server = await serve({ port, onRequest, ...served });
      },
      async spoilable() {
        await stop();
        server = await serve({ port: 0, onRequest, ...served });
        front = await faultServer(server.port, port);
        return front;
      },
      async reopen() {
        await context.close();
        context = await openBrowser(profile, settings, url, seen);
        await context.setOffline(seen.isOffline);
        page = await firstPage(context);
        return page;
      },
      expectError(pattern) {
        seen.expected.push(pattern);
      },
    };

    try {
      await use(app);
      expect(unexpected(seen), 'nothing went wrong unseen').toEqual([]);
    } finally {
      await context.close();
      await stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
});

export { expect };

async function openBrowser(
  profile: string,
  settings: BrowserContextOptions & LaunchOptions,
  url: string,
  seen: Seen,
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, settings);
  // A violation that no console line tells of (a listener could have swallowed it) is told here.
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`Blocked by the policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const note = (trouble: string) => {
    // With the network gone the browser itself reports each attempt; the app is what must not.
    if (seen.isOffline && trouble.startsWith('console: Failed to load resource: net::ERR_')) return;
    seen.troubles.push(trouble);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('serviceworker', (worker) => {
    worker.on('console', (message) => {
      if (message.type() === 'error') note(`service worker: ${message.text()}`);
    });
  });
  context.on('request', (request) => {
    const asked = new URL(request.url());
    const leavesTheMachine = /^(https?|wss?):$/.test(asked.protocol) && asked.origin !== url;
    if (leavesTheMachine) note(`third party: ${request.url()}`);
  });
  return context;
}

async function firstPage(context: BrowserContext): Promise<Page> {
  return context.pages()[0] ?? (await context.newPage());
}

function unexpected(seen: Seen): string[] {
  return seen.troubles.filter((trouble) => !seen.expected.some((pattern) => pattern.test(trouble)));
}
