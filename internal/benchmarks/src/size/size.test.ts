import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import file from '@size-limit/file';
import { rolldown } from 'rolldown';
import sizeLimit from 'size-limit';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';

// kB of 1000 bytes, the stricter reading.
const EVERYTHING = 75;
const PAGE = 54;

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'kindling-size-'));
});
afterEach(() => rm(dir, { recursive: true }));

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** What the files of a page weigh, gzipped. */
async function kilobytes(): Promise<number> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  // The script with the kernels: a file of their own would bring what bundlers wrap `import()` in.
  expect(files).toHaveLength(1);
  const [result] = (await sizeLimit(file, { checks: [{ files, gzip: true }] })) as { size: number }[];
  return result!.size / 1000;
}

test(`tensor-core, backend-cpu, nn and optim take at most ${EVERYTHING} kB, minified and gzipped`, async () => {
  // As a module, whose exports all stay.
  const bundle = await rolldown({ input: script('everything.mjs'), external: /^node:/, platform: 'browser' });
  await bundle.write({ dir, minify: true, comments: false });
  await bundle.close();
  const size = await kilobytes();
  // Less than this would mean that the bundle lacks the WebAssembly or most of the operations.
  expect(size).toBeGreaterThan(50);
  expect(size).toBeLessThanOrEqual(EVERYTHING);
});

/** A page built by Vite. */
async function page(name: string): Promise<number> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: { outDir: dir, emptyOutDir: true, rolldownOptions: { input: script(name) } },
  });
  return kilobytes();
}

test(`a page that trains a usual network loads at most ${PAGE} kB, minified and gzipped`, async () => {
  const size = await page('page.mjs');
  expect(size).toBeGreaterThan(40);
  expect(size).toBeLessThanOrEqual(PAGE);
});

test.each([
  ['linear.mjs', 'Linear', 18],
  ['standard-scaler.mjs', 'StandardScaler', 8],
])('%s, with %s alone, loads at most %i kB', async (file, _, most) => {
  const size = await page(file);
  expect(size).toBeGreaterThan(3);
  expect(size).toBeLessThanOrEqual(most);
});
