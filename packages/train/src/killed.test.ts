import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SeedrandomGenerator } from '@kindling/tensor-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readCheckpoint } from './checkpoint/checkpoint.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const EPOCHS = 12;
const KILLS = 8;
let folder: string;

// The sources are bundled, so that nothing has to be built.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-killed-'));
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
      ssr: fileURLToPath(new URL('testing/killed.ts', import.meta.url)),
      outDir: folder,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'killed.mjs' } },
    },
  });
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the training; kills it some milliseconds after so many batches. What it printed, where it ended by itself. */
function train(file: string, batches: number, delay: number): Promise<string | null> {
  const child = spawn(process.execPath, [join(folder, 'killed.mjs'), file, String(EPOCHS)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => {
    printed += text.toString();
    if (printed.length >= batches) setTimeout(() => child.kill('SIGKILL'), delay);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0 && code !== null) reject(new Error(`the training ended with ${code}`));
      else resolve(code === 0 ? printed.slice(printed.indexOf('{')) : null);
    });
  });
}

it(`a training that is killed ${KILLS} times ends as one that is not`, { timeout: 300_000 }, async () => {
  const whole = await train(join(folder, 'whole'), Number.POSITIVE_INFINITY, 0);
  const random = new SeedrandomGenerator('kills');
  const file = join(folder, 'killed.safetensors');
  for (let i = 0; i < KILLS; i++) {
    expect(await train(file, random.integers(1, 1, 14)[0]!, random.integers(1, 0, 8)[0]!)).toBeNull();
    // Whatever the moment was, there is a whole checkpoint, or none yet.
    const bytes = await readFile(file).catch(() => null);
    if (bytes !== null)
      expect(readCheckpoint(bytes).parts).toEqual(['model', 'optimizer', 'best', 'callback0', 'callback1']);
  }
  expect(await train(file, Number.POSITIVE_INFINITY, 0)).toBe(whole);
});
