import type { Buffer, DType, FusedKernels, TypedArray } from '@kindling/tensor-core/backend';
import { activationBackward } from './kernels/activation.js';
import { adam } from './kernels/adam.js';
import { linear } from './kernels/linear.js';
import { linearBackward } from './kernels/linear-backward.js';
import { loss, lossBackward } from './kernels/loss.js';
import { normalize, normalizeBackward } from './kernels/normalize.js';
import { sgd } from './kernels/sgd.js';
import { logSoftmax, softmax } from './kernels/softmax.js';
import { fold, unfold } from './kernels/windows.js';

/** Makes a buffer of a kernel's result. */
export type Wrap = (dtype: DType, values: TypedArray) => Buffer;

/** What there is in plain TypeScript: a convolution in it is composed of `unfold` and a product. */
export type PlainKernels = Omit<FusedKernels, 'conv2d' | 'conv2dInputGradient' | 'conv2dWeightGradient'>;

/** The fused kernels in plain TypeScript. */
export function plainFused(wrap: Wrap): PlainKernels {
  return {
    linear: (x, weight, bias, activation) => wrap(x.dtype, linear(x, weight, bias, activation)),
    linearBackward: (grad, x, weight, y, activation, wanted) =>
      linearBackward(grad, x, weight, y, activation, wanted).map((values) => values && wrap(grad.dtype, values)),
    softmax: (x) => wrap(x.dtype, softmax(x)),
    logSoftmax: (x) => wrap(x.dtype, logSoftmax(x)),
    activationBackward: (activation, grad, y) => wrap(y.dtype, activationBackward(activation, grad, y)),
    loss: (kind, x, target, reduction) => wrap(x.dtype, loss(kind, x, target, reduction)),
    lossBackward: (kind, grad, x, target, reduction) => wrap(x.dtype, lossBackward(kind, grad, x, target, reduction)),
    normalize(x, weight, bias, how) {
      const { y, mean, variance } = normalize(x, weight, bias, how);
      return { y: wrap(x.dtype, y), mean: wrap(x.dtype, mean), variance: wrap(x.dtype, variance) };
    },
    normalizeBackward: (grad, x, weight, how, wanted) =>
      normalizeBackward(grad, x, weight, how, wanted).map((values) => values && wrap(x.dtype, values)),
    sgd,
    adam,
    unfold: (x, windows) => wrap(x.dtype, unfold(x, windows)),
    fold: (columns, shape, windows) => wrap(columns.dtype, fold(columns, shape, windows)),
  };
}
