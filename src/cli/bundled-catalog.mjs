// The catalog a build carries: the root it trusts and the release it starts from, as the module
// `virtual:bundled-catalog`. The texts go into the program itself, so that no host can put others in their place.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const NAME = 'virtual:bundled-catalog';
/** What a plugin calls a module that is no file begins with a zero byte, so that no other plugin reads it. */
const ID = `\0${NAME}`;

/**
 * The newest root and the timestamp of a published catalog, word for word.
 * @type {typeof import('./bundled-catalog.d.mts').readBundledCatalog}
 */
export function readBundledCatalog(dir) {
  const versions = readdirSync(dir).flatMap((name) => {
    const version = /^([1-9]\d*)\.root\.json$/.exec(name)?.[1];
    return version === undefined ? [] : [Number(version)];
  });
  if (versions.length === 0) throw new Error(`${dir} holds no N.root.json: publish a catalog there first.`);
  const text = (/** @type {string} */ name) => readFileSync(join(dir, name), 'utf8');
  return { root: text(`${Math.max(...versions)}.root.json`), timestamp: text('timestamp.json') };
}

/**
 * Vite's plugin. Builds of workers need it as well as the build of the page.
 * @type {typeof import('./bundled-catalog.d.mts').bundledCatalog}
 */
export function bundledCatalog(dir) {
  return {
    name: 'cairn-bundled-catalog',
    resolveId: (source) => (source === NAME ? ID : undefined),
    load(id) {
      if (id !== ID) return undefined;
      return Object.entries(readBundledCatalog(dir))
        .map(([name, text]) => `export const ${name} = ${JSON.stringify(text)};`)
        .join('\n');
    },
  };
}
