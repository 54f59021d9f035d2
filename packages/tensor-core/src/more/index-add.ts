import { normalizeDim } from '../broadcast.js';
import { requireDType, requireNumber, requireOptions, requireTensor } from '../checks.js';
import { ShapeError } from '../errors.js';
import { expandAlong } from '../ops/expand.js';
import { asVector } from '../ops/indexing.js';
import { mul } from '../ops/mul.js';
import { reshape } from '../ops/reshape.js';
import { scatterAdd } from '../ops/scatter-add.js';
import { formatShape, sameShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

/** What the added entries are multiplied by. */
export interface IndexAddOptions {
  /** A factor of the source; default 1. */
  alpha?: number;
}

/**
 * A copy of `x` with the entries of `source` added at given positions of a dimension; positions may repeat.
 *
 * @param index - int32 [n].
 * @param source - of the shape and dtype of `x`, but `n` long in the dimension.
 * @throws `ShapeError` when shapes do not fit or a position is out of range; `DTypeError` when the index is not int32, or the source of
 * another dtype than `x`.
 * @example
 * ```ts
 * import { ones, tensor, zeros } from '@kindling/tensor-core';
 * import { indexAdd } from '@kindling/tensor-core/more';
 * const index = tensor([0, 2, 0], { dtype: 'int32' });
 * console.log(indexAdd(zeros(3, 1), 0, index, ones(3, 1)).tolist()); // => [ [ 2 ], [ 0 ], [ 1 ] ]
 * ```
 */
export function indexAdd(x: Tensor, dim: number, index: Tensor, source: Tensor, options: IndexAddOptions = {}): Tensor {
  requireTensor('indexAdd', x);
  requireTensor('indexAdd', source, 'the source');
  requireDType('indexAdd', 'the index', index, 'int32');
  requireOptions<IndexAddOptions>('indexAdd', options, { alpha: 1 });
  const { alpha = 1 } = options;
  requireNumber('indexAdd', 'alpha', alpha);
  const at = normalizeDim('indexAdd', dim, x.ndim);
  const to = asVector(x);
  const from = x.ndim === 0 ? asVector(source) : source;
  if (index.ndim > 1) throw new ShapeError(`indexAdd: the index is ${formatShape(index.shape)}, not a vector`);
  const wanted = to.shape.with(at, index.count);
  if (!sameShape(from.shape, wanted)) {
    throw new ShapeError(`indexAdd: the source must be ${formatShape(wanted)}, not ${formatShape(source.shape)}`);
  }
  const added = alpha === 1 ? from : mul(from, alpha);
  return reshape(scatterAdd(to, at, expandAlong(index, at, wanted), added), x.shape);
}
