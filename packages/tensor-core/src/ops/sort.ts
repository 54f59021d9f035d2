import { normalizeDim } from '../broadcast.js';
import { requireFlag, requireOptions, requireTensor, requireWhole } from '../checks.js';
import { ArgumentError } from '../errors.js';
import { formatShape } from '../shape.js';
import { type Tensor, wrap } from '../tensor.js';
import { gather } from './gather.js';
import { narrow } from './slice.js';
import { transpose } from './transpose.js';
import { ValuesAndIndices } from './values-and-indices.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sort}. */
    sort(dim?: number, options?: SortOptions): ValuesAndIndices;
    /** See {@link argsort}. */
    argsort(dim?: number, options?: SortOptions): Tensor;
    /** See {@link topk}. */
    topk(k: number, dim?: number, options?: TopkOptions): ValuesAndIndices;
  }
}

/** The direction of a sort. */
export interface SortOptions {
  /** From the largest down; default false. */
  descending?: boolean;
}

/** Which end {@link topk} takes. */
export interface TopkOptions {
  /** The largest (default) or the smallest elements. */
  largest?: boolean;
}

/**
 * The elements in order along a dimension, and where they were; equal elements keep their order, NaN is the largest.
 *
 * @param dim - default the last.
 * @throws `ShapeError` for a dimension out of range.
 * @example
 * ```ts
 * import { sort, tensor } from '@kindling/tensor-core';
 * const { values, indices } = sort(tensor([3, 1, 2]));
 * console.log(values.tolist(), indices.tolist()); // => [ 1, 2, 3 ] [ 1, 2, 0 ]
 * ```
 */
export function sort(x: Tensor, dim = -1, options: SortOptions = {}): ValuesAndIndices {
  requireTensor('sort', x);
  const indices = order('sort', x, dim, options);
  return chosen(x, dim, indices);
}

/**
 * The positions that put the elements in order along a dimension; see {@link sort}.
 *
 * @returns int32, of the shape of `x`.
 * @throws `ShapeError` for a dimension out of range.
 * @example
 * ```ts
 * import { argsort, tensor } from '@kindling/tensor-core';
 * console.log(argsort(tensor([3, 1, 2]), 0, { descending: true }).tolist()); // => [ 0, 2, 1 ]
 * ```
 */
export function argsort(x: Tensor, dim = -1, options: SortOptions = {}): Tensor {
  requireTensor('argsort', x);
  return order('argsort', x, dim, options);
}

function order(name: string, x: Tensor, dim: number, options: SortOptions): Tensor {
  requireOptions(name, options, { descending: 1 });
  const { descending = false } = options;
  requireFlag(name, 'descending', descending);
  const at = normalizeDim(name, dim, x.ndim);
  const moved = transpose(x.detach(), at, -1);
  return transpose(wrap(x.backend.sort(moved, descending).indices, moved.shape), at, -1);
}

/**
 * The `k` largest or smallest elements along a dimension, in order, and where they were.
 *
 * @param dim - default the last.
 * @throws `ArgumentError` when there are fewer than `k`; `ShapeError` for a dimension out of range.
 * @example
 * ```ts
 * import { tensor, topk } from '@kindling/tensor-core';
 * const { values, indices } = topk(tensor([3, 1, 2]), 2);
 * console.log(values.tolist(), indices.tolist()); // => [ 3, 2 ] [ 0, 2 ]
 * ```
 */
export function topk(x: Tensor, k: number, dim = -1, options: TopkOptions = {}): ValuesAndIndices {
  requireTensor('topk', x);
  requireOptions('topk', options, { largest: 1 });
  const { largest = true } = options;
  requireFlag('topk', 'largest', largest);
  requireWhole('topk', 'k', k, 0);
  const at = normalizeDim('topk', dim, x.ndim);
  const size = x.shape[at] ?? 1;
  if (k > size) {
    throw new ArgumentError(`topk: k is ${k}, dimension ${dim} of ${formatShape(x.shape)} has ${size} elements`);
  }
  const sorted = argsort(x, dim, { descending: largest });
  const indices = x.ndim === 0 ? sorted : narrow(sorted, at, 0, k);
  return chosen(x, dim, indices);
}

function chosen(x: Tensor, dim: number, indices: Tensor): ValuesAndIndices {
  return new ValuesAndIndices(gather(x, dim, indices), indices);
}
