import { broadcastShapes, normalizeDim } from '../broadcast.js';
import { requireDType, requireTensor } from '../checks.js';
import { ShapeError } from '../errors.js';
import { expand } from '../ops/expand.js';
import { gather } from '../ops/gather.js';
import { reshape } from '../ops/reshape.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

/**
 * The elements at given positions along a dimension, as `argsort` and `argmax` with `keepdim` give them. Unlike in `gather`, the
 * other dimensions broadcast.
 *
 * @param index - int32, as many dimensions as `x`.
 * @param dim - default the flattened tensor, with a flattened index.
 * @throws `ShapeError` when the shapes do not broadcast or a position is out of range; `DTypeError` when the index is not int32.
 * @example
 * ```ts
 * import { argmax, tensor } from '@kindling/tensor-core';
 * import { takeAlongDim } from '@kindling/tensor-core/more';
 * const x = tensor([[1, 5], [7, 2]]);
 * console.log(takeAlongDim(x, argmax(x, 1, { keepdim: true }), 1).tolist()); // => [ [ 5 ], [ 7 ] ]
 * ```
 */
export function takeAlongDim(x: Tensor, index: Tensor, dim?: number): Tensor {
  requireTensor('takeAlongDim', x);
  requireDType('takeAlongDim', 'the index', index, 'int32');
  if (dim === undefined) return gather(reshape(x, [-1]), 0, reshape(index, [-1]));
  if (index.ndim !== x.ndim) {
    throw new ShapeError(
      `takeAlongDim: the index ${formatShape(index.shape)} must have as many dimensions as the tensor ${formatShape(x.shape)}`,
    );
  }
  const at = normalizeDim('takeAlongDim', dim, x.ndim);
  if (x.ndim === 0) return gather(x, 0, index);
  const shape = broadcastShapes('takeAlongDim', x.shape.with(at, 1), index.shape.with(at, 1));
  return gather(expand(x, shape.with(at, x.shape[at]!)), at, expand(index, shape.with(at, index.shape[at]!)));
}
