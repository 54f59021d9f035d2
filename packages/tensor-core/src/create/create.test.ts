import { cpu } from '@kindling/backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  arange,
  bernoulli,
  eye,
  full,
  fullLike,
  linspace,
  manualSeed,
  normal,
  ones,
  onesLike,
  rand,
  randint,
  randintLike,
  randLike,
  randn,
  randperm,
  setBackend,
  tensor,
  zeros,
  zerosLike,
} from '../index.js';

beforeAll(async () => setBackend(await cpu()));

describe('tensor', () => {
  test('takes its shape from the nesting, and its dtype from the values', () => {
    expect([tensor(1), tensor([]), tensor([[], []]), tensor([[[1]], [[2]]])].map((x) => [x.shape, x.dtype])).toEqual([
      [[], 'float32'],
      [[0], 'float32'],
      [[2, 0], 'float32'],
      [[2, 1, 1], 'float32'],
    ]);
    expect([tensor(true).dtype, tensor([[true], [false]]).dtype, tensor([1, true]).dtype]).toEqual([
      'bool',
      'bool',
      'float32',
    ]);
    expect(tensor([2, 0], { dtype: 'bool' }).tolist()).toEqual([true, false]);
    expect(tensor([1.7, -1.7], { dtype: 'int32' }).tolist()).toEqual([1, -1]);
  });

  test('copies typed arrays and keeps their type', () => {
    const values = Float64Array.of(1, 2);
    const x = tensor(values);
    values.fill(0);
    expect([x.dtype, x.tolist()]).toEqual(['float64', [1, 2]]);
    expect(tensor(Int32Array.of(1, 2)).dtype).toBe('int32');
    expect([tensor(Uint8Array.of(0, 200)).dtype, tensor(Uint8Array.of(0, 200)).tolist()]).toEqual(['int32', [0, 200]]);
    expect(tensor(Uint8Array.of(0, 200), { dtype: 'bool' }).tolist()).toEqual([false, true]);
    expect(tensor([Float64Array.of(1, 2), Float64Array.of(3, 4)]).dtype).toBe('float64');
    expect(tensor([Float32Array.of(0.1)]).tolist()).toEqual([[Math.fround(0.1)]]);
  });
});

describe('filled', () => {
  test('shapes as a list or as numbers, and options', () => {
    expect([zeros(2, 3).shape, zeros([2, 3]).shape, ones().shape, ones([]).item()]).toEqual([[2, 3], [2, 3], [], 1]);
    expect(zeros([2], { dtype: 'bool' }).tolist()).toEqual([false, false]);
    expect(full([2], true).tolist()).toEqual([true, true]);
    expect(full([2], 0.5, { dtype: 'float64' }).dtype).toBe('float64');
    expect(ones([2], { requiresGrad: true }).requiresGrad).toBe(true);
    expect(eye(2, 3).tolist()).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
  });

  test('like another tensor', () => {
    const x = tensor([[1, 2]], { dtype: 'float64' });
    const drawn = randintLike(x, 3, 5);
    expect([drawn.shape, drawn.dtype]).toEqual([x.shape, x.dtype]);
    expect([...drawn.dataSync()].every((value) => value === 3 || value === 4)).toBe(true);
    expect([zerosLike(x), onesLike(x), fullLike(x, 7), randLike(x)].map((y) => [y.shape, y.dtype])).toEqual(
      Array.from({ length: 4 }, () => [[1, 2], 'float64']),
    );
    expect(onesLike(x, { dtype: 'int32' }).dtype).toBe('int32');
  });

  test('ranges', () => {
    expect([arange(3).dtype, arange(0, 1, 0.5).dtype, arange(3, { dtype: 'float64' }).dtype]).toEqual([
      'int32',
      'float32',
      'float64',
    ]);
    expect([arange(5, 0, -2).tolist(), arange(1, 1).tolist(), arange(2, 8, 3).tolist()]).toEqual([
      [5, 3, 1],
      [],
      [2, 5],
    ]);
    expect(linspace(0, 1, 3).tolist()).toEqual([0, 0.5, 1]);
  });
});

describe('at random', () => {
  test('the same seed gives the same values, another others', () => {
    const draw = (seed: number | string): unknown => {
      manualSeed(seed);
      return [rand(3), randn(3), randint(0, 9, [5]), randperm(6)].map((x) => x.tolist());
    };
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw('another'));
  });

  test('ranges and dtypes', () => {
    manualSeed(3);
    const x = rand([1000], { dtype: 'float64' });
    expect([x.dtype, x.min().item() >= 0, x.max().item() < 1]).toEqual(['float64', true, true]);
    expect(Math.abs(randn(10_000).mean().item())).toBeLessThan(0.05);
    expect(Math.abs(randn(10_000).std().item() - 1)).toBeLessThan(0.05);
    const whole = randint(-3, 3, [1000]);
    expect([whole.dtype, whole.min().item(), whole.max().item()]).toEqual(['int32', -3, 2]);
    expect([...(randperm(50).tolist() as number[])].sort((a, b) => a - b)).toEqual(arange(50).tolist());
    expect(bernoulli(tensor([0, 1])).tolist()).toEqual([0, 1]);
    expect(
      normal(tensor([100, -100]), 0.001)
        .round()
        .tolist(),
    ).toEqual([100, -100]);
    expect(zeros(100).uniform_(2, 3).min().item()).toBeGreaterThanOrEqual(2);
    expect(zeros(2, 2).bernoulli_(1).tolist()).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('refuses what has no such values', () => {
    expect(() => rand([2], { dtype: 'int32' })).toThrow('rand: the dtype must be float32 or float64, not int32');
    expect(() => randint(3, 3, [2])).toThrow('randint: no whole numbers lie from 3 up to 3 (exclusive)');
    expect(() => randperm(-1)).toThrow('randperm: n must be a whole number from 0, not -1');
    expect(() => bernoulli(tensor([1.5]))).toThrow('bernoulli: probabilities lie between 0 and 1, found 1.5');
    expect(() => normal(0, -1, [2])).toThrow('normal: the standard deviation must be at least 0, not -1');
    expect(() => zeros([2], { dtype: 'int32' }).normal_()).toThrow('normal_: the dtype must be float32 or float64');
  });
});
