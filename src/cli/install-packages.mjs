// Makes a fresh clone ready: says so when Node is too old, and installs the packages of the lockfile.
// It runs before anything is installed, so it must never import a package.

import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Ends the process with a sentence when this Node is older than package.json asks for.
 * @type {typeof import('./install-packages.d.mts').requireNode}
 */
export function requireNode(version = process.versions.node) {
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node.replace(
    /^\D+/,
    '',
  );
  if (isOlder(version, wanted)) {
    console.error(`Cairn needs Node ${wanted} or newer; this is Node ${version}. See https://nodejs.org.`);
    process.exit(1);
  }
}

/**
 * True when dotted version `a` comes before `b`; missing parts count as 0.
 * @type {typeof import('./install-packages.d.mts').isOlder}
 */
export function isOlder(a, b) {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let i = 0; i < 3; i += 1) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/**
 * True when packages were never installed in `root`, or the lockfile has changed since.
 * @type {typeof import('./install-packages.d.mts').needsInstall}
 */
export function needsInstall(root = ROOT) {
  // npm writes this file last, so an install that was cut short does not count.
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  return statSync(installed).mtimeMs < statSync(join(root, 'package-lock.json')).mtimeMs;
}

/**
 * True when node_modules is a link to a folder elsewhere. `npm ci` would empty that folder, which other
 * copies of the project may be using.
 * @type {typeof import('./install-packages.d.mts').isLinked}
 */
export function isLinked(root = ROOT) {
  return lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/**
 * Installs what the lockfile names, when needed. Ends the process when npm fails.
 * @type {typeof import('./install-packages.d.mts').installPackages}
 */
export function installPackages() {
  if (!needsInstall()) return;
  if (isLinked()) {
    console.error('node_modules is a link, and the packages behind it are not those of the lockfile.');
    console.error(
      'Installing here would empty the folder it leads to. Remove the link, or run npm ci over there.',
    );
    process.exit(1);
  }
  console.log('Installing packages (npm ci), about half a minute …');
  const code = npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error('The packages could not be installed; npm says why above.');
    process.exit(code);
  }
}

/**
 * Runs npm in the project with its output shown; answers its exit code.
 * @type {typeof import('./install-packages.d.mts').npm}
 */
export function npm(args, env = {}) {
  // The npm that started this script, where there is one: no shell, no guess about its name.
  const script = process.env.npm_execpath;
  const command = script === undefined ? 'npm' : process.execPath;
  const before = script === undefined ? [] : [script];
  const result = spawnSync(command, [...before, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: script === undefined && process.platform === 'win32',
  });
  if (result.error) console.error(`${command} could not be started: ${result.error.message}`);
  return result.status ?? 1;
}
