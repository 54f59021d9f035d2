import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import esbuild from '@size-limit/esbuild';
import file from '@size-limit/file';
import sizeLimit from 'size-limit';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

// kB of 1000 bytes, the stricter reading. 60 is the goal for both; no page loads everything.
const EVERYTHING = 75;
const PAGE = 60;

test(`tensor-core, backend-cpu, nn and optim take at most ${EVERYTHING} kB, minified and gzipped`, async () => {
  const entry = fileURLToPath(new URL('everything.mjs', import.meta.url));
  const check = {
    files: [entry],
    gzip: true,
    // As a module all exports stay; a script without exports would be empty.
    modifyEsbuildConfig: (config: object) => ({ ...config, format: 'esm', external: ['node:*'], tsconfigRaw: '{}' }),
  };
  const [result] = (await sizeLimit([esbuild, file].flat(), { checks: [check] })) as { size: number }[];
  const kilobytes = result!.size / 1000;
  // Less than this would mean that the bundle lacks the WebAssembly or most of the operations.
  expect(kilobytes).toBeGreaterThan(20);
  expect(kilobytes).toBeLessThanOrEqual(EVERYTHING);
});

test(`a page that trains a usual network loads at most ${PAGE} kB, minified and gzipped`, async () => {
  const input = fileURLToPath(new URL('page.mjs', import.meta.url));
  const result = (await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, rolldownOptions: { input } },
  })) as Rolldown.RolldownOutput;
  const sizes = result.output.map((part) => gzipSync('code' in part ? part.code : part.source).length);
  // The page itself, and the kernels, which it loads when it makes the backend.
  expect(sizes).toHaveLength(2);
  const kilobytes = sizes.reduce((sum, size) => sum + size) / 1000;
  expect(kilobytes).toBeGreaterThan(20);
  expect(kilobytes).toBeLessThanOrEqual(PAGE);
});
