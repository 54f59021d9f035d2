import { normalizeDim } from '../broadcast.js';
import { requireTensor, requireWhole, requireWholes } from '../checks.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { narrow } from './slice.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link split}. */
    split(sizes: number | readonly number[], dim?: number): Tensor[];
    /** See {@link chunk}. */
    chunk(chunks: number, dim?: number): Tensor[];
  }
}

/**
 * Views of consecutive parts along a dimension: of one size each (the last may be smaller), or of given sizes.
 *
 * @throws `ShapeError` when given sizes do not add up to the dimension; `ArgumentError` for a size below 1.
 * @example
 * ```ts
 * import { split, zeros } from '@kindling/tensor-core';
 * console.log(split(zeros(5, 2), 2).map((part) => part.shape)); // => [ [ 2, 2 ], [ 2, 2 ], [ 1, 2 ] ]
 * ```
 */
export function split(x: Tensor, sizes: number | readonly number[], dim = 0): Tensor[] {
  requireTensor('split', x);
  const at = normalizeDim('split', dim, x.ndim);
  const total = x.shape[at] ?? 0;
  let parts: readonly number[];
  if (typeof sizes === 'number') {
    requireWhole('split', 'the size of a part', sizes, total === 0 ? 0 : 1);
    parts = Array.from({ length: Math.max(1, Math.ceil(total / sizes) || 0) }, (_, i) =>
      Math.min(sizes, total - i * sizes),
    );
  } else {
    requireWholes('split', 'the sizes', sizes);
    parts = sizes;
    const sum = sizes.reduce((a, b) => a + b, 0);
    if (sum !== total)
      throw new ShapeError(
        `split: ${formatShape(sizes)} add up to ${sum}, dimension ${dim} of ${formatShape(x.shape)} is ${total}`,
      );
  }
  let start = 0;
  return parts.map((length) => {
    const part = narrow(x, at, start, length);
    start += length;
    return part;
  });
}

/**
 * At most `chunks` views of consecutive parts of equal size along a dimension; the last may be smaller.
 *
 * @throws `ArgumentError` for a number of chunks below 1.
 * @example
 * ```ts
 * import { chunk, zeros } from '@kindling/tensor-core';
 * console.log(chunk(zeros(5), 2).map((part) => part.shape)); // => [ [ 3 ], [ 2 ] ]
 * ```
 */
export function chunk(x: Tensor, chunks: number, dim = 0): Tensor[] {
  requireTensor('chunk', x);
  requireWhole('chunk', 'the number of chunks', chunks, 1);
  const at = normalizeDim('chunk', dim, x.ndim);
  const size = x.shape[at] ?? 0;
  // Of nothing PyTorch makes as many parts as it is asked for.
  if (size === 0) return split(x, new Array<number>(chunks).fill(0), at);
  return split(x, Math.ceil(size / chunks), at);
}
