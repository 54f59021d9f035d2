import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpu } from '@kindling/backend-cpu';
import { manualSeed, setBackend } from '@kindling/tensor-core';
import { encode } from 'fast-png';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { DataLoader } from '../data-loader.js';
import { ConcatDataset, Subset } from '../dataset.js';
import { ImageFolder, Normalize, RandomRotation, Resize, ToTensor } from '../images.js';
import { mapDataset } from '../transforms/index.js';

beforeAll(async () => setBackend(await cpu()));

const png = (value: number, width = 4, height = width): Uint8Array =>
  encode({ width, height, channels: 1, depth: 8, data: new Uint8Array(width * height).map((_, i) => value + i) });

/** A folder with these files. */
function folderOf(files: Record<string, Uint8Array | string | null>): string {
  const root = mkdtempSync(join(tmpdir(), 'kindling-images-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(join(root, path, content === null ? '.' : '..'), { recursive: true });
    if (content !== null) writeFileSync(join(root, path), content);
  }
  return root;
}

describe('ImageFolder', () => {
  it('sorts classes and files as torchvision does, whatever is beside them', async () => {
    const root = folderOf({
      'b/2.png': png(2),
      'b/10.PNG': png(10),
      'b/a/0.png': png(0),
      'a/1.png': png(1),
      'a/notes.txt': 'x',
      'a/.hidden.png': 'x',
      'readme.md': 'x',
    });
    const folder = new ImageFolder(root, { mode: 'grey' });
    expect(folder.classes).toEqual(['a', 'b']);
    expect(folder.classToIdx).toEqual({ a: 0, b: 1 });
    expect(folder.samples).toEqual([
      [join(root, 'a/1.png'), 0],
      [join(root, 'b/10.PNG'), 1],
      [join(root, 'b/2.png'), 1],
      [join(root, 'b/a/0.png'), 1],
    ]);
    expect(folder.ignored).toEqual(['a/notes.txt', 'readme.md']);
    const [image, label] = await folder.get(1);
    expect([label, image.shape, image.data[1]]).toEqual([1, [1, 4, 4], Math.fround(11 / 255)]);
    expect([...folder.targets]).toEqual([0, 1, 1, 1]);
  });

  it('says what is wrong with a folder', () => {
    expect(() => new ImageFolder('/nowhere/at/all')).toThrow(
      'ImageFolder: cannot read /nowhere/at/all: no such file or folder',
    );
    const empty = folderOf({ 'a/1.png': png(1), b: null });
    expect(() => new ImageFolder(empty)).toThrow(`ImageFolder: no images in ${empty}/b`);
    expect(() => new ImageFolder(folderOf({ '1.png': png(1) }))).toThrow('has no class folders with images in them');
    expect(() => new ImageFolder(empty, { transforms: [] } as object)).toThrow("did you mean 'transform'?");
    const whole = folderOf({ 'a/1.png': png(1) });
    expect(() => new ImageFolder(whole, { onBroken: 'skip' })).toThrow('use await ImageFolder.open(…)');
    expect(() => new ImageFolder(3 as never)).toThrow('the root must be a path, or a list of files, not 3');
  });

  it('names a broken file, or leaves it out', async () => {
    const root = folderOf({
      'a/1.png': png(1),
      'a/cut.png': png(1).slice(0, 40),
      'a/text.png': 'hello',
      'b/none.png': '',
      'b/2.png': png(2),
    });
    const folder = new ImageFolder(root);
    await expect(folder.get(1)).rejects.toThrow(`${root}/a/cut.png: the PNG is broken`);
    await expect(folder.get(2)).rejects.toThrow(`${root}/a/text.png: this is no PNG, JPEG, WebP, GIF or BMP`);
    await expect(folder.get(4)).rejects.toThrow(`${root}/b/none.png: the file is empty`);
    const rest = await ImageFolder.open(root, { onBroken: 'skip' });
    expect(rest.length).toBe(2);
    expect(rest.broken.map(({ path }) => path)).toEqual(
      ['a/cut.png', 'a/text.png', 'b/none.png'].map((x) => join(root, x)),
    );
    const lost = folderOf({ 'a/1.png': png(1), 'b/2.png': 'x' });
    await expect(ImageFolder.open(lost, { onBroken: 'skip' })).rejects.toThrow(`no images in ${lost}/b; 1 files were`);
  });
});

describe('a loader of images', () => {
  const files = (count: number, size = (_: number): number => 6) =>
    Array.from({ length: count }, (_, i) => ({ path: `${i % 2 ? 'b' : 'a'}/${10 + i}.png`, source: png(i, size(i)) }));
  const transform = [new RandomRotation(90), new ToTensor(), new Normalize(0.5, 0.5)];

  const epoch = async (loader: AsyncIterable<readonly [{ tolist(): unknown }, unknown]>): Promise<unknown[]> => {
    const out: unknown[] = [];
    for await (const [images] of loader) out.push(images.tolist());
    return out.flat();
  };

  it('gives the same draws whatever is prefetched, and others each epoch', async () => {
    const folder = new ImageFolder(files(7), { transform, seed: 3, mode: 'grey' });
    const plain = new DataLoader(folder, { batchSize: 2 });
    const first = await epoch(plain);
    expect(await epoch(plain)).not.toEqual(first);
    expect(await epoch(new DataLoader(folder, { batchSize: 3, prefetch: 2 }))).toEqual(first);
    const last = await epoch(new DataLoader(new Subset(folder, [6, 0])));
    expect(last).toEqual([first[6], first[0]]);
  });

  it('gives the same draws and names through mapDataset and ConcatDataset', async () => {
    const folder = new ImageFolder(files(5), { transform, seed: 3, mode: 'grey' });
    const first = await epoch(new DataLoader(folder, { batchSize: 2 }));
    const negated = mapDataset(folder, ([image, label]) => [image, -label] as const);
    expect([negated.asynchronous, negated.nameOf!(1)]).toEqual([true, 'a/12.png']);
    expect(await epoch(new DataLoader(negated, { batchSize: 5 }))).toEqual(first);
    const both = new ConcatDataset([new Subset(folder, []), folder, folder]);
    expect([both.asynchronous, both.nameOf(5), both.nameOf(6)]).toEqual([true, 'a/10.png', 'a/12.png']);
    expect(await epoch(new DataLoader(both, { batchSize: 3 }))).toEqual([...first, ...first]);
    const broken = new ImageFolder([{ path: 'a/x.png', source: Uint8Array.of(1) }]);
    const loader = new DataLoader(new ConcatDataset([folder, broken]), { batchSize: 6 });
    await expect(epoch(loader)).rejects.toThrow('a/x.png: this is no PNG');
  });

  it('learns of one class, where there is one', async () => {
    const folder = new ImageFolder([{ path: 'a/1.png', source: png(1) }]);
    expect([folder.classes, [...folder.targets]]).toEqual([['a'], [0]]);
  });

  it('draws in order from the default stream where there is no seed', async () => {
    const folder = new ImageFolder(files(7), { transform, mode: 'grey' });
    const run = async (batchSize: number): Promise<unknown[]> => {
      manualSeed(5);
      return epoch(new DataLoader(folder, { batchSize }));
    };
    expect(await run(7)).toEqual(await run(1));
  });

  it('never loads more than prefetch batches ahead', async () => {
    let started = 0;
    const dataset = {
      length: 20,
      get: async (i: number) => {
        started++;
        return i;
      },
    };
    let given = 0;
    for await (const _ of new DataLoader(dataset, { batchSize: 2, prefetch: 3 })) {
      given++;
      expect(started).toBeLessThanOrEqual(2 * (given + 3));
    }
    expect([given, started]).toEqual([10, 20]);
  });

  it('says which images differ in size', async () => {
    const folder = new ImageFolder(files(4, (i) => (i === 2 ? 5 : 6)));
    await expect(epoch(new DataLoader(folder, { batchSize: 4 }))).rejects.toThrow(
      'a/12.png is [3, 5, 5] and a/10.png [3, 6, 6] (channels, height, width); images of a batch need one size: add a Resize',
    );
    const resized = new ImageFolder(
      files(4, (i) => (i === 2 ? 5 : 6)),
      { transform: new Resize([3, 3]) },
    );
    expect(await epoch(new DataLoader(resized, { batchSize: 4 }))).toHaveLength(4);
  });

  it('says that promises have to be waited for', () => {
    expect(() => [...new DataLoader(new ImageFolder(files(2)))]).toThrow('for await (… of loader)');
    expect(() => [...new DataLoader({ length: 1, get: async () => 1 })]).toThrow(
      'samples are promises: loop by for await',
    );
    expect(() => new DataLoader({ length: 1, get: () => 1 }, { numWorkers: 1, prefetch: 0 })).toThrow(
      'prefetch must be 1',
    );
    expect(() => new DataLoader({ length: 1, get: () => 1 }, { numWorker: 1 } as object)).toThrow(
      "did you mean 'numWorkers'?",
    );
  });
});
