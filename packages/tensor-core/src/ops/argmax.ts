import { keepdimOf, requireTensor } from '../checks.js';
import { type Tensor, wrap } from '../tensor.js';
import { type KeepdimOptions, planChoice } from './reduction.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link argmax}. */
    argmax(dim?: number, options?: KeepdimOptions): Tensor;
  }
}

/**
 * The position of the first largest element (NaN wins), in the flattened tensor or along a dimension.
 *
 * @param x - any shape.
 * @returns int32.
 * @throws `ShapeError` when there is nothing to choose from, or the dimension is out of range.
 * @example
 * ```ts
 * import { argmax, tensor } from '@kindling/tensor-core';
 * console.log(String(argmax(tensor([[1, 5], [7, 2]]), 1))); // => tensor([1, 0], dtype=torch.int32)
 * ```
 */
export function argmax(x: Tensor, dim?: number, options: KeepdimOptions = {}): Tensor {
  requireTensor('argmax', x);
  const plan = planChoice('argmax', x, dim, keepdimOf('argmax', options));
  return wrap(x.backend.argReduce('max', plan.view, plan.keep), plan.shape);
}
