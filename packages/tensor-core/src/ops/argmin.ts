import { keepdimOf, requireTensor } from '../checks.js';
import { type Tensor, wrap } from '../tensor.js';
import { type KeepdimOptions, planChoice } from './reduction.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link argmin}. */
    argmin(dim?: number, options?: KeepdimOptions): Tensor;
  }
}

/**
 * The position of the first smallest element (NaN wins), in the flattened tensor or along a dimension.
 *
 * @param x - any shape.
 * @returns int32.
 * @throws `ShapeError` when there is nothing to choose from, or the dimension is out of range.
 * @example
 * ```ts
 * import { argmin, tensor } from '@kindling/tensor-core';
 * console.log(String(argmin(tensor([[1, 5], [7, 2]]), 1))); // => tensor([0, 1], dtype=torch.int32)
 * ```
 */
export function argmin(x: Tensor, dim?: number, options: KeepdimOptions = {}): Tensor {
  requireTensor('argmin', x);
  const plan = planChoice('argmin', x, dim, keepdimOf('argmin', options));
  return wrap(x.backend.argReduce('min', plan.view, plan.keep), plan.shape);
}
