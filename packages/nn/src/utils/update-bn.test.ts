import { cpu } from '@kindling/backend-cpu';
import { manualSeed, ones, rand, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { expect, test } from 'vitest';
import { BatchNorm1d, BatchNorm2d, Dropout, Linear, Sequential } from '../index.js';
import { updateBn } from './update-bn.js';

setBackend(await cpu());

test('running statistics are those of all batches alike, and the layers are as before', async () => {
  manualSeed(1);
  const bn = new BatchNorm2d(2, { momentum: 0.3 });
  const model = new Sequential(bn, new Dropout(0.5));
  bn(rand(3, 2, 2, 2));
  model.eval();
  bn.train();
  const batches = [rand(4, 2, 3, 3), rand(4, 2, 3, 3)];
  async function* later(): AsyncGenerator<[Tensor, string]> {
    for (const batch of batches) yield [batch, 'label'];
  }
  await updateBn(later(), model);
  const expected = (of: (x: Tensor) => Tensor): number[] =>
    of(batches[0]!).add(of(batches[1]!)).div(2).tolist() as number[];
  const means = expected((x) => x.mean([0, 2, 3]));
  const variances = expected((x) => x.var([0, 2, 3]));
  expect(bn.runningMean!.tolist()).toEqual(means.map((mean) => expect.closeTo(mean, 6)));
  expect(bn.runningVar!.tolist()).toEqual(variances.map((variance) => expect.closeTo(variance, 6)));
  expect(bn.numBatchesTracked!.item()).toBe(2);
  expect([bn.momentum, bn.training, model.training, model.at(1).training]).toEqual([0.3, true, false, false]);
});

test('a model without batch normalisation is not called, and a failing one gets its momentum back', async () => {
  const never = {
    [Symbol.iterator]: () => {
      throw new Error('read');
    },
  };
  await updateBn(never, new Linear(1, 1));
  const bn = new BatchNorm1d(3);
  await expect(updateBn([ones(2, 4)], bn)).rejects.toThrow('expected [batch, 3]');
  expect(bn.momentum).toBe(0.1);
  await expect(updateBn([tensor([[1, 2, 3]])], bn)).rejects.toThrow('training needs more than one value');
  await expect(updateBn(['a'] as never, bn)).rejects.toThrow(
    'a batch must be a tensor or begin with one, not a string',
  );
  expect(() => updateBn(3 as never, bn)).toThrow('the batches must be a list of batches');
  expect(() => updateBn([], 3 as never)).toThrow('the model must be a module, not 3');
});
