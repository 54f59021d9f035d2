import { expect, test } from 'vitest';
import { allocate, allocateFloats, recycle } from './memory.js';

test('arrays of every dtype and size do not overlap', () => {
  const sizes = [0, 1, 3, 16, 17, 100, 1000, 4096, 4097, 10000];
  const dtypes = ['float32', 'float64', 'int32', 'bool'] as const;
  const arrays = sizes.flatMap((size) => dtypes.map((dtype) => allocate(dtype, size)));
  arrays.forEach((array, i) => {
    array.fill(i % 2 === 0 ? 1 : 2);
  });
  arrays.forEach((array, i) => {
    expect(array.every((x) => x === (i % 2 === 0 ? 1 : 2))).toBe(true);
    expect(array.length).toBe(sizes[Math.floor(i / 4)]);
  });
});

test('a fresh array is zero, a small one on its own', () => {
  expect(allocateFloats(999).every((x) => x === 0)).toBe(true);
  expect(allocateFloats(16).buffer.byteLength).toBe(64);
});

test('a recycled array is used again, once', () => {
  const first = allocateFloats(777);
  recycle(first);
  expect(allocateFloats(777)).toBe(first);
  expect(allocateFloats(777)).not.toBe(first);
});
