import { cpu } from '@kindling/backend-cpu';
import {
  arange,
  defaultGenerator,
  type Generator,
  manualSeed,
  SeedrandomGenerator,
  setBackend,
  type Tensor,
  tensor,
} from '@kindling/tensor-core';
import { NumpyGenerator } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DataLoader, type DataLoaderOptions } from './data-loader.js';
import { type Dataset, Subset, TensorDataset } from './dataset.js';
import { RandomSampler, WeightedRandomSampler } from './samplers.js';

beforeAll(async () => setBackend(await cpu()));
beforeEach(() => {
  manualSeed(7, { engine: TorchGenerator });
});

const numbers = (n: number): Dataset<number> => ({ length: n, get: (i) => i });
const items = (x: Tensor): number[] => [...x.dataSync()];
/** The next draw shows whether as much was taken from the stream as in PyTorch: `torch.randint(0, 1000000, (1,))`. */
const next = (generator: Generator = defaultGenerator()): number => generator.integers(1, 0, 1_000_000)[0]!;

function epochs(n: number, options: DataLoaderOptions<number, Tensor>, count = 2): number[][][] {
  const loader = new DataLoader(numbers(n), options);
  return Array.from({ length: count }, () => Array.from(loader, items));
}

// Every expectation was printed by PyTorch 1.13.1 after torch.manual_seed(7), from a DataLoader over the numbers 0 to n - 1.
describe('takes the order and the random numbers that PyTorch takes', () => {
  it('shuffled', () => {
    expect(epochs(7, { batchSize: 3, shuffle: true })).toEqual([
      [[2, 0, 5], [6, 3, 4], [1]],
      [[4, 3, 2], [1, 5, 0], [6]],
    ]);
    expect(next()).toBe(432988);
  });

  it('shuffled, with a full last batch', () => {
    expect(epochs(6, { batchSize: 3, shuffle: true }, 1)).toEqual([
      [
        [5, 1, 3],
        [0, 4, 2],
      ],
    ]);
    expect(next()).toBe(953283);
  });

  it('shuffled without the last batch', () => {
    expect(epochs(7, { batchSize: 3, shuffle: true, dropLast: true })).toEqual([
      [
        [2, 0, 5],
        [6, 3, 4],
      ],
      [
        [4, 3, 2],
        [1, 5, 0],
      ],
    ]);
    expect(next()).toBe(432988);
  });

  it('in order', () => {
    expect(epochs(5, { batchSize: 2 })).toEqual([
      [[0, 1], [2, 3], [4]],
      [[0, 1], [2, 3], [4]],
    ]);
    expect(next()).toBe(953283);
  });

  it('with a generator, to the end of each epoch', () => {
    const generator = new TorchGenerator(3);
    expect(epochs(6, { batchSize: 4, shuffle: true, generator })).toEqual([
      [
        [1, 3, 2, 0],
        [4, 5],
      ],
      [
        [0, 5, 1, 3],
        [4, 2],
      ],
    ]);
    expect([next(), next(generator)]).toEqual([741615, 52472]);
  });

  it('with a generator, without the last batch', () => {
    const generator = new TorchGenerator(3);
    expect(epochs(7, { batchSize: 3, shuffle: true, dropLast: true, generator })[1]).toEqual([
      [6, 1, 2],
      [3, 4, 0],
    ]);
    expect(next(generator)).toBe(492694);
  });

  it('with a generator, when the loop is left', () => {
    const generator = new TorchGenerator(3);
    const loader = new DataLoader(numbers(6), { batchSize: 2, shuffle: true, generator });
    const first = (): number[] => {
      for (const batch of loader) return items(batch);
      return [];
    };
    expect([first(), first()]).toEqual([
      [1, 3],
      [1, 5],
    ]);
    expect(next(generator)).toBe(101386);
  });

  it('with replacement', () => {
    const sampler = new RandomSampler(numbers(5), { replacement: true, numSamples: 40 });
    expect(epochs(5, { batchSize: 20, sampler }, 1)[0]![1]).toEqual([
      1, 4, 4, 2, 0, 3, 3, 0, 4, 1, 1, 3, 4, 1, 2, 0, 4, 1, 4, 2,
    ]);
    expect(next()).toBe(953283);
    manualSeed(7);
    const generator = new TorchGenerator(3);
    const own = new RandomSampler(numbers(5), { replacement: true, numSamples: 40, generator });
    expect(epochs(5, { batchSize: 20, sampler: own, generator }, 1)[0]![0]).toEqual([
      2, 2, 0, 0, 0, 0, 1, 4, 4, 1, 0, 4, 1, 4, 0, 4, 0, 4, 1, 4,
    ]);
    expect([next(), next(generator)]).toEqual([741615, 4696]);
  });

  it('more often than there are samples', () => {
    const sampler = new RandomSampler(numbers(5), { numSamples: 13 });
    expect(epochs(5, { batchSize: 20, sampler }, 1)).toEqual([[[3, 2, 0, 4, 1, 4, 0, 3, 2, 1, 4, 2, 0]]]);
    expect(next()).toBe(953283);
  });

  it('by weight', () => {
    const sampler = new WeightedRandomSampler([0.1, 0.5, 1, 3, 0], 12);
    expect(epochs(5, { batchSize: 20, sampler }, 1)).toEqual([[[2, 3, 3, 3, 3, 2, 3, 3, 3, 1, 1, 2]]]);
    expect(next()).toBe(194443);
  });
});

