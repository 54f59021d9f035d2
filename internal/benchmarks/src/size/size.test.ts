import { fileURLToPath } from 'node:url';
import esbuild from '@size-limit/esbuild';
import file from '@size-limit/file';
import sizeLimit from 'size-limit';
import { expect, test } from 'vitest';

/** kB of 1000 bytes, the stricter reading. */
const LIMIT = 80;

test(`tensor-core, backend-cpu, nn and optim take at most ${LIMIT} kB, minified and gzipped`, async () => {
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
  expect(kilobytes).toBeLessThanOrEqual(LIMIT);
});
