import { requireTensor, requireWhole } from '../checks.js';
import { ShapeError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { cat } from './cat.js';
import { clone } from './clone.js';
import { reshape } from './reshape.js';
import { narrow, sliceDim } from './slice.js';

/**
 * The elements moved along dimensions; those that leave at one end come in at the other.
 *
 * @param shifts - by how many places, or a number for each of `dims`; backwards where negative.
 * @param dims - without any, the elements in row-major order are moved, and the shape stays.
 * @throws `ShapeError` for a dimension out of range, or another number of shifts than of dimensions.
 * @example
 * ```ts
 * import { roll, tensor } from '@kindling/tensor-core';
 * console.log(roll(tensor([1, 2, 3]), 1).tolist()); // => [ 3, 1, 2 ]
 * console.log(roll(tensor([[1, 2], [3, 4]]), 1, 0).tolist()); // => [ [ 3, 4 ], [ 1, 2 ] ]
 * ```
 */
export function roll(x: Tensor, shifts: number | readonly number[], dims?: number | readonly number[]): Tensor {
  requireTensor('roll', x);
  const by = numbers('each shift', shifts);
  if (dims === undefined && by.length === 1) return reshape(along(reshape(x, [-1]), by[0]!, 0), x.shape);
  const at = numbers('each dimension', dims as number | readonly number[]);
  if (by.length !== at.length) {
    throw new ShapeError(`roll: as many shifts as dimensions are needed, not ${by.length} and ${at.length}`);
  }
  return by.reduce((rolled, shift, i) => along(rolled, shift, sliceDim('roll', x, at[i]!)), clone(x));
}

function along(x: Tensor, shift: number, dim: number): Tensor {
  const size = x.shape[dim]!;
  if (size === 0) return x;
  const start = ((shift % size) + size) % size;
  return cat([narrow(x, dim, size - start, start), narrow(x, dim, 0, size - start)], dim);
}

function numbers(what: string, values: number | readonly number[]): readonly number[] {
  const list = Array.isArray(values) ? (values as readonly number[]) : [values as number];
  for (const value of list) requireWhole('roll', what, value, Number.NEGATIVE_INFINITY);
  return list;
}
