import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SeedrandomGenerator } from '@kindling/tensor-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleSources } from '../../../internal/scripts/bundle-sources.mjs';
import { readCheckpoint } from './checkpoint/checkpoint.js';

const EPOCHS = 12;
const KILLS = 20;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kindling-killed-'));
  await bundleSources(new URL('testing/killed.ts', import.meta.url), join(folder, 'killed.mjs'));
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
  const known = [...(await readdir(folder)), 'killed.safetensors', 'killed.safetensors.tmp'];
  for (let killed = 0; killed < KILLS; ) {
    const ended = await train(file, random.integers(1, 1, 14)[0]!, random.integers(1, 0, 8)[0]!);
    if (ended !== null) {
      // It was at its end before the signal came, as on a busy machine: right, and once more from the start.
      expect(ended).toBe(whole);
      await rm(file);
      continue;
    }
    killed++;
    // Whatever the moment was, there is a whole checkpoint, or none yet, and nothing else but one half written.
    const others = (await readdir(folder)).filter((name) => !known.includes(name));
    expect(others).toEqual([]);
    const bytes = await readFile(file).catch(() => null);
    if (bytes !== null)
      expect(readCheckpoint(bytes).parts).toEqual(['model', 'optimizer', 'best', 'callback0', 'callback1']);
  }
  expect(await train(file, Number.POSITIVE_INFINITY, 0)).toBe(whole);
});
