import { requireDType, requireOptions, requireTensor, requireWhole } from '../checks.js';
import { ones, zeros } from '../create/filled.js';
import { isFloating } from '../dtype.js';
import { ArgumentError, DTypeError, ShapeError } from '../errors.js';
import { scatterAdd } from '../ops/scatter-add.js';
import { readNow } from '../read.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

/** How occurrences are counted. */
export interface BincountOptions {
  /** What each element counts, as floats of the shape of the numbers; default 1. */
  weights?: Tensor;
  /** The least length of the result; default 0. */
  minlength?: number;
}

/**
 * How often each whole number from 0 occurs, or the sum of the weights of those that do.
 *
 * @param x - int32 [n], from 0.
 * @returns [the largest number + 1, or `minlength`]: int32, or of the dtype of the weights, whose gradient flows back.
 * @throws `ShapeError` for no vector or weights of another shape; `DTypeError` when it is not int32 or the weights are no floats;
 * `ArgumentError` for a number below 0; `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { bincount } from '@kindling/tensor-core/more';
 * console.log(bincount(tensor([0, 2, 2], { dtype: 'int32' })).tolist()); // => [ 1, 0, 2 ]
 * ```
 */
export function bincount(x: Tensor, options: BincountOptions = {}): Tensor {
  requireDType('bincount', 'the input', x, 'int32');
  requireOptions<BincountOptions>('bincount', options, { weights: 1, minlength: 1 });
  const { weights, minlength = 0 } = options;
  requireWhole('bincount', 'minlength', minlength, 0);
  if (x.ndim !== 1) throw new ShapeError(`bincount: a vector is needed, not ${formatShape(x.shape)}`);
  if (weights !== undefined) checkWeights(x, weights);
  let size = minlength;
  for (const value of readNow('bincount', x)) {
    if (value < 0) throw new ArgumentError(`bincount: numbers must be 0 or more, not ${value}`);
    size = Math.max(size, value + 1);
  }
  const { backend } = x;
  const counted = weights ?? ones(x.shape, { dtype: 'int32', backend });
  return scatterAdd(zeros([size], { dtype: counted.dtype, backend }), 0, x, counted);
}

function checkWeights(x: Tensor, weights: Tensor): void {
  requireTensor('bincount', weights, 'the weights');
  if (weights.ndim !== 1 || weights.count !== x.count) {
    throw new ShapeError(
      `bincount: the weights are ${formatShape(weights.shape)}, the numbers ${formatShape(x.shape)}`,
    );
  }
  if (!isFloating(weights.dtype)) {
    throw new DTypeError(`bincount: weights must be floats, not ${weights.dtype}; convert with float()`);
  }
}
