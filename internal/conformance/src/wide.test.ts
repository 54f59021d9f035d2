import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleFor } from './memory/bundle.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-wide-'));
  await bundleFor('wide.ts', folder);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

// Node before 24 has no such vectors.
test.skipIf(Number.parseInt(process.versions.node, 10) < 24 || process.arch !== 'x64').each([1, 2])(
  'V8 packs every busy kernel to 256 bits, with %i threads, and lives',
  { timeout: 180_000 },
  (threads) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'wide.mjs'), String(threads)], {
      encoding: 'utf8',
    });
    expect([status, stdout.trim().split('\n').at(-1), stderr]).toEqual([0, 'all', '']);
  },
);
