// npm start: from a fresh clone to the app in the browser. Installs what is missing, builds, serves.
// It runs before anything is installed, so packages may be imported only after installPackages().

import { installPackages, npm, requireNode } from './install-packages.mjs';

requireNode();
installPackages();

console.log('Building …');
// Types are for whoever changes the code (npm run check); here they would only cost time.
const code = npm(['exec', '--', 'vite', 'build', '--logLevel', 'warn']);
if (code !== 0) {
  console.error('The build failed; the reason is above.');
  process.exit(code);
}

const { serveAndSay } = await import('./serve.mjs');
await serveAndSay();
