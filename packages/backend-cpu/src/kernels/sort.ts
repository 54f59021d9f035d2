import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { rowMajor } from './copy.js';

/** Sorts the rows of a view: values, and their positions before. Equal elements keep their order; NaN is the largest. */
export function sort(x: View, descending: boolean): { values: TypedArray; indices: TypedArray } {
  const from = rowMajor(x);
  const values = allocate(x.dtype, x.count);
  const indices = allocate('int32', x.count);
  const length = x.shape.at(-1) ?? 1;
  for (let start = 0; start < x.count; start += length) {
    const order = indices.subarray(start, start + length);
    for (let i = 0; i < length; i++) order[i] = i;
    order.sort((i, j) => {
      const a = from[start + i]!;
      const b = from[start + j]!;
      return (descending ? compare(b, a) : compare(a, b)) || i - j;
    });
    for (let i = 0; i < length; i++) values[start + i] = from[start + order[i]!]!;
  }
  return { values, indices };
}

function compare(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}
