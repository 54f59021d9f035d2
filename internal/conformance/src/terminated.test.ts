import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFor } from './memory/bundle.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-terminated-'));
  await bundleFor('terminated.ts', folder);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

// Linux lists the threads of a process there.
const TASKS = '/proc/self/task';
const threads = (): number => readdirSync(TASKS).length;

/** Starts a worker that computes with threads of its own, and ends it while they wait; returns how many threads that made. */
async function startAndEnd(): Promise<number> {
  const before = threads();
  const worker = new Worker(join(folder, 'terminated.mjs'));
  const [value] = await once(worker, 'message');
  expect(value).toBe(512);
  const made = threads() - before;
  await worker.terminate();
  return made;
}

test.skipIf(!existsSync(TASKS))('threads end with the worker that started them', { timeout: 120_000 }, async () => {
  // The engine's own threads start with the first.
  await startAndEnd();
  await setTimeout(500);
  const before = threads();
  expect(await startAndEnd()).toBeGreaterThanOrEqual(2);
  // Those of the one before may still be ending while the next one starts, so that they cannot be told apart.
  for (let i = 1; i < 20; i++) await startAndEnd();
  for (let wait = 0; wait < 40 && threads() > before; wait++) await setTimeout(250);
  expect(threads()).toBeLessThanOrEqual(before);
});
