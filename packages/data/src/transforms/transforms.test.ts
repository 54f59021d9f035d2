import { cpu } from '@kindling/backend-cpu';
import { arange, setBackend, tensor } from '@kindling/tensor-core';
import { beforeAll, expect, it } from 'vitest';
import { DataLoader } from '../data-loader.js';
import { TensorDataset } from '../dataset.js';
import { compose, mapDataset, normalize } from './index.js';

beforeAll(async () => setBackend(await cpu()));

it('compose applies the first one first', () => {
  expect(
    compose<number>(
      (x) => x + 1,
      (x) => x * 10,
    )(1),
  ).toBe(20);
  expect(compose<number>()(3)).toBe(3);
});

it('normalize scales each feature, or all alike', () => {
  const x = tensor([
    [1, 2],
    [3, 6],
  ]);
  expect(normalize({ mean: [1, 2], std: [2, 4] })(x).tolist()).toEqual([
    [0, 0],
    [1, 1],
  ]);
  expect(normalize({ mean: 1, std: 2 })(x.to('float64')).dtype).toBe('float64');
  expect(() => normalize({ mean: 0, std: [1, 0] })).toThrow('the standard deviation must be above 0, got 0');
});

it('mapDataset changes samples on their way into batches', () => {
  const rows = new TensorDataset(arange(6).reshape([3, 2]));
  const sums = mapDataset(rows, ([row]) => row.sum().item());
  expect(Array.from(new DataLoader(sums, { batchSize: 2 }), (batch) => batch.tolist())).toEqual([[1, 5], [9]]);
});
