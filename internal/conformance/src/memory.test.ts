import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFor } from './memory/bundle.js';

const run = promisify(execFile);
let folder: string;

// A process of its own, without the test runner's memory.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-memory-'));
  await bundleFor('train.ts', folder);
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
