import { rowMajorStrides, sizeOf } from '@kindling/tensor-core/backend';
import { describe, expect, it } from 'vitest';
import { chunksOf, coalesce, invert, LONGEST_LOOP, textureWidth } from './layout.js';
import { places } from './testing.js';

/** The places of all elements of a view in row-major order, one coordinate after the other. */
function placesOf(shape: readonly number[], strides: readonly number[]): number[] {
  let all = [0];
  for (const [d, size] of shape.entries()) {
    all = all.flatMap((from) => Array.from({ length: size }, (_, i) => from + i * strides[d]!));
  }
  return all;
}

describe('coalesce', () => {
  it('joins what is walked evenly', () => {
    expect(coalesce([2, 3, 4], [[12, 4, 1]])).toEqual({ shape: [24], strides: [[1]] });
    expect(coalesce([2, 1, 3], [[3, 99, 1]])).toEqual({ shape: [6], strides: [[1]] });
    expect(coalesce([2, 3], [[0, 0]])).toEqual({ shape: [6], strides: [[0]] });
    expect(coalesce([], [[]])).toEqual({ shape: [], strides: [[]] });
    expect(coalesce([1, 1], [[5, 7]])).toEqual({ shape: [], strides: [[]] });
  });

  it('keeps apart what one operand does not walk evenly', () => {
    const strides = [
      [12, 4, 1],
      [0, 4, 1],
    ];
    expect(coalesce([2, 3, 4], strides)).toEqual({
      shape: [2, 12],
      strides: [
        [12, 1],
        [0, 1],
      ],
    });
  });

  it.each(places)('walks the same places as $name', ({ shape, strides }) => {
    if (sizeOf(shape) === 0) return;
    const walk = coalesce(shape, [strides]);
    expect(placesOf(walk.shape, walk.strides[0]!)).toEqual(placesOf(shape, strides));
  });
});

describe('invert', () => {
  const targets = places.filter(({ name, shape }) => !name.includes('repeated') && sizeOf(shape) > 0);

  it.each(targets)('finds back in $name', ({ shape, strides, offset, held }) => {
    const { first, start, dims } = invert(shape, strides);
    const numberAt = (place: number): number => {
      let rest = place - offset - first;
      let number = start;
      if (rest < 0) return -1;
      for (const { stride, size, count } of dims) {
        const c = Math.trunc(rest / stride);
        if (c >= size) return -1;
        rest -= c * stride;
        number += c * count;
      }
      return rest === 0 ? number : -1;
    };
    const expected = new Array<number>(held).fill(-1);
    for (const [i, at] of placesOf(shape, strides).entries()) expected[offset + at] = i;
    expect(Array.from({ length: held }, (_, at) => numberAt(at))).toEqual(expected);
  });

  it('refuses elements that share places', () => {
    expect(() => invert([4, 5], [0, 1])).toThrow(
      'gpu: assign: the elements of [4, 5] with strides [0, 1] overlap or interleave',
    );
    expect(() => invert([3, 2], [1, 1])).toThrow('overlap');
    expect(invert([1, 5], [0, 1]).dims).toHaveLength(1);
  });
});

describe('chunksOf', () => {
  it.each([1, 2, LONGEST_LOOP, LONGEST_LOOP + 1, 5000, 1e6, 2e8])('covers %i', (n) => {
    const { count, length } = chunksOf(n);
    expect(count * length).toBeGreaterThanOrEqual(n);
    expect((count - 1) * length).toBeLessThan(n);
    expect(length).toBeLessThanOrEqual(LONGEST_LOOP);
    expect(count).toBeLessThan(n === 1 ? 2 : n);
    expect(rowMajorStrides([count, length])).toEqual([length, 1]);
  });
});

describe('textureWidth', () => {
  it.each([1, 2, 3, 4, 5, 15, 16, 17, 1000, 2 ** 24 - 1, 2 ** 24, 2 ** 24 + 1, 8192 ** 2])('of %i', (n) => {
    const width = textureWidth(n, 8192);
    const height = Math.ceil(n / width);
    expect(Number.isInteger(Math.log2(width))).toBe(true);
    expect(height).toBeGreaterThanOrEqual(n === 1 ? 1 : 2);
    expect(Math.max(width, height)).toBeLessThanOrEqual(8192);
  });

  it('is 0 where nothing is large enough', () => {
    expect(textureWidth(8192 ** 2 + 1, 8192)).toBe(0);
    expect(textureWidth(2 ** 40, 16384)).toBe(0);
  });
});
