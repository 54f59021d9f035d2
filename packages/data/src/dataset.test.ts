import { cpu } from '@kindling/backend-cpu';
import { arange, manualSeed, setBackend, tensor, zeros } from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { beforeAll, describe, expect, it } from 'vitest';
import { ConcatDataset, Subset, TensorDataset } from './dataset.js';
import { randomSplit } from './random-split.js';

beforeAll(async () => setBackend(await cpu()));

describe('TensorDataset', () => {
  it('gives rows, ranges and selections', () => {
    const data = new TensorDataset(arange(6).reshape([3, 2]), tensor([7, 8, 9]));
    expect(data.get(2).map((x) => x.tolist())).toEqual([[4, 5], 9]);
    expect(data.range(1, 2).map((x) => x.tolist())).toEqual([
      [
        [2, 3],
        [4, 5],
      ],
      [8, 9],
    ]);
    expect(data.batch(Int32Array.of(2, 0)).map((x) => x.tolist())).toEqual([
      [
        [4, 5],
        [0, 1],
      ],
      [9, 7],
    ]);
  });

  it('takes tensors of several backends', async () => {
    const data = new TensorDataset(arange(4), tensor([7, 8, 9, 10], { backend: await cpu() }));
    const [a, b] = data.batch(Int32Array.of(3, 1));
    expect([a.tolist(), b.tolist()]).toEqual([
      [3, 1],
      [10, 8],
    ]);
    expect(b.backend).toBe(data.tensors[1].backend);
  });

  it('says what is wrong', () => {
    expect(() => new TensorDataset()).toThrow('no tensors');
    expect(() => new TensorDataset(zeros(3), tensor(1))).toThrow('a scalar has no rows');
    expect(() => new TensorDataset(zeros(3, 2), zeros(4))).toThrow('differ in their numbers of rows: 3, 4');
    expect(() => new TensorDataset(zeros(3)).get(3)).toThrow('there is no sample 3; there are 3, from 0');
    expect(() => new TensorDataset(zeros(3)).get(-1)).toThrow('there is no sample -1');
    expect(() => new TensorDataset(zeros(3)).get(0.5)).toThrow('there is no sample 0.5');
  });
});

const letters = { length: 4, get: (i: number) => 'abcd'.charAt(i) };

it('Subset chooses and repeats', () => {
  const some = new Subset(letters, [3, 0, 3]);
  expect(Array.from({ length: 3 }, (_, i) => some.get(i))).toEqual(['d', 'a', 'd']);
  expect(some.batch).toBeUndefined();
  expect(() => some.get(3)).toThrow('there is no sample 3; there are 3');
  expect(() => new Subset(letters, [4])).toThrow('Subset: there is no sample 4; there are 4');
});

it('ConcatDataset goes on in the next part', () => {
  const both = new ConcatDataset([letters, { length: 0, get: () => '' }, new Subset(letters, [1])]);
  expect(Array.from({ length: both.length }, (_, i) => both.get(i)).join('')).toBe('abcdb');
  expect(() => both.get(5)).toThrow('there is no sample 5; there are 5');
  expect(() => new ConcatDataset([])).toThrow('no datasets');
});

describe('randomSplit', () => {
  const numbers = (n: number) => ({ length: n, get: (i: number) => i });
  const split = (n: number, lengths: number[]) => randomSplit(numbers(n), lengths).map((part) => [...part.indices]);

  it('is PyTorch’s', () => {
    // torch.manual_seed(3), then the three random_split of PyTorch 1.13.1
    manualSeed(3, { engine: TorchGenerator });
    expect(split(10, [3, 4, 3])).toEqual([
      [6, 0, 3],
      [7, 8, 5, 1],
      [9, 2, 4],
    ]);
    expect(split(10, [0.5, 0.3, 0.2])).toEqual([
      [9, 8, 5, 3, 0],
      [6, 7, 2],
      [1, 4],
    ]);
    expect(split(11, [0.7, 0.3])).toEqual([
      [6, 5, 2, 8, 9, 4, 3, 1],
      [10, 7, 0],
    ]);
  });

  it('refuses lengths that do not add up', () => {
    for (const lengths of [
      [5, 6],
      [0.5, 0.4],
      [-1, 11],
      [2.5, 7.5],
      [Number.NaN, 10],
    ]) {
      expect(() => split(10, lengths)).toThrow(`[${lengths.join(', ')}] are neither sizes that add up to 10 nor`);
    }
  });
});
