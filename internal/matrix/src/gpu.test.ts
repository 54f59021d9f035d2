import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { settings } from '../../../packages/backend-gpu/src/testing-settings.js';
import { type Pages, servePages } from './pages.js';
import { folderOf, run, tool } from './stranger.js';

const home = inject('home');

/** Trains on the GPU and on the CPU from one seed, asks for the CPU twice, and shows whether the losses are the same. */
const program = `import { cpu } from '@kindling/backend-cpu';
import { gpu } from '@kindling/backend-gpu';
import { BCELoss, Linear, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, randn, scope, setBackend } from '@kindling/tensor-core';

async function losses(backend) {
  setBackend(backend);
  manualSeed(1);
  const x = randn(20, 3);
  const y = x.sum(1, { keepdim: true }).gt(0).float();
  const model = new Sequential(new Linear(3, 16), new ReLU(), new Linear(16, 1), new Sigmoid());
  const optimizer = new Adam(model.parameters(), { lr: 0.05 });
  const loss = new BCELoss();
  const found = [];
  for (let i = 0; i < 10; i++) {
    const value = scope(() => {
      const result = loss(model(x), y);
      optimizer.zeroGrad();
      result.backward();
      optimizer.step();
      return result.detach();
    });
    found.push((await value.data())[0]);
  }
  return found;
}

try {
  const device = await gpu({ mode: location.hash.slice(1) });
  const [ours, theirs] = [await losses(device), await losses(await cpu({ threads: 1 }))];
  const { kernels } = await cpu({ threads: 1 });
  const same = ours.every((value, i) => Math.abs(value - theirs[i]) < 1e-5) && ours[9] < ours[0];
  document.body.textContent = [device.info.mode, same, kernels].join(' ');
} catch (error) {
  document.body.textContent = String(error.stack);
}
`;

/** Tests the GPU by all operations, and shows how many tests passed and what was wrong with the first others. */
const tests = `import { cpu } from '@kindling/backend-cpu';
import { gpu } from '@kindling/backend-gpu';
import { conformance } from '@kindling/tensor-core/testing';

const tests = [];
const it = Object.assign((name, run) => tests.push({ name, run }), { skip() {} });
conformance({
  name: 'minified',
  backend: () => gpu({ mode: location.hash.slice(1) }),
  reference: () => cpu({ wasm: false }),
  test: { describe: (_, register) => register(), it },
  ...${JSON.stringify(settings)},
});
let passed = 0;
const failed = [];
for (const { name, run } of tests) {
  let skipped = 0;
  try {
    await run({ skip: () => skipped++ });
    passed += 1 - skipped;
  } catch (error) {
    failed.push(name + ': ' + error.message);
  }
}
document.body.textContent = JSON.stringify({ passed, failed: failed.slice(0, 9) });
`;

let pages: Pages;
/** What the server lets pages do. */
let policy = '';

beforeAll(async () => {
  writeFileSync(join(home, 'gpu.mjs'), program);
  writeFileSync(join(home, 'gpu-tests.mjs'), tests);
  pages = await servePages(home, (response) => {
    if (policy !== '') response.setHeader('content-security-policy', policy);
  });
});

afterAll(() => pages?.close());

/** What a bundle's page shows in the end, and what the CPU backend warns of. */
async function shown(
  folder: string,
  mode: 'webgl2' | 'webgpu',
  timeout = 120_000,
): Promise<{ text: string; warnings: string[] }> {
  const page = await pages.browser.newPage();
  const warnings: string[] = [];
  page.on('console', (message) => message.text().startsWith('backend-cpu:') && warnings.push(message.text()));
  try {
    await page.goto(`${pages.origin}/${folder}/index.html#${mode}`);
    // Not `waitForFunction`, which evaluates a string where the policy forbids it.
    const body = page.locator('body', { hasText: /\S/ });
    await body.waitFor({ timeout });
    return { text: (await body.textContent())!.trim(), warnings };
  } finally {
    await page.close();
  }
}