describe('batches', () => {
  const x = arangeRows;

  it('are views of tensors in order, and copies when shuffled', () => {
    const data = new TensorDataset(x(), tensor([0, 1, 2, 3, 4]));
    const [first] = new DataLoader(data, { batchSize: 2 });
    expect(first![0].buffer).toBe(data.tensors[0].buffer);
    for (const [rows, y] of new DataLoader(data, { batchSize: 2, shuffle: true })) {
      expect(rows.buffer).not.toBe(data.tensors[0].buffer);
      expect(items(rows.select(1, 0))).toEqual(items(y).map((i) => 2 * i));
    }
  });

  it('are the same from the shortcuts as sample by sample', () => {
    const data = new TensorDataset(x(), arange(5));
    const slow: Dataset<readonly [Tensor, Tensor]> = { length: 5, get: (i) => data.get(i) };
    const read = (dataset: Dataset<readonly [Tensor, Tensor]>, shuffle: boolean): unknown => {
      manualSeed(1);
      return Array.from(new DataLoader(dataset, { batchSize: 2, shuffle }), ([a, b]) => [a.tolist(), b.tolist()]);
    };
    for (const shuffle of [false, true]) expect(read(data, shuffle)).toEqual(read(slow, shuffle));
    const some = new Subset(data, [4, 2, 0]);
    const plain: Dataset<readonly [Tensor, Tensor]> = { length: 3, get: (i) => some.get(i) };
    for (const shuffle of [false, true]) expect(read(some, shuffle)).toEqual(read(plain, shuffle));
  });

  it('come from a function of the user', () => {
    const loader = new DataLoader(numbers(5), { batchSize: 2, collate: (samples) => samples.join('+') });
    expect([...loader]).toEqual(['0+1', '2+3', '4']);
    const pairs = new DataLoader(new TensorDataset(arange(3)), { batchSize: 3, collate: (samples) => samples.length });
    expect([...pairs]).toEqual([3]);
  });

  it('are counted', () => {
    const length = (options: DataLoaderOptions<number, Tensor>): number => new DataLoader(numbers(7), options).length;
    expect([length({}), length({ batchSize: 3 }), length({ batchSize: 3, dropLast: true })]).toEqual([7, 3, 2]);
    expect(length({ batchSize: 3, sampler: [1, 2, 3, 4] })).toBe(2);
    expect(length({ batchSize: 3, sampler: new Set([1]).values() })).toBeNaN();
  });
});

function arangeRows(): Tensor {
  return arange(10).reshape([5, 2]);
}

it('has a fixed order for each seed and engine', () => {
  for (const engine of [SeedrandomGenerator, NumpyGenerator, TorchGenerator]) {
    const run = (): number[][][] => {
      manualSeed(11, { engine });
      return epochs(20, { batchSize: 20, shuffle: true });
    };
    const [first, second] = run();
    expect(run()).toEqual([first, second]);
    expect(first).not.toEqual(second);
    expect([...first![0]!].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  }
});

it('refuses what makes no sense', () => {
  expect(() => new DataLoader(numbers(3), { batchSize: 0 })).toThrow('batchSize must be a whole number from 1, got 0');
  expect(() => new DataLoader(numbers(3), { shuffle: true, sampler: [1] })).toThrow('a sampler decides the order');
  expect(() => new DataLoader(numbers(0), { shuffle: true })).toThrow(
    'number of samples must be a whole number from 1',
  );
  expect([...new DataLoader(numbers(0))]).toEqual([]);
  expect(() => [...new DataLoader(new TensorDataset(arange(3)), { sampler: [3] })]).toThrow();
});
