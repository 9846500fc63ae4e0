// Unit and component tests. *.test.ts runs in plain Node, *.test.tsx in a document.

import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { bundledCatalog } from '../src/cli/bundled-catalog.mjs';

// tests/run.mjs asks for the results in a file, to count them.
const report = process.env.VITEST_JSON;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [preact(), bundledCatalog(fileURLToPath(new URL('../public/data', import.meta.url)))],
  test: {
    testTimeout: 30_000,
    maxWorkers: '100%',
    // Class names as they are written, so that a failed test reads well.
    css: { modules: { classNameStrategy: 'non-scoped' } },
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          environment: 'node',
          // Nothing here keeps state, so files may share a thread and what it has loaded.
          isolate: false,
          pool: 'threads',
          include: ['tests/{engine,press,domain,house}/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{e2e,bench,engine,press,domain,house}/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'document',
          environment: 'happy-dom',
          include: ['tests/**/*.test.tsx'],
          exclude: ['tests/e2e/**', 'tests/bench/**'],
          setupFiles: ['tests/set-up.ts'],
        },
      },
    ],
  },
});
