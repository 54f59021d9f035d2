import type { View } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import type { CpuBuffer } from '../../buffer.js';
import { wasmBackends } from '../../testing/backends.js';
import { layouts, list, plain, uniform, view } from '../../testing/views.js';

/** An index that chooses rows along a dimension, repeated over the others by strides of 0. */
function chooses(shape: readonly number[], dim: number, chosen: number): View {
  const rows = uniform(chosen, 0, shape[dim]! - 0.01, chosen).map(Math.floor);
  const strides = shape.map((_, d) => (d === dim ? 1 : 0));
  return view([0, ...rows], shape.with(dim, chosen), { dtype: 'int32', strides, offset: 1 });
}

describe.each(wasmBackends)('%s', (_, backend) => {
  test.each([
    [[5, 3], 0],
    [[40, 100], 0],
    [[6, 100], 1],
    [[4, 5, 60], 1],
    [[4, 5, 60], 2],
    [[4, 1, 60], 0],
    [[7], 0],
  ] as const)('rows of %j along %i', (shape, dim) => {
    const index = chooses(shape, dim, 9);
    for (const dtype of ['float32', 'int32', 'bool'] as const) {
      for (const x of layouts(shape, dtype)) {
        expect(list(backend.gather(x, dim, index))).toEqual(list(plain.gather(x, dim, index)));
        for (const source of layouts(index.shape, dtype, 3)) {
          expect(list(backend.scatterAdd(x, dim, index, source))).toEqual(
            list(plain.scatterAdd(x, dim, index, source)),
          );
        }
      }
    }
  });

  test.each([128, 129, 130, 135])('rows of %i of a matrix that stays in the memory', (columns) => {
    const x = view(uniform(40 * columns), [40, columns]);
    backend.pin?.(x.buffer);
    const index = chooses([40, columns], 0, 23);
    expect(list(backend.gather(x, 0, index))).toEqual(list(plain.gather(x, 0, index)));
    const part = view(uniform(40 * columns), [38, columns], { offset: columns });
    backend.pin?.(part.buffer);
    const among = chooses([38, columns], 0, 50);
    expect(list(backend.gather(part, 0, among))).toEqual(list(plain.gather(part, 0, among)));
  });

  test('an index that differs within rows, or is shorter than they are', () => {
    const x = view(uniform(200), [20, 10]);
    for (const shape of [
      [7, 10],
      [7, 4],
    ]) {
      const index = view(uniform(70, 0, 19.9).map(Math.floor), shape, { dtype: 'int32' });
      expect(list(backend.gather(x, 0, index))).toEqual(list(plain.gather(x, 0, index)));
    }
    for (const shape of [
      [20, 6],
      [20, 13],
      [9, 10],
    ]) {
      const index = view(uniform(300, 0, 9.9).map(Math.floor), shape, { dtype: 'int32', offset: 1 });
      expect(list(backend.gather(x, 1, index))).toEqual(list(plain.gather(x, 1, index)));
    }
    const short = view([3, 4, 5], [3, 4], { dtype: 'int32', strides: [1, 0] });
    expect(list(backend.gather(x, 0, short))).toEqual(list(plain.gather(x, 0, short)));
  });

  test.each([
    [
      [512, 600],
      [1, 512],
    ],
    [
      [1000, 301],
      [1, 1001],
    ],
    [
      [3, 300, 311],
      [93300, 1, 300],
    ],
    [
      [3, 300, 311],
      [0, 1, 300],
    ],
    [
      [15, 20000],
      [1, 15],
    ],
  ])('copies of matrices %j whose columns lie together, by strides of %j', (shape, strides) => {
    const room = Float32Array.from({ length: 320000 }, (_, i) => i % 7919);
    for (const dtype of ['float32', 'int32'] as const) {
      const x = view(room, shape, { dtype, strides, offset: 2 });
      for (const to of [dtype, 'float64'] as const) {
        const [made, wanted] = [backend, plain].map((own) => (own.copy(x, to) as CpuBuffer).values);
        expect(Buffer.compare(new Uint8Array(made!.slice().buffer), new Uint8Array(wanted!.slice().buffer))).toBe(0);
      }
    }
  });
});
