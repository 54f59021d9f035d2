import { requireTensor } from '../checks.js';
import { defineOp } from '../define-op.js';
import { DTypeError, ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import { type Tensor, wrap } from '../tensor.js';
import { gather } from './gather.js';
import { asVector, checkIndex } from './indexing.js';
import { reshape } from './reshape.js';
import { narrow } from './slice.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link scatterAdd}. */
    scatterAdd(dim: number, index: Tensor, source: Tensor): Tensor;
  }
}

interface ScatterArgs {
  readonly dim: number;
  readonly index: Tensor;
}

const scatterAddOp = defineOp<ScatterArgs>({
  name: 'scatterAdd',
  forward: ([x, source], { dim, index }) => wrap(x!.backend.scatterAdd(x!, dim, index, source!), x!.shape),
  backward: [(g) => g, (g, { args }) => gather(g, args.dim, args.index)],
});

/**
 * A copy of `x` with elements of `source` added at given positions: at `[i][index[i][j]]` for `dim` 1.
 *
 * @param index - int32, as many dimensions as `x`, none but `dim` longer.
 * @param source - of the shape of `index`, or larger.
 * @throws `ShapeError` when shapes do not fit or a position is out of range; `DTypeError` when the index is not int32, or the source of
 * another dtype than `x`.
 * @example
 * ```ts
 * import { scatterAdd, tensor, zeros } from '@kindling/tensor-core';
 * const index = tensor([0, 2, 0], { dtype: 'int32' });
 * console.log(scatterAdd(zeros(3), 0, index, tensor([1, 2, 3])).tolist()); // => [ 4, 0, 2 ]
 * ```
 */
export function scatterAdd(x: Tensor, dim: number, index: Tensor, source: Tensor): Tensor {
  requireTensor('scatterAdd', x);
  requireTensor('scatterAdd', index, 'the index');
  requireTensor('scatterAdd', source, 'the source');
  if (x.ndim === 0) {
    const [one, places, values] = [x, index, source].map(asVector) as [Tensor, Tensor, Tensor];
    return reshape(scatterAdd(one, dim, places, values), []);
  }
  const at = checkIndex('scatterAdd', x, dim, index);
  if (source.ndim !== index.ndim || index.shape.some((size, i) => size > source.shape[i]!)) {
    throw new ShapeError(
      `scatterAdd: the source ${formatShape(source.shape)} does not cover the index ${formatShape(index.shape)}`,
    );
  }
  if (source.dtype !== x.dtype) {
    throw new DTypeError(`scatterAdd: the source is ${source.dtype}, the tensor ${x.dtype}; convert one of them`);
  }
  const covered = index.shape.reduce(
    (part, size, i) => (part.shape[i] === size ? part : narrow(part, i, 0, size)),
    source,
  );
  return scatterAddOp([x, covered], { dim: at, index });
}
