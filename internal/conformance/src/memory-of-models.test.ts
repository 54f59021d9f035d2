import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFor } from './memory/bundle.js';

const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-models-'));
  await bundleFor('models.ts', folder);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** What lies outside the heap after each fifth of the models, in bytes. */
async function outside(models: number, kind: 'build' | 'fit'): Promise<number[]> {
  const { stdout } = await run(process.execPath, ['--expose-gc', join(folder, 'models.mjs'), String(models), kind]);
  return JSON.parse(stdout) as number[];
}

test('models that were dropped give their memory back, and what fits of new ones hold levels off', {
  timeout: 300_000,
}, async () => {
  const held = await outside(5000, 'fit');
  expect(held[4]! / held[2]!).toBeLessThan(1.25);
  expect(held[4]!).toBeLessThan(40 * 2 ** 20);
});

test('models made in one synchronous loop, in which nothing can be given back, hold little outside the heap each', {
  timeout: 300_000,
}, async () => {
  const held = await outside(20_000, 'build');
  // Their parameters are 1.3 kB.
  expect(held[4]! / 20_000).toBeLessThan(2500);
});
