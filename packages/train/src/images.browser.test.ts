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

it('reads the same folder from a directory handle and from the files of an input', async () => {
  setBackend(await cpu());
  // The page's own file system, whose handles are those of a folder that a user chooses.
  const disk = await navigator.storage.getDirectory();
  const root = await disk.getDirectoryHandle('bars', { create: true });
  const chosen: File[] = [];
  for (const [name, upright] of [
    ['stands', true],
    ['lies', false],
  ] as const) {
    const folder = await root.getDirectoryHandle(name, { create: true });
    for (let i = 0; i < 2; i++) {
      const file = await folder.getFileHandle(`${i}.png`, { create: true });
      const writable = await file.createWritable();
      await writable.write(await bar(upright, i, 'image/png'));
      await writable.close();
      // What `<input webkitdirectory>` says of each file, which scripts cannot set.
      const given = await file.getFile();
      chosen.push(Object.defineProperty(given, 'webkitRelativePath', { value: `bars/${name}/${i}.png` }));
    }
  }
  const transfer = new DataTransfer();
  for (const file of chosen) transfer.items.add(file);
  expect(transfer.files).toBeInstanceOf(FileList);
  const opened = await ImageFolder.open(root, { mode: 'grey' });
  const listed = new ImageFolder(transfer.files, { mode: 'grey' });
  for (const folder of [opened, listed]) {
    expect(folder.classes).toEqual(['lies', 'stands']);
    expect(folder.samples.map(([path]) => path)).toEqual(['lies/0.png', 'lies/1.png', 'stands/0.png', 'stands/1.png']);
    const [image, label] = await folder.get(3);
    expect([image.shape, label, image.data[1], image.data[8]]).toEqual([[1, 8, 8], 1, 1, 0]);
  }
  await root.getDirectoryHandle('empty', { create: true });
  await expect(ImageFolder.open(root)).rejects.toThrow('no images in bars/empty');
  const loose = new File(['x'], 'loose.png');
  expect(() => new ImageFolder([loose])).toThrow('loose.png has no folder; choose a folder');
  await disk.removeEntry('bars', { recursive: true });
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
