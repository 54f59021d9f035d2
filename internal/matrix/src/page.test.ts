import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Pages, servePages } from './pages.js';
import { expected, program, root } from './stranger.js';

const home = inject('home');
let pages: Pages;

beforeAll(async () => {
  pages = await servePages(home);
});

afterAll(() => pages?.close());

/** What a page of the stranger's shows in the end; errors on the console fail it. */
async function shown(html: string, name: string): Promise<string> {
  writeFileSync(
    join(home, name),
    `<!doctype html><head><meta charset="utf-8"><link rel="icon" href="data:,">${html}</head><body></body>`,
  );
  const page = await pages.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  try {
    await page.goto(`${pages.origin}/${name}`);
    await page
      .waitForFunction('document.body.textContent.trim() !== ""', null, { timeout: 120_000 })
      .catch(() => undefined);
    expect(errors).toEqual([]);
    return (await page.locator('body').textContent())!.trim();
  } finally {
    await page.close();
  }
}

/** The program on the file that needs nothing beside it. */
const selfContained = `import * as kindling from './node_modules/@kindling/browser/dist/kindling.browser.js';
const { BCELoss, cpu, data, fit, Linear, manualSeed, metrics, SGD, Sequential, setBackend, Sigmoid, StepLR, tensor, viz } = kindling;
const { StandardScaler } = data, { accuracy } = metrics, { lossCurve, toSvg } = viz;
${program.replaceAll(/^import .*$/gm, '')}`;

it('a plain page trains with the import map that the guide prints', async () => {
  const guide = readFileSync(join(root, 'docs/guide/install.md'), 'utf8');
  const map = /<script type="importmap">[\s\S]+?<\/script>/.exec(guide)![0];
  // Plots are in the self-contained file.
  const lines = program.split('\n').filter((line) => !line.includes('@kindling/viz'));
  writeFileSync(join(home, 'map.mjs'), lines.join('\n').replace(/toSvg\(.*\)\.startsWith.*;/, 'true;'));
  expect(await shown(`${map}\n<script type="module" src="./map.mjs"></script>`, 'map.html')).toBe(expected);
});

it('a plain page trains with the self-contained file', async () => {
  writeFileSync(join(home, 'alone.mjs'), selfContained);
  expect(await shown('<script type="module" src="./alone.mjs"></script>', 'alone.html')).toBe(expected);
});

it('a worker without a bundler trains with the self-contained file', async () => {
  writeFileSync(join(home, 'worker.mjs'), selfContained);
  const start = `<script type="module">
    const worker = new Worker('./worker.mjs', { type: 'module' });
    worker.onmessage = ({ data }) => { document.body.textContent = data; };
    worker.onerror = (event) => console.error(event.message);
  </script>`;
  expect(await shown(start, 'worker.html')).toBe(expected);
});
