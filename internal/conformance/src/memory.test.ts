import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const run = promisify(execFile);
let folder: string;

// A process of its own, without the test runner's memory; the sources are bundled for it, so that nothing has to be built.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-memory-'));
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: {
      alias: [
        { find: '@internal/arguments', replacement: `${root}internal/arguments/src/index.ts` },
        { find: /^@kindling\/([a-z-]+)$/, replacement: `${root}packages/$1/src/index.ts` },
        { find: /^@kindling\/([a-z-]+)\/([a-z-]+)$/, replacement: `${root}packages/$1/src/$2.ts` },
      ],
    },
    ssr: { noExternal: true },
    build: {
      ssr: fileURLToPath(new URL('memory/train.ts', import.meta.url)),
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'train.mjs' } },
    },
  });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['autograd', 'false'],
  ['nn', 'false'],
  ['nn', 'relaxed'],
])('100,000 synchronous steps of %s with wasm: %s stay within 32 MB', { timeout: 300_000 }, async (kind, wasm) => {
  const { stdout } = await run(process.execPath, [join(folder, 'train.mjs'), '100000', kind, wasm]);
  const { early, end, loss } = JSON.parse(stdout) as { early: number; end: number; loss: number };
  expect(loss).toBeLessThan(0.2);
  expect((end - early) / 2 ** 20).toBeLessThan(32);
});
