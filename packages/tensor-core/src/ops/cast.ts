import { requireKnownDType, requireOptions, requireTensor } from '../checks.js';
import { requireSupport } from '../current-backend.js';
import { defineSingle } from '../define-op.js';
import type { DType } from '../dtype.js';
import { type Tensor, wrap } from '../tensor.js';

declare module '../tensor.js' {
  interface Tensor {
    /** This tensor as float32; see {@link cast}. */
    float(): Tensor;
    /** This tensor as float64; see {@link cast}. */
    double(): Tensor;
    /** This tensor as int32, fractions cut off; see {@link cast}. */
    int(): Tensor;
    /** This tensor as bool, true where it is not 0; see {@link cast}. */
    bool(): Tensor;
  }
}

/** @internal An untracked conversion. */
export function convert(x: Tensor, dtype: DType): Tensor {
  requireSupport(x.backend, dtype);
  return wrap(x.backend.copy(x, dtype), x.shape);
}

// The engine converts the gradient back to the dtype of the input.
const castOp = defineSingle<DType>('cast', convert, (g) => g);

/**
 * A tensor with its elements converted to another dtype; itself where it has that dtype already.
 *
 * @param x - any shape.
 * @throws `BackendError` when the backend has no such dtype.
 * @example
 * ```ts
 * import { cast, tensor } from '@kindling/tensor-core';
 * console.log(String(cast(tensor([1.7, -1.7]), 'int32'))); // => tensor([ 1, -1], dtype=torch.int32)
 * ```
 */
export function cast(x: Tensor, dtype: DType): Tensor {
  requireTensor('cast', x);
  if (x.dtype === dtype) return x;
  requireKnownDType('cast', dtype);
  return castOp(x, dtype);
}

/** @internal A tensor as the one option that some operations take says. */
export function withDType(name: string, x: Tensor, options: { dtype?: DType }): Tensor {
  requireOptions(name, options, { dtype: 1 });
  return options.dtype === undefined ? x : cast(x, options.dtype);
}
