import { expect, it } from 'vitest';
import { auditImages } from './audit-images.js';

const image = (i: number, label: string) => ({ source: Uint8Array.of(i >> 8, i), label, name: `${label}/${i}.png` });
const train = Array.from({ length: 100 }, (_, i) => image(i, i % 2 ? 'cat' : 'dog'));
const messages = async (...args: Parameters<typeof auditImages<(typeof train)[0]>>): Promise<string[]> =>
  (await auditImages(...args)).map(({ message }) => message);

it('finds nothing where all is well', async () => {
  const test = Array.from({ length: 40 }, (_, i) => image(200 + i, i % 2 ? 'cat' : 'dog'));
  expect(await messages(train, { test })).toEqual([]);
  expect(await messages(train)).toEqual([]);
});

it('tells of files that stand twice, in one part or in both, whatever they are called', async () => {
  const test = [image(4, 'dog'), image(5, 'cat'), image(300, 'cat')].map((one) => ({ ...one, name: '=x\n' }));
  expect(await messages(train, { test, name: ({ name }) => name })).toEqual([
    '2 test images stand among the training images too, such as =x\\u000a: the judgement is too good',
  ]);
  expect(await messages([...train, image(7, 'cat')])).toEqual([
    '1 image stands a second time: parted at random, copies can be in both parts',
  ]);
});

it('reads blobs and places, and says which it cannot', async () => {
  const blobs = ['a', 'b', 'a'].map((text) => ({ source: new Blob([text]), label: text }));
  expect((await auditImages(blobs))[0]?.message).toMatch(/^1 image stands a second time/);
  const places = ['x.png', 'y.png'].map((source, i) => ({ source, label: `${i}` }));
  await expect(auditImages(places)).rejects.toThrow('auditImages: x.png is a place; say how to read it: read');
  const found = await auditImages(places, { read: async () => Uint8Array.of(1) });
  expect(found[0]?.message).toMatch(/^1 image stands a second time/);
  await expect(auditImages('photos' as never)).rejects.toThrow('auditImages: the images must be a list of images');
});

it('tells of classes that are rare', async () => {
  const few = [...train.map(({ source }) => ({ source, label: 'dog' })), { source: Uint8Array.of(9, 9), label: 'cat' }];
  const found = await auditImages(few);
  expect(found.map(({ kind }) => kind)).toEqual(['imbalance', 'few-rows']);
  expect(found[0]!.message).toMatch(/^only 1 of 101 images are "cat"/);
});
