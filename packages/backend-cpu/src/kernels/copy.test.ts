import type { DType } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import { elements, indices, layouts, list, plain, uniform, view, viewOf } from '../testing/views.js';

const shapes = [[[]], [[5]], [[3, 4]], [[40]], [[2, 3, 2]], [[3, 0]], [[7, 9]]];
const dtypes: DType[] = ['float32', 'float64', 'int32', 'bool'];

describe('copy', () => {
  test.each(shapes)('reads %j in any layout and dtype', (shape) => {
    for (const dtype of dtypes) {
      for (const x of layouts(shape, dtype)) expect(list(plain.copy(x, dtype))).toEqual(elements(x));
    }
  });

  test('converts', () => {
    const x = view([Number.NaN, 0, -0, 0.5, -1.5, 300.7], [6]);
    expect(list(plain.copy(x, 'bool'))).toEqual([1, 0, 0, 1, 1, 1]);
    expect(list(plain.copy(x, 'int32'))).toEqual([0, 0, 0, 0, -1, 300]);
    expect(list(plain.copy(view([0.1], [1], { dtype: 'float64' }), 'float32'))).toEqual([Math.fround(0.1)]);
    expect(list(plain.copy(view([3, 0], [2], { dtype: 'int32' }), 'bool'))).toEqual([1, 0]);
    expect(list(plain.copy(view([1, 0], [2], { dtype: 'bool' }), 'float64'))).toEqual([1, 0]);
  });

  test('gives a buffer of its own', () => {
    const x = view(uniform(50), [50]);
    const copied = plain.copy(x, 'float32');
    plain.assign(viewOf(copied), 7);
    expect(elements(x)).not.toContain(7);
  });
});

describe('assign', () => {
  test.each(shapes)('writes %j in any layout', (shape) => {
    for (const dtype of dtypes) {
      for (const source of layouts(shape, dtype, 2)) {
        // Repeated elements cannot be written one by one.
        for (const target of layouts(shape, dtype).slice(0, 5)) {
          const before = list(target.buffer);
          plain.assign(target, source);
          expect(elements(target)).toEqual(elements(source));
          const touched = new Set(
            indices(shape).map((i) => i.reduce((at, x, d) => at + x * target.strides[d]!, target.offset)),
          );
          list(target.buffer).forEach((x, i) => {
            if (!touched.has(i)) expect(x).toBe(before[i]);
          });
        }
      }
      for (const target of layouts(shape, dtype)) {
        plain.assign(target, 3);
        expect(elements(target)).toEqual(elements(target).map(() => (dtype === 'bool' ? 1 : 3)));
      }
    }
  });
});

test.each(dtypes)('fill, upload and read of %s', async (dtype) => {
  expect(list(plain.fill(3, 2, dtype))).toEqual(dtype === 'bool' ? [1, 1, 1] : [2, 2, 2]);
  expect(list(plain.fill(0, 2, dtype))).toEqual([]);
  const values = new Float32Array([0, 1, 2]);
  const buffer = plain.upload(values, dtype);
  values[0] = 9;
  expect(list(buffer)).toEqual(dtype === 'bool' ? [0, 1, 1] : [0, 1, 2]);
  const read = await plain.read(viewOf(buffer, [2], [1], 1));
  read[0] = 5;
  expect(list(buffer)[1]).toBe(1);
  expect(plain.readSync(viewOf(buffer)).constructor).toBe(read.constructor);
});

test('an owned array is kept', () => {
  const values = new Float32Array([1, 2]);
  const buffer = plain.upload(values, 'float32', true);
  values[0] = 3;
  expect(list(buffer)).toEqual([3, 2]);
});
