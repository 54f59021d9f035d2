import { requireTensor } from '../checks.js';
import { zerosLike } from '../create/like.js';
import { defineSingle } from '../define-op.js';
import { type Tensor, wrap } from '../tensor.js';
import { asVector, checkIndex } from './indexing.js';
import { reshape } from './reshape.js';
import { scatterAdd } from './scatter-add.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link gather}. */
    gather(dim: number, index: Tensor): Tensor;
  }
}

interface GatherArgs {
  readonly dim: number;
  readonly index: Tensor;
}

const gatherOp = defineSingle<GatherArgs>(
  'gather',
  (x, { dim, index }) => wrap(x.backend.gather(x, dim, index), index.shape),
  (g, { inputs, args }) => scatterAdd(zerosLike(inputs[0]!, { dtype: g.dtype }), args.dim, args.index, g),
);

/**
 * The elements at given positions along a dimension: `out[i][j] = x[i][index[i][j]]` for `dim` 1.
 *
 * @param index - int32, as many dimensions as `x`, none but `dim` longer; the result has its shape.
 * @throws `ShapeError` when the index does not fit or holds a position out of range; `DTypeError` when it is not int32.
 * @example
 * ```ts
 * import { gather, tensor } from '@kindling/tensor-core';
 * const index = tensor([[1], [0]], { dtype: 'int32' });
 * console.log(gather(tensor([[1, 2], [3, 4]]), 1, index).tolist()); // => [ [ 2 ], [ 3 ] ]
 * ```
 */
export function gather(x: Tensor, dim: number, index: Tensor): Tensor {
  requireTensor('gather', x);
  requireTensor('gather', index, 'the index');
  if (x.ndim === 0) return reshape(gather(asVector(x), dim, asVector(index)), index.shape);
  return gatherOp(x, { dim: checkIndex('gather', x, dim, index), index });
}
