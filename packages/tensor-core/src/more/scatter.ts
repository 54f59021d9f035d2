import { requireOperand, requireTensor } from '../checks.js';
import { tensor } from '../create/tensor.js';
import { DTypeError, ShapeError } from '../errors.js';
import { clamp } from '../ops/clamp.js';
import type { TensorOrNumber } from '../ops/elementwise.js';
import { ge } from '../ops/ge.js';
import { indexSelect } from '../ops/index-select.js';
import { asVector, checkIndex } from '../ops/indexing.js';
import { reshape } from '../ops/reshape.js';
import { where } from '../ops/where.js';
import { readNow } from '../read.js';
import { formatShape, rowMajorStrides } from '../shape.js';
import type { Tensor } from '../tensor.js';

/**
 * A copy of `x` with elements of `source` written at given positions: at `[i][index[i][j]]` for `dim` 1. Where a position repeats,
 * the last one stays, and gets the gradient.
 *
 * @param index - int32, as many dimensions as `x`, none but `dim` longer.
 * @param source - of the shape of `index`, or larger; or a number for all.
 * @throws `ShapeError` when shapes do not fit or a position is out of range; `DTypeError` when the index is not int32, or the source of
 * another dtype than `x`; `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { tensor, zeros } from '@kindling/tensor-core';
 * import { scatter } from '@kindling/tensor-core/more';
 * const index = tensor([[2], [0]], { dtype: 'int32' });
 * console.log(scatter(zeros(2, 3), 1, index, 1).tolist()); // => [ [ 0, 0, 1 ], [ 1, 0, 0 ] ]
 * ```
 */
export function scatter(x: Tensor, dim: number, index: Tensor, source: TensorOrNumber): Tensor {
  requireTensor('scatter', x);
  requireTensor('scatter', index, 'the index');
  requireOperand('scatter', source, 'the source');
  const [to, places] = [asVector(x), x.ndim === 0 ? asVector(index) : index];
  const at = checkIndex('scatter', to, dim, places);
  const from = typeof source === 'number' ? null : x.ndim === 0 ? asVector(source) : source;
  if (from !== null) checkSource(x, places, from);
  if (places.count === 0) return x.clone();
  const written = reshape(tensor(sourcesOf(to, at, places, from), { dtype: 'int32', backend: x.backend }), [-1]);
  const flat = reshape(to, [-1]);
  const value = from === null ? (source as number) : indexSelect(reshape(from, [-1]), 0, clamp(written, 0));
  const chosen = where(ge(written, 0), value, flat);
  return reshape(chosen.dtype === x.dtype ? chosen : chosen.to(x.dtype), x.shape);
}

/** For each element of the result where in the source it comes from; -1 for none. */
function sourcesOf(x: Tensor, dim: number, index: Tensor, source: Tensor | null): Int32Array {
  const [to, from] = [rowMajorStrides(x.shape), rowMajorStrides((source ?? index).shape)];
  const strides = rowMajorStrides(index.shape);
  const result = new Int32Array(x.count).fill(-1);
  for (const [i, place] of readNow('scatter', index).entries()) {
    let [target, origin] = [place * to[dim]!, 0];
    for (let d = 0; d < strides.length; d++) {
      const position = Math.floor(i / strides[d]!) % index.shape[d]!;
      origin += position * from[d]!;
      if (d !== dim) target += position * to[d]!;
    }
    result[target] = origin;
  }
  return result;
}

function checkSource(x: Tensor, index: Tensor, source: Tensor): void {
  if (source.ndim !== index.ndim || index.shape.some((size, i) => size > source.shape[i]!)) {
    throw new ShapeError(
      `scatter: the source ${formatShape(source.shape)} does not cover the index ${formatShape(index.shape)}`,
    );
  }
  if (source.dtype !== x.dtype) {
    throw new DTypeError(`scatter: the source is ${source.dtype}, the tensor ${x.dtype}; convert one of them`);
  }
}
