// npm run sizes: how much a phone must fetch, measured on the files the build has really made.
// Which file is which is read from Vite's manifest and from the built workers. A budget that finds no file
// fails, and so does a script that no budget counts: nothing may grow unseen.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const MIB = 1024 * 1024;
/** Compressed bytes, but for fonts (already compressed) and the shell (what the phone stores). */
const BUDGETS = {
  firstRoute: 75 * KB,
  worker: 60 * KB,
  /** What only this screen needs, whenever it needs it: at once, or when a part of it is opened. */
  screen: 20 * KB,
  /** What several screens need, fetched with the first of them. */
  sharedByScreens: 30 * KB,
  otherLazyPart: 30 * KB,
  css: 14 * KB,
  serviceWorker: 8 * KB,
  font: 40 * KB,
  shell: 1.5 * MIB,
  catalog: MIB,
};
/** Lazy like every screen, but fetched at once by whoever opens the app. */
const FIRST_SCREEN = 'src/features/today/screen.tsx';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const rows = [];
const counted = new Set();

if (!existsSync(join(dist, '.vite', 'manifest.json')))
  fail('There is no build to measure: npm run build first.');
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'));
const shipped = readdirSync(dist, { recursive: true }).map((path) => path.replaceAll('\\', '/'));

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
if (entry === undefined) fail('The manifest has no entry.');
if (!existsSync(join(root, FIRST_SCREEN))) fail(`The first screen has moved: ${FIRST_SCREEN} is gone.`);

const withFirstScreen = [entry, ...(FIRST_SCREEN in manifest ? [FIRST_SCREEN] : [])];
const firstRoute = new Set(withFirstScreen.flatMap((key) => [...filesOf(key)]));
measure('first route', firstRoute, BUDGETS.firstRoute);

const lazy = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry && key !== FIRST_SCREEN);
const screens = lazy.filter((key) => /^src\/features\/.*screen\.tsx$/.test(key));
if (screens.length === 0) fail('The build has no lazy screen.');
const beyondFirst = new Map(
  lazy.map((key) => [key, [...filesOf(key)].filter((file) => !firstRoute.has(file))]),
);
const neededBy = (file) => screens.filter((key) => beyondFirst.get(key).includes(file)).length;
const shared = new Set([...beyondFirst.values()].flat().filter((file) => neededBy(file) > 1));
measure('shared by screens', shared, BUDGETS.sharedByScreens);
for (const key of screens) {
  measure(
    key.replace('src/features/', 'screen '),
    beyondFirst.get(key).filter((file) => !shared.has(file)),
    BUDGETS.screen,
  );
}
const ofScreens = new Set(screens.flatMap((key) => beyondFirst.get(key)));
for (const key of lazy) {
  if (!screens.includes(key)) {
    measure(
      `lazy ${key.replace(/^.*node_modules\//, '')}`,
      [
        manifest[key].file,
        ...beyondFirst.get(key).filter((file) => !ofScreens.has(file) && !shared.has(file)),
      ],
      BUDGETS.otherLazyPart,
    );
  }
}

for (const source of readdirSync(join(root, 'src', 'worker')).filter((name) => name.endsWith('.worker.ts'))) {
  const name = source.replace(/\.ts$/, '');
  const [file, ...others] = shipped.filter(
    (path) => path.startsWith(`assets/${name}-`) && path.endsWith('.js'),
  );
  if (file === undefined || others.length > 0)
    fail(`Expected one built file of ${source}, found ${others.length}.`);
  const parts = partsOf(file);
  measure(name, parts.atStart, BUDGETS.worker);
  for (const part of parts.later) {
    const beyond = [...partsOf(part).atStart].filter((path) => !parts.atStart.has(path));
    measure(`${name} lazy ${basename(part)}`, beyond, BUDGETS.otherLazyPart);
  }
}

measure('service worker', ['sw.js'], BUDGETS.serviceWorker);
measure('all style sheets', ofKind(/^assets\/.*\.css$/), BUDGETS.css);
for (const font of shipped.filter((path) => path.endsWith('.woff2')))
  measure(font, [font], BUDGETS.font, bytesOf);
// Before the shell is summed, which is every file once more.
const uncounted = ofKind(/^assets\/.*\.js$/).filter((path) => !counted.has(path));

// What the service worker keeps, as vite.config.ts chooses it.
const shell = ofKind(/\.(js|css|html|svg|png|woff2)$/).filter(
  (path) => !/^(data|screenshots|icons)\//.test(path) && path !== 'sw.js',
);
measure('shell, stored', shell, BUDGETS.shell, bytesOf);
measure('catalog', ofKind(/^data\/.*\.json$/), BUDGETS.catalog);

for (const { name, size, budget } of rows) {
  const mark = size > budget ? 'OVER' : 'ok';
  console.log(`${mark.padEnd(5)}${kb(size).padStart(9)} of ${kb(budget).padStart(7)} kB  ${name}`);
}
for (const path of uncounted) console.log(`OVER  no budget counts ${path}`);
if (uncounted.length > 0 || rows.some(({ size, budget }) => size > budget)) process.exit(1);

/** The script of a manifest entry and all it imports at once. */
function filesOf(key, found = new Set()) {
  const { file, imports = [] } = manifest[key];
  if (found.has(file)) return found;
  found.add(file);
  for (const next of imports) filesOf(next, found);
  return found;
}

/** A worker's own scripts, which the manifest does not know: fetched at its start, and later. */
function partsOf(file, atStart = new Set(), later = new Set()) {
  atStart.add(file);
  const code = readFileSync(join(dist, file), 'utf8');
  for (const [, isCall, name] of code.matchAll(/\b(?:from|import)\s*(\()?\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) {
    const part = `assets/${name}`;
    if (isCall !== undefined) later.add(part);
    else if (!atStart.has(part)) partsOf(part, atStart, later);
  }
  return { atStart, later };
}

function measure(name, files, budget, size = gzippedBytesOf) {
  const list = [...new Set(files)];
  if (list.length === 0) fail(`No file to measure: ${name}.`);
  for (const file of list) {
    if (!shipped.includes(file)) fail(`No such file: ${file} (${name}).`);
    counted.add(file);
  }
  rows.push({ name, budget, size: list.reduce((sum, file) => sum + size(file), 0) });
}

function ofKind(pattern) {
  return shipped.filter((path) => pattern.test(path));
}

function bytesOf(file) {
  return readFileSync(join(dist, file)).length;
}

function gzippedBytesOf(file) {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
}

function kb(bytes) {
  return (bytes / KB).toFixed(1);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
