import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, it } from 'vitest';
import { expected, folderOf, run, tool } from './stranger.js';

const home = inject('home');

it.each(['vite-5', 'vite-8'])('%s bundles a page that trains', (vite) => {
  const config = `export default { root: ${JSON.stringify(home)}, logLevel: 'error', build: { outDir: 'out-${vite}', minify: true,
    target: 'es2022', modulePreload: false, rollupOptions: { input: 'train.mjs', output: { entryFileNames: 'main.mjs' } } } };\n`;
  writeFileSync(join(home, `${vite}.config.mjs`), config);
  run(home, [tool(vite, 'vite'), 'build', '--config', `${vite}.config.mjs`]);
  expect(run(home, [`out-${vite}/main.mjs`]).trim()).toBe(expected);
});

it('esbuild bundles a page that trains', () => {
  const esbuild = createRequire(join(folderOf('esbuild'), 'package.json'));
  // Its command is replaced by the native program where install scripts run, which ours do not.
  const code = `require(${JSON.stringify(esbuild.resolve('esbuild'))}).buildSync({ entryPoints: ['train.mjs'], bundle: true,
    minify: true, format: 'esm', platform: 'browser', external: ['node:*'], outfile: 'out-esbuild/main.mjs' })`;
  run(home, ['-e', code]);
  expect(run(home, ['out-esbuild/main.mjs']).trim()).toBe(expected);
});

it('webpack bundles a page that trains', () => {
  const webpack = pathToFileURL(createRequire(join(folderOf('webpack'), 'package.json')).resolve('webpack')).href;
  mkdirSync(join(home, 'out-webpack'), { recursive: true });
  const script = `import webpack from ${JSON.stringify(webpack)};
    const stats = await new Promise((done, fail) => webpack({ mode: 'production', context: ${JSON.stringify(home)},
      entry: './train.mjs', output: { path: ${JSON.stringify(join(home, 'out-webpack'))}, filename: 'main.mjs', module: true,
      chunkFormat: 'module' }, experiments: { outputModule: true }, target: ['web', 'es2022'], performance: false },
      (error, result) => error ? fail(error) : done(result)));
    if (stats.hasErrors() || stats.hasWarnings()) throw new Error(stats.toString('errors-warnings'));\n`;
  writeFileSync(join(home, 'webpack.mjs'), script);
  run(home, ['webpack.mjs']);
  expect(run(home, ['out-webpack/main.mjs']).trim()).toBe(expected);
});
