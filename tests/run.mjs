// npm test: makes a fresh clone ready (packages, a Chromium, an nginx), then runs every check and every journey.
// It ends with one line, `N passed, N failed`, over unit tests and journeys, and fails when anything did.
// It runs before anything is installed, so packages may be imported only after installPackages().

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { installPackages, npm, ROOT, requireNode } from '../src/cli/install-packages.mjs';

const startedAt = Date.now();
requireNode();
say('Packages: what the lockfile names');
installPackages();

const chromium = await findChromium();
say(`Browser: ${chromium}`);
findNginx();

const results = mkdtempSync(join(tmpdir(), 'cairn-results-'));
const unitJson = join(results, 'unit.json');
const journeysJson = join(results, 'journeys.json');
const env = { CHROMIUM: chromium, VITEST_JSON: unitJson, PLAYWRIGHT_JSON: journeysJson };

say('Checks: format, lint, types, build, unit tests, sizes, dead code');
const checkCode = npm(['run', '--silent', 'check'], env);

// A failed lint or unit test does not make the journeys less worth knowing; a missing build does.
let journeysCode = 1;
if (wasBuilt()) {
  say('Journeys: the built app in a browser');
  journeysCode = npm(['run', '--silent', 'test:e2e'], env);
} else {
  say('Journeys: not run, the app was not built');
}

const unit = countUnit(readJson(unitJson));
const journeys = countJourneys(readJson(journeysJson));
rmSync(results, { recursive: true, force: true });

if (checkCode !== 0) say('The checks failed; the reason is above.');
if (journeysCode !== 0) say('The journeys failed; the reason is above.');
console.log(`${unit.passed + journeys.passed} passed, ${unit.failed + journeys.failed} failed`);
process.exit(checkCode || journeysCode || (unit.failed + journeys.failed > 0 ? 1 : 0));

/** @param {string} sentence */
function say(sentence) {
  console.log(`\n— ${sentence}`);
}

/**
 * A Chromium to drive: the one CHROMIUM names, the system's, Debian's package when this may install it,
 * else Playwright's own.
 * @returns {Promise<string>}
 */
async function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    console.error(`CHROMIUM names ${named}, which does not exist.`);
    process.exit(1);
  }
  const onSystem = () => onPath('chromium', 'chromium-browser', 'google-chrome');
  const found = onSystem();
  if (found !== undefined) return found;

  if (mayInstall()) {
    say('Browser: none found, installing the chromium package');
    installPackage('chromium');
    const installed = onSystem();
    if (installed !== undefined) return installed;
  }
  say('Browser: none found, installing the one Playwright brings');
  run(process.execPath, [join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium']);
  const playwright = await import('@playwright/test');
  const own = playwright.chromium.executablePath();
  if (existsSync(own)) return own;
  console.error('No Chromium could be found or installed. Install one, or name it: CHROMIUM=/path npm test');
  process.exit(1);
}

/** The web server the shipped example configuration is tried with; without one that test says so and is left out. */
function findNginx() {
  const onSystem = () => existsSync('/usr/sbin/nginx') || onPath('nginx') !== undefined;
  if (!onSystem() && mayInstall()) {
    say('Web server: no nginx found, installing the nginx-light package');
    installPackage('nginx-light');
  }
  say(onSystem() ? 'Web server: nginx' : 'Web server: no nginx here, its example stays untried');
}

const mayInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/** @param {string} name of a Debian package. */
function installPackage(name) {
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name]);
}

/** @param {string[]} names */
function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

function wasBuilt() {
  const page = join(ROOT, 'dist', 'index.html');
  return existsSync(page) && statSync(page).mtimeMs >= startedAt;
}

/** @param {string} file */
function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Vitest counts a file that could not be loaded as a failed suite with no test in it.
 * @param {any} report
 */
function countUnit(report) {
  if (report === undefined) return { passed: 0, failed: 0 };
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
}

/** @param {any} report */
function countJourneys(report) {
  if (report === undefined) return { passed: 0, failed: 0 };
  const { expected, unexpected, flaky } = report.stats;
  if (flaky > 0) say(`${flaky} of the journeys passed only at the second try; they are marked flaky above.`);
  // Errors outside any test (a file that cannot load) count too.
  return { passed: expected + flaky, failed: unexpected + report.errors.length };
}
