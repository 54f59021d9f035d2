import { wrong } from '@internal/arguments';
import { normalizeDim } from '../broadcast.js';
import { requireTensor } from '../checks.js';
import { tensor } from '../create/tensor.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import { Tensor } from '../tensor.js';
import { expandAlong } from './expand.js';
import { gather } from './gather.js';
import { reshape } from './reshape.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link indexSelect}. */
    indexSelect(dim: number, index: Tensor | readonly number[] | Int32Array): Tensor;
  }
}

/**
 * The entries at given positions of a dimension, in the order given: `x[index]` for `dim` 0.
 *
 * @param index - positions from 0, as int32 vector or list; they may repeat.
 * @throws `ShapeError` for a position out of range or an index that is no vector.
 * @example
 * ```ts
 * import { indexSelect, tensor } from '@kindling/tensor-core';
 * console.log(indexSelect(tensor([[1, 2], [3, 4]]), 0, [1, 1, 0]).tolist()); // => [ [ 3, 4 ], [ 3, 4 ], [ 1, 2 ] ]
 * ```
 */
export function indexSelect(x: Tensor, dim: number, index: Tensor | readonly number[] | Int32Array): Tensor {
  requireTensor('indexSelect', x);
  const at = normalizeDim('indexSelect', dim, x.ndim);
  if (!(index instanceof Tensor) && !Array.isArray(index) && !ArrayBuffer.isView(index))
    wrong(ArgumentError, 'indexSelect', 'the index', 'a Tensor or an array of whole numbers', index);
  const positions = index instanceof Tensor ? index : tensor(index, { dtype: 'int32', backend: x.backend });
  if (positions.ndim > 1)
    throw new ShapeError(`indexSelect: the index is ${formatShape(positions.shape)}, not a vector`);
  if (x.ndim === 0) return reshape(gather(x, 0, positions), []);
  return gather(x, at, expandAlong(positions, at, x.shape.with(at, positions.count)));
}
