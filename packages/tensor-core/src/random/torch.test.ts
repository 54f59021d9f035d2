import { expect, it } from 'vitest';
import { TorchGenerator } from './torch.js';

const round4 = (values: ArrayLike<number>): number[] => Array.from(values, (x) => Math.round(x * 1e4) / 1e4);

it('draws what torch.manual_seed(42) prints in tutorials', () => {
  const generator = new TorchGenerator(42);
  expect(round4(generator.normal(10))).toEqual([
    0.3367, 0.1288, 0.2345, 0.2303, -1.1229, -0.1863, 2.2082, -0.638, 0.4617, 0.2674,
  ]);
  expect(round4(generator.normal(10))).toEqual([
    0.5349, 0.8094, 1.1103, -1.6898, -0.989, 0.958, 1.3221, 0.8172, -0.7658, -0.7506,
  ]);
});

it('redraws the last 16 of a length that is no multiple of 16', () => {
  const full = new TorchGenerator(0).normal(32);
  const odd = new TorchGenerator(0).normal(20);
  expect(odd.subarray(0, 4)).toEqual(full.subarray(0, 4));
  // 20 uniforms went into the first pass, so the last 16 come from the 16 after them.
  const generator = new TorchGenerator(0);
  generator.uniform(20);
  expect(odd.subarray(4)).toEqual(generator.normal(16));
});

it('takes seeds of 64 bits, of which the low 32 count', () => {
  const first = (seed: number | bigint): number => new TorchGenerator(seed).random();
  expect(first(2n ** 32n + 5n)).toBe(first(5));
  expect(first(-1)).toBe(first(2 ** 32 - 1));
  expect(new TorchGenerator(-1).initialSeed()).toBe(2n ** 64n - 1n);
  expect(new TorchGenerator(2 ** 40).initialSeed()).toBe(2 ** 40);
  const large = new TorchGenerator(2n ** 63n);
  expect(new TorchGenerator().setState(JSON.parse(JSON.stringify(large.getState()))).initialSeed()).toBe(2n ** 63n);
  for (const seed of [1.5, Number.NaN, 2n ** 64n, -(2n ** 63n) - 1n, 2 ** 65, '7']) {
    expect(() => new TorchGenerator(seed), String(seed)).toThrow('takes a whole number from -2^63 to 2^64 - 1, got');
  }
});

it('forgets the waiting normal when it is seeded', () => {
  const generator = new TorchGenerator(1);
  const first = generator.normal(1);
  expect(generator.manualSeed(1).normal(1)).toEqual(first);
});
