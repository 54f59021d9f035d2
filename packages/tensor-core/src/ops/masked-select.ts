import { broadcastShapes } from '../broadcast.js';
import { requireDType, requireOptions, requireTensor } from '../checks.js';
import { tensor } from '../create/tensor.js';
import { ShapeError } from '../errors.js';
import { readNow } from '../read.js';
import { formatShape, rowMajorStrides, sameShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { expand } from './expand.js';
import { indexSelect } from './index-select.js';
import { asVector } from './indexing.js';
import { reshape } from './reshape.js';
import { unbind } from './select.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link maskedSelect}. */
    maskedSelect(mask: Tensor): Tensor;
    /**
     * The rows at which a mask is true: PyTorch's `x[mask]`. The gradient flows back to the rows chosen.
     *
     * @param mask - bool, of the shape of `x` or of its first dimensions.
     */
    at(mask: Tensor): Tensor;
    /** See {@link nonzero}. */
    nonzero(options?: { asTuple?: false }): Tensor;
    nonzero(options: { asTuple: true }): Tensor[];
  }
}

/**
 * The elements at which a mask is true, in row-major order; `x.at(mask)` gives rows.
 *
 * @param mask - bool; its shape broadcasts with that of `x`.
 * @returns a vector.
 * @throws `DTypeError` when the mask is not bool; `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { gt, maskedSelect, tensor } from '@kindling/tensor-core';
 * const x = tensor([[1, 5], [7, 2]]);
 * console.log(maskedSelect(x, gt(x, 1)).tolist()); // => [ 5, 7, 2 ]
 * ```
 */
export function maskedSelect(x: Tensor, mask: Tensor): Tensor {
  requireTensor('maskedSelect', x);
  requireTensor('maskedSelect', mask, 'the mask');
  requireDType('maskedSelect', 'the mask', mask, 'bool');
  const shape = broadcastShapes('maskedSelect', x.shape, mask.shape);
  return indexSelect(reshape(expand(x, shape), [-1]), 0, positionsOf('maskedSelect', expand(mask, shape)));
}

/**
 * The indices of the elements that are not 0, in row-major order.
 *
 * @param options - `asTuple`: a vector a dimension instead of one tensor.
 * @returns int32 [count, dimensions]; as a tuple int32 [count] for each dimension, for a scalar as for a vector of one.
 * @throws `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { nonzero, tensor } from '@kindling/tensor-core';
 * console.log(nonzero(tensor([[0, 5], [7, 0]])).tolist()); // => [ [ 0, 1 ], [ 1, 0 ] ]
 * ```
 */
export function nonzero(x: Tensor, options?: { asTuple?: false }): Tensor;
export function nonzero(x: Tensor, options: { asTuple: true }): Tensor[];
export function nonzero(x: Tensor, options: { asTuple?: boolean }): Tensor | Tensor[];
export function nonzero(x: Tensor, options: { asTuple?: boolean } = {}): Tensor | Tensor[] {
  requireTensor('nonzero', x);
  requireOptions('nonzero', options, { asTuple: 1 });
  if (options.asTuple === true) return unbind(nonzero(asVector(x)), 1);
  const strides = rowMajorStrides(x.shape);
  const rows = Array.from(positionsOf('nonzero', x), (position) =>
    strides.map((stride, dim) => Math.floor(position / stride) % x.shape[dim]!),
  );
  return reshape(tensor(rows.flat(), { dtype: 'int32', backend: x.backend }), [rows.length, x.ndim]);
}

/** @internal The method `at`. */
export function at(x: Tensor, mask: Tensor): Tensor {
  requireDType('at', 'the mask', mask, 'bool');
  const rest = x.shape.slice(mask.ndim);
  if (!sameShape(mask.shape, x.shape.slice(0, mask.ndim))) {
    throw new ShapeError(`at: a mask ${formatShape(mask.shape)} does not cover rows of ${formatShape(x.shape)}`);
  }
  return indexSelect(reshape(x, [mask.count, ...rest]), 0, positionsOf('at', mask));
}

function positionsOf(name: string, x: Tensor): Int32Array {
  const values = readNow(name, x);
  const positions: number[] = [];
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) positions.push(i);
  return Int32Array.from(positions);
}
