import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { cpu } from '@kindling/backend-cpu';
import { manualSeed, setBackend } from '@kindling/tensor-core';
import { encode } from 'fast-png';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { DataLoader } from '../data-loader.js';
import { Subset } from '../dataset.js';
import { Compose, ImageFolder, Lambda, Normalize, RandomApply, RandomRotation, ToTensor } from '../images.js';

/** Node runs no TypeScript, so the workers' module is built as the package's is. */
let folder: string;
vi.mock('../start-images-worker.js', () => ({
  startImagesWorker: () => new Worker(join(folder, 'images-worker.mjs')),
}));

beforeAll(async () => {
  setBackend(await cpu());
  const root = fileURLToPath(new URL('../../../..', import.meta.url));
  // Below the package, so that its decoders are found.
  folder = mkdtempSync(join(root, 'packages/data/node_modules/.workers-'));
  const bundle = await rolldown({
    input: {
      'images-worker': join(root, 'packages/data/src/images-worker.ts'),
      worker: join(root, 'packages/data/src/worker.ts'),
    },
    external: [/^node:/],
    resolve: {
      alias: {
        '@kindling/tensor-core': join(root, 'packages/tensor-core/src/index.ts'),
        '@internal/arguments': join(root, 'internal/arguments/src/index.ts'),
      },
    },
    logLevel: 'silent',
  });
  await bundle.write({ dir: folder, entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const png = (value: number): Uint8Array =>
  encode({ width: 6, height: 6, channels: 1, depth: 8, data: new Uint8Array(36).map((_, i) => value + 5 * i) });
const files = Array.from({ length: 11 }, (_, i) => ({ path: `${i % 2 ? 'b' : 'a'}/${10 + i}.png`, source: png(i) }));
const transform = new Compose([
  new RandomApply([new RandomRotation(90)], 0.7),
  new ToTensor(),
  new Normalize(0.5, 0.5),
]);

async function epoch(loader: AsyncIterable<unknown>): Promise<unknown[]> {
  const out: unknown[] = [];
  for await (const batch of loader) {
    const [images, labels] = batch as unknown as { tolist(): unknown }[];
    out.push([images!.tolist(), labels!.tolist()]);
  }
  return out;
}

it('workers give the batches of a loader without them, in order, each epoch its own', async () => {
  const images = new ImageFolder(files, { transform, mode: 'grey', decoder: 'javascript', seed: 'x' });
  const alone = new DataLoader(images, { batchSize: 3 });
  const loader = new DataLoader(images, { batchSize: 3, numWorkers: 2 });
  const expected = [await epoch(alone), await epoch(alone)];
  expect([await epoch(loader), await epoch(loader)]).toEqual(expected);
  expect(expected[0]).not.toEqual(expected[1]);
  const some = new Subset(images, [5, 2]);
  const subset = new DataLoader(some, { numWorkers: 1 });
  expect(await epoch(subset)).toEqual(await epoch(new DataLoader(some)));
  await Promise.all([loader.close(), subset.close()]);
});

it('without a seed of its own, the number of workers does not matter either', async () => {
  const images = new ImageFolder(files, { transform, mode: 'grey', decoder: 'javascript' });
  const run = async (numWorkers: number): Promise<unknown> => {
    manualSeed(4);
    const loader = new DataLoader(images, { batchSize: 2, shuffle: true, numWorkers, prefetch: 2 });
    const batches = await epoch(loader);
    await loader.close();
    return batches;
  };
  const alone = await run(0);
  expect(await run(1)).toEqual(alone);
  expect(await run(2)).toEqual(alone);
});

it('an error in a worker names the sample', async () => {
  const broken = [...files, { path: 'b/bad.png', source: Uint8Array.of(1, 2, 3) }];
  const loader = new DataLoader(new ImageFolder(broken, { decoder: 'javascript' }), { batchSize: 4, numWorkers: 2 });
  await expect(epoch(loader)).rejects.toThrow('DataLoader: b/bad.png: this is no PNG');
  // The workers go on.
  await expect(epoch(loader)).rejects.toThrow('DataLoader: b/bad.png: this is no PNG');
  await loader.close();
});

it('says that a function cannot be sent', async () => {
  const images = new ImageFolder(files, { transform: new Lambda((x) => x) });
  await expect(epoch(new DataLoader(images, { numWorkers: 1 }))).rejects.toThrow('Lambda');
  const plain = { length: 1, get: async () => [1, 2] as const };
  await expect(epoch(new DataLoader(plain, { numWorkers: 1 }))).rejects.toThrow('give `worker`, whose module calls');
});

it('a module that calls serveDataset makes the samples, with their draws, and names what fails', async () => {
  const module = join(folder, 'own.mjs');
  writeFileSync(
    module,
    `import { serveDataset } from './worker.mjs';
    serveDataset({
      length: 4,
      get: async (index, { epoch, seed }) => {
        if (index === 3) throw new RangeError('too far');
        return [index, epoch, typeof seed === 'string' ? 1 : 0];
      },
    });`,
  );
  const worker = (): Worker => new Worker(module);
  const dataset = (length: number) => ({
    length,
    get: (_: number): readonly number[] => [],
    nameOf: (i: number) => `row ${i}`,
  });
  const loader = new DataLoader(dataset(3), { batchSize: 2, numWorkers: 2, worker });
  const all = async (from: typeof loader): Promise<unknown[]> => {
    const out: unknown[] = [];
    for await (const batch of from) out.push((batch as unknown as { tolist(): unknown }[]).map((x) => x.tolist()));
    return out;
  };
  expect(await all(loader)).toEqual([
    [
      [0, 1],
      [0, 0],
      [1, 1],
    ],
    [[2], [0], [1]],
  ]);
  expect((await all(loader))[1]).toEqual([[2], [1], [1]]);
  await loader.close();
  const failing = new DataLoader(dataset(4), { batchSize: 1, numWorkers: 1, worker });
  await expect(all(failing)).rejects.toThrow('DataLoader: row 3: too far');
  await failing.close();
});

it('takes a worker of its own', async () => {
  const text = `
    const { parentPort } = require('node:worker_threads');
    parentPort.on('message', ({ kind, id, indices }) => {
      if (kind === 'load' && indices[0] === 4) throw new Error('lost');
      if (kind === 'load') parentPort.postMessage({ id, samples: [...indices].map((i) => [i, i * i]) });
    });`;
  const dataset = { length: 4, get: (i: number) => [i, i * i] as const };
  const worker = (): Worker => new Worker(text, { eval: true });
  const loader = new DataLoader(dataset, { batchSize: 4, numWorkers: 1, worker });
  for await (const [i, square] of loader)
    expect([i.tolist(), square.tolist()]).toEqual([
      [0, 1, 2, 3],
      [0, 1, 4, 9],
    ]);
  await loader.close();
  const dying = new DataLoader({ ...dataset, length: 6 }, { batchSize: 1, numWorkers: 1, worker });
  await expect(
    (async () => {
      for await (const _ of dying);
    })(),
  ).rejects.toThrow('a worker ended: lost');
  await dying.close();
});
