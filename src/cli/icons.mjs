// Draws the PNG icons from the SVG ones, after an SVG was changed: node src/cli/icons.mjs
// The PNGs are committed; a build never runs this. The pixels come from a browser, so from CHROMIUM or /usr/bin/chromium.

import { readFile, writeFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';

const PUBLIC = new URL('../../public/', import.meta.url);

// iOS paints transparent corners black, so its icon stands on paper.
const ICONS = [
  { from: 'favicon.svg', to: 'icons/icon-64.png', size: 64 },
  { from: 'icons/icon.svg', to: 'icons/icon-192.png', size: 192 },
  { from: 'icons/icon.svg', to: 'icons/icon-512.png', size: 512 },
  { from: 'icons/maskable.svg', to: 'icons/maskable-512.png', size: 512 },
  { from: 'icons/icon.svg', to: 'icons/apple-touch-180.png', size: 180, ground: '#f6f1e6' },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
try {
  const page = await browser.newPage();
  for (const { from, to, size, ground = 'transparent' } of ICONS) {
    const svg = await readFile(new URL(from, PUBLIC), 'utf8');
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0; background: ${ground} } svg { display: block; width: ${size}px }</style>${svg}`,
    );
    await writeFile(new URL(to, PUBLIC), await page.screenshot({ omitBackground: true }));
    console.log(`${to} ${size} × ${size}`);
  }
} finally {
  await browser.close();
}
