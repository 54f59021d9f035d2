import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFor } from './memory/bundle.js';

// A million rows of 60 columns, half a gigabyte, take a minute: KINDLING_STREAM=1000000,60.
const [rows, columns] = (process.env.KINDLING_STREAM ?? '150000,20').split(',').map(Number) as [number, number];
const run = promisify(execFile);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-stream-'));
  await bundleFor('stream.ts', folder);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test(`an epoch over ${rows} rows of ${columns} columns from a file stays within 400 MB, and does not grow`, {
  timeout: 600_000,
}, async () => {
  const program = join(folder, 'stream.mjs');
  const { stdout } = await run(process.execPath, [program, join(folder, 'rows.csv'), String(rows), String(columns)]);
  const found = JSON.parse(stdout) as { marks: number[]; peak: number; seen: number; loss: number };
  expect(found.seen).toBe(rows);
  expect(found.loss).toBeLessThan(0.4);
  expect(found.peak / 2 ** 20).toBeLessThan(400);
  expect((found.marks.at(-1)! - found.marks[2]!) / 2 ** 20).toBeLessThan(64);
});
