import { cpu } from '@kindling/backend-cpu';
import { DataLoader } from '@kindling/data';
import { BCEWithLogitsLoss, Linear } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { manualSeed, setBackend, tensor } from '@kindling/tensor-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { evaluate } from './evaluate.js';
import { fit } from './fit.js';

beforeEach(async () => setBackend(await cpu()));

const row = (i: number) => [tensor([i / 4, 1 - i / 4]), tensor([i % 2])] as const;
const rows = { length: 6, get: row };
const promised = { length: 6, asynchronous: true, get: async (i: number) => row(i) };
const loss = new BCEWithLogitsLoss();

const train = async (trainData: Parameters<typeof fit>[1]['trainData']): Promise<readonly number[]> => {
  manualSeed(1);
  const model = new Linear(2, 1);
  return (await fit(model, { loss, optimizer: new SGD(model.parameters(), { lr: 0.5 }), trainData, epochs: 3 })).loss;
};

describe('batches that have to be waited for', () => {
  it('train as those that are there', async () => {
    const expected = await train(new DataLoader(rows, { batchSize: 2 }));
    expect(expected).toHaveLength(3);
    expect(await train(new DataLoader(promised, { batchSize: 2 }))).toEqual(expected);
    expect(await train(new DataLoader(rows, { batchSize: 2, prefetch: 2 }))).toEqual(expected);
    const again = { [Symbol.asyncIterator]: () => new DataLoader(promised, { batchSize: 2 })[Symbol.asyncIterator]() };
    expect(await train(again)).toEqual(expected);
  });

  it('are measured too', async () => {
    const model = new Linear(2, 1);
    const expected = await evaluate(model, new DataLoader(rows, { batchSize: 4 }), { loss });
    expect(await evaluate(model, new DataLoader(promised, { batchSize: 4 }), { loss })).toEqual(expected);
  });

  it('end training by what went wrong', async () => {
    const broken = {
      ...promised,
      get: async (i: number) => (i === 3 ? Promise.reject(new Error('3.png is broken')) : row(i)),
    };
    await expect(train(new DataLoader(broken, { batchSize: 2 }))).rejects.toThrow('3.png is broken');
  });
});
