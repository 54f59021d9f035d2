import { requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { Tensor } from '../tensor.js';
import { convert } from './cast.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link clone}. */
    clone(): Tensor;
    /** See {@link contiguous}. */
    contiguous(): Tensor;
    /** See {@link detach}. */
    detach(): Tensor;
  }
}

const cloneOp = defineSingle<undefined>(
  'clone',
  (x) => convert(x, x.dtype),
  (g) => g,
);

/**
 * A copy with memory of its own, through which gradients flow.
 *
 * @example
 * ```ts
 * import { clone, tensor } from '@kindling/tensor-core';
 * const x = tensor([1, 2]);
 * clone(x).zero_();
 * console.log(x.tolist()); // => [ 1, 2 ]
 * ```
 */
export function clone(x: Tensor): Tensor {
  requireTensor('clone', x);
  return cloneOp(x, undefined);
}

/**
 * The tensor itself where its elements lie in row-major order, else a copy in which they do.
 *
 * @example
 * ```ts
 * import { contiguous, zeros } from '@kindling/tensor-core';
 * console.log(contiguous(zeros(2, 3).t()).strides); // => [ 2, 1 ]
 * ```
 */
export function contiguous(x: Tensor): Tensor {
  requireTensor('contiguous', x);
  return x.dense ? x : clone(x);
}

/**
 * The same elements without history: a view that autograd does not follow.
 *
 * @example
 * ```ts
 * import { detach, ones } from '@kindling/tensor-core';
 * console.log(detach(ones([2], { requiresGrad: true })).requiresGrad); // => false
 * ```
 */
export function detach(x: Tensor): Tensor {
  requireTensor('detach', x);
  return new Tensor(x.buffer, x.shape, x.strides, x.offset, x.count, x.dense);
}
