import { normalizeDim } from '../broadcast.js';
import { requireTensors } from '../checks.js';
import { ShapeError } from '../errors.js';
import { formatShape, sameShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { cat, firstOf } from './cat.js';
import { reshape } from './reshape.js';
import { unsqueeze } from './squeeze.js';

/**
 * Tensors of one shape along a new dimension.
 *
 * @throws `ShapeError` when there is none, or the shapes differ.
 * @example
 * ```ts
 * import { stack, tensor } from '@kindling/tensor-core';
 * console.log(stack([tensor([1, 2]), tensor([3, 4])], 1).tolist()); // => [ [ 1, 3 ], [ 2, 4 ] ]
 * ```
 */
export function stack(tensors: readonly Tensor[], dim = 0): Tensor {
  requireTensors('stack', tensors);
  const first = firstOf('stack', tensors);
  tensors.forEach((x, i) => {
    if (!sameShape(x.shape, first.shape)) {
      throw new ShapeError(`stack: tensor ${i} is ${formatShape(x.shape)}, the first ${formatShape(first.shape)}`);
    }
  });
  const at = normalizeDim('stack', dim, first.ndim + 1);
  return cat(
    tensors.map((x) => unsqueeze(x, at)),
    at,
  );
}

/**
 * Tensors side by side: along the second dimension, vectors along their only one.
 *
 * @throws `ShapeError` when there is none, or the other sizes differ.
 * @example
 * ```ts
 * import { hstack, tensor } from '@kindling/tensor-core';
 * console.log(hstack([tensor([[1], [2]]), tensor([[3], [4]])]).tolist()); // => [ [ 1, 3 ], [ 2, 4 ] ]
 * ```
 */
export function hstack(tensors: readonly Tensor[]): Tensor {
  requireTensors('hstack', tensors);
  const parts = tensors.map((x) => (x.ndim === 0 ? reshape(x, [1]) : x));
  return cat(parts, parts[0]?.ndim === 1 ? 0 : 1);
}

/**
 * Tensors on top of each other: along the first dimension, vectors as rows.
 *
 * @throws `ShapeError` when there is none, or the other sizes differ.
 * @example
 * ```ts
 * import { tensor, vstack } from '@kindling/tensor-core';
 * console.log(vstack([tensor([1, 2]), tensor([3, 4])]).tolist()); // => [ [ 1, 2 ], [ 3, 4 ] ]
 * ```
 */
export function vstack(tensors: readonly Tensor[]): Tensor {
  requireTensors('vstack', tensors);
  return cat(tensors.map((x) => (x.ndim < 2 ? reshape(x, [1, x.count]) : x)));
}
