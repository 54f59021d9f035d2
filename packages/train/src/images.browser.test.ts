import { cpu } from '@kindling/backend-cpu';
import { DataLoader } from '@kindling/data';
import { decodeImage, ImageFolder, Normalize, RandomRotation, ToTensor } from '@kindling/data/images';
import { BCELoss, Conv2d, Flatten, Linear, MaxPool2d, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { manualSeed, setBackend } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { fit } from './index.js';

/** A picture of a bar that stands or lies, as a file of a format. */
async function bar(upright: boolean, at: number, type: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(8, 8);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#000000';
  context.fillRect(0, 0, 8, 8);
  context.fillStyle = '#ffffff';
  if (upright) context.fillRect(at, 0, 2, 8);
  else context.fillRect(0, at, 8, 2);
  return canvas.convertToBlob({ type, quality: 1 });
}

it('trains a CNN on images that are given as Blobs', { timeout: 60_000 }, async () => {
  setBackend(await cpu());
  manualSeed(0);
  const files = await Promise.all(
    Array.from({ length: 24 }, async (_, i) => {
      const type = ['image/png', 'image/jpeg', 'image/webp'][i % 3]!;
      return { path: `${i % 2 ? 'lies' : 'stands'}/${i}`, source: await bar(i % 2 === 0, i % 7, type) };
    }),
  );
  await expect(decodeImage(new Blob(['x']), { name: 'x.png' })).rejects.toThrow('x.png: this is no PNG');
  const named = files.map(({ path, source }) => ({ path: `${path}.png`, source }));
  const folder = new ImageFolder(named, {
    mode: 'grey',
    seed: 1,
    transform: [new RandomRotation(5), new ToTensor(), new Normalize(0.5, 0.5)],
  });
  expect(folder.classes).toEqual(['lies', 'stands']);
  const model = new Sequential(
    new Conv2d(1, 4, 3, { padding: 1 }),
    new ReLU(),
    new MaxPool2d(2),
    new Flatten(),
    new Linear(64, 1),
    new Flatten(0),
    new Sigmoid(),
  );
  const { loss } = await fit(model, {
    loss: new BCELoss(),
    optimizer: new Adam(model.parameters(), { lr: 0.01 }),
    trainData: new DataLoader(folder, { batchSize: 8, shuffle: true }),
    epochs: 15,
  });
  expect(loss.at(-1)).toBeLessThan(0.2);
});

it('loads the same batches in Web Workers', { timeout: 60_000 }, async () => {
  setBackend(await cpu());
  const files = await Promise.all(
    Array.from({ length: 6 }, async (_, i) => ({
      path: `${i % 2 ? 'lies' : 'stands'}/${i}.png`,
      source: await bar(i % 2 === 0, i, 'image/png'),
    })),
  );
  const folder = new ImageFolder(files, { mode: 'grey', seed: 1, transform: new RandomRotation(30) });
  const batches = async (numWorkers: number): Promise<unknown[]> => {
    const loader = new DataLoader(folder, { batchSize: 4, numWorkers });
    const out: unknown[] = [];
    for await (const [x, y] of loader) out.push(await x.data(), await y.data());
    await loader.close();
    return out;
  };
  expect(await batches(2)).toEqual(await batches(0));
});