function vite(version: string): void {
  const config = `export default { root: ${JSON.stringify(home)}, base: './', logLevel: 'error', build: { outDir: 'gpu-${version}',
    minify: true, target: 'es2022', modulePreload: false, rollupOptions: { input: 'gpu.mjs', output: {
    entryFileNames: 'main.mjs' } } } };\n`;
  writeFileSync(join(home, `gpu-${version}.config.mjs`), config);
  run(home, [tool(version, 'vite'), 'build', '--config', `gpu-${version}.config.mjs`]);
}

function esbuild(entry: string, folder: string): void {
  const { resolve } = createRequire(join(folderOf('esbuild'), 'package.json'));
  const code = `require(${JSON.stringify(resolve('esbuild'))}).buildSync({ entryPoints: { main: '${entry}' }, bundle: true,
    minify: true, format: 'esm', splitting: true, platform: 'browser', external: ['node:*'], outdir: '${folder}',
    outExtension: { '.js': '.mjs' } })`;
  run(home, ['-e', code]);
}

const bundlers: Record<string, () => void> = {
  'vite-5': () => vite('vite-5'),
  'vite-8': () => vite('vite-8'),
  esbuild: () => esbuild('gpu.mjs', 'gpu-esbuild'),
  // Its minifier is terser.
  webpack() {
    const webpack = pathToFileURL(createRequire(join(folderOf('webpack'), 'package.json')).resolve('webpack')).href;
    const folder = join(home, 'gpu-webpack');
    mkdirSync(folder, { recursive: true });
    const script = `import webpack from ${JSON.stringify(webpack)};
      const stats = await new Promise((done, fail) => webpack({ mode: 'production', context: ${JSON.stringify(home)},
        entry: './gpu.mjs', output: { path: ${JSON.stringify(folder)}, filename: 'main.mjs', module: true, publicPath: 'auto',
        chunkFormat: 'module', chunkFilename: '[name].mjs' }, experiments: { outputModule: true }, target: ['web', 'es2022'],
        performance: false }, (error, result) => error ? fail(error) : done(result)));
      if (stats.hasErrors()) throw new Error(stats.toString('errors-warnings'));\n`;
    writeFileSync(join(home, 'gpu-webpack.mjs'), script);
    run(home, ['gpu-webpack.mjs']);
  },
};

const html = '<!doctype html><link rel="icon" href="data:,"><body><script type="module" src="main.mjs"></script>';

it.each(Object.keys(bundlers))('the GPU trains in a page that %s minified, under a strict policy too', async (name) => {
  bundlers[name]!();
  writeFileSync(join(home, `gpu-${name}/index.html`), html);
  for (const mode of ['webgl2', 'webgpu'] as const) {
    policy = '';
    const { text } = await shown(`gpu-${name}`, mode);
    expect(text).toMatch(new RegExp(`^${mode} true (relaxed|simd)$`));
    // Neither strings nor WebAssembly may become code: the CPU has its plain kernels, and says so once.
    policy = "default-src 'none'; script-src 'self'; img-src data:";
    const strict = await shown(`gpu-${name}`, mode);
    expect(strict.text).toBe(`${mode} true plain`);
    expect(strict.warnings).toHaveLength(1);
    expect(strict.warnings[0]).toContain('computing with the slower plain kernels');
  }
});

// esbuild's minifier renames the most, classes too.
it.each(['webgl2', 'webgpu'] as const)(
  '%s passes conformance in a page that esbuild minified',
  async (mode) => {
    esbuild('gpu-tests.mjs', 'gpu-tests');
    writeFileSync(join(home, 'gpu-tests/index.html'), html);
    policy = '';
    const { passed, failed } = JSON.parse((await shown('gpu-tests', mode, 600_000)).text);
    expect(failed).toEqual([]);
    expect(passed).toBeGreaterThan(800);
  },
  700_000,
);
