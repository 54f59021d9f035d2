import { normalizeDim } from '../broadcast.js';
import { requireTensor } from '../checks.js';
import type { Tensor } from '../tensor.js';
import { reshape } from './reshape.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link squeeze}. */
    squeeze(dim?: number): Tensor;
    /** See {@link unsqueeze}. */
    unsqueeze(dim: number): Tensor;
  }
}

/**
 * A view without the dimensions of size 1, or without one of them; a dimension of another size stays.
 *
 * @throws `ShapeError` for a dimension out of range.
 * @example
 * ```ts
 * import { squeeze, zeros } from '@kindling/tensor-core';
 * console.log(squeeze(zeros(1, 3, 1)).shape, squeeze(zeros(1, 3, 1), 0).shape); // => [ 3 ] [ 3, 1 ]
 * ```
 */
export function squeeze(x: Tensor, dim?: number): Tensor {
  requireTensor('squeeze', x);
  const only = dim === undefined ? -1 : normalizeDim('squeeze', dim, x.ndim);
  return reshape(
    x,
    x.shape.filter((size, i) => size !== 1 || (only >= 0 && i !== only)),
  );
}

/**
 * A view with a dimension of size 1 inserted before `dim`; -1 appends it.
 *
 * @throws `ShapeError` for a position out of range.
 * @example
 * ```ts
 * import { unsqueeze, zeros } from '@kindling/tensor-core';
 * console.log(unsqueeze(zeros(3), 0).shape, unsqueeze(zeros(3), -1).shape); // => [ 1, 3 ] [ 3, 1 ]
 * ```
 */
export function unsqueeze(x: Tensor, dim: number): Tensor {
  requireTensor('unsqueeze', x);
  const at = normalizeDim('unsqueeze', dim, x.ndim + 1);
  return reshape(x, x.shape.toSpliced(at, 0, 1));
}
