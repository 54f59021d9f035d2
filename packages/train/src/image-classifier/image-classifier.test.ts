import { cpu } from '@kindling/backend-cpu';
import { digitsFolder, ImageFolder } from '@kindling/data/images';
import { setBackend } from '@kindling/tensor-core';
import { beforeAll, expect, it } from 'vitest';
import type { ClassifierEpoch } from '../classifier/index.js';
import { ImageClassifier, imageClassifier, type LabelledImage } from '../images.js';
import { Classifier } from '../index.js';
import { imageWeights } from './network.js';

const images = (part: 'train' | 'test'): LabelledImage[] => {
  const { samples, classes } = new ImageFolder(digitsFolder(part));
  return samples.map(([source, label]) => ({ source, label: classes[label]! }));
};
const quick = { size: 8, filters: [8, 16], members: 2, epochs: 15, lr: 0.01 } as const;

let model: ImageClassifier;
beforeAll(async () => {
  setBackend(await cpu());
  model = await imageClassifier({ ...quick, calibrate: 'platt', threshold: 'f1' }).fit(images('train'));
}, 120_000);

it('tells two kinds of images apart, better than its pixels do, and says how well', async () => {
  const test = images('test');
  const found = await model.evaluate(test);
  expect(found.auc).toBeGreaterThan(0.97);
  expect(model.validation.rows).toBe(images('train').length);
  expect(Math.abs(found.auc! - model.validation.auc!)).toBeLessThan(0.04);
  const sources = test.map(({ source }) => source);
  const p = await model.predictProba(sources);
  expect(await model.predict(sources)).toEqual(Array.from(p, (value) => (value > model.threshold ? '8' : '3')));
  const pixels = await imageClassifier({ ...quick, filters: [], hidden: [] }).fit(images('train'), { positive: '3' });
  expect(pixels.labels).toEqual(['8', '3']);
  expect(pixels.networks[0]!.parameters().map(({ shape }) => shape)).toEqual([[1, 192], [1]]);
});

it('is kept in one file, which is not taken for a classifier of tables', async () => {
  const bytes = await model.toBytes();
  const again = ImageClassifier.fromBytes(bytes);
  const some = images('test')
    .slice(0, 5)
    .map(({ source }) => source);
  expect(await again.predictProba(some)).toEqual(await model.predictProba(some));
  expect(again.spec).toEqual(model.spec);
  expect(() => Classifier.fromBytes(bytes)).toThrow('the file holds no classifier');
  const weights = model.networks[0]!.parameters().reduce((sum, { shape }) => sum + shape.reduce((a, b) => a * b, 1), 0);
  expect(imageWeights(model.spec.design)).toBe(weights);
});

it('is the same again from the same seed, also where it went on after an interruption', async () => {
  const train = images('test');
  const options = { ...quick, epochs: 4 };
  const whole = await imageClassifier(options).fit(train);
  let kept: Uint8Array | null = null;
  const store = {
    read: async () => kept,
    async write(bytes: Uint8Array) {
      kept = bytes;
    },
  };
  const stop = new AbortController();
  const onEpochEnd = ({ member, epoch }: ClassifierEpoch): void => {
    if (member === 2 && epoch === 2) stop.abort();
  };
  const stopped = imageClassifier({ ...options, checkpoint: { store }, signal: stop.signal, onEpochEnd });
  await expect(stopped.fit(train)).rejects.toThrow();
  const resumed = await imageClassifier({ ...options, checkpoint: { store }, resume: true }).fit(train);
  expect(await resumed.toBytes()).toEqual(await whole.toBytes());
});

it('says what is wrong', async () => {
  const [first] = images('test');
  const fit = imageClassifier(quick).fit;
  await expect(fit([first!])).rejects.toThrow('1 classes ("3"); two are told apart');
  await expect(fit(images('test'), { positive: '9' })).rejects.toThrow('there is no class "9"; there are "3" and "8"');
  await expect(fit([{ source: Uint8Array.of(1), label: 'a' }, ...images('test')])).rejects.toThrow('3 classes');
  await expect(model.predictProba(['none.png'])).rejects.toThrow('cannot read none.png');
  await expect(model.evaluate([{ source: 'none.png', label: '9' }])).rejects.toThrow('there is no class "9"');
  expect(() => imageClassifier({ size: 2, filters: [4, 4] })).toThrow('cannot be halved 2 times');
  expect(() => imageClassifier({ filter: [4] } as object)).toThrow("did you mean 'filters'");
  expect(() => imageClassifier({ hidden: [0] })).toThrow('hidden');
});
