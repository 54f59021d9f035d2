import type { Buffer, FusedKernels, TypedArray } from '@kindling/tensor-core/backend';
import * as plain from './kernels/fused.js';

/** Makes a buffer of a kernel's result. */
export type Wrap = (values: TypedArray) => Buffer;

/** Makes buffers of the results that were wanted. */
export function wrapWanted(wrap: Wrap, made: (TypedArray | null)[]): (Buffer | null)[] {
  return made.map((values) => values && wrap(values));
}

/** Makes buffers of what a normalization gives. */
export function wrapNormalized(wrap: Wrap, { y, mean, variance }: plain.Normalized) {
  return { y: wrap(y), mean: wrap(mean), variance: wrap(variance) };
}

/** Makes buffers of the largest elements of windows and of where they are. */
export function wrapChosen(wrap: Wrap, { values, indices }: plain.Chosen) {
  return { values: wrap(values), indices: wrap(indices) };
}

/** What there is in plain TypeScript: a convolution in it is composed of `unfold` and a product. */
export type PlainKernels = Omit<FusedKernels, 'conv2d' | 'conv2dInputGradient' | 'conv2dWeightGradient'>;

/** The fused kernels in plain TypeScript. */
export function plainFused(wrap: Wrap): PlainKernels {
  /** A kernel whose result becomes a buffer. */
  const wrapped =
    <Args extends unknown[]>(kernel: (...args: Args) => TypedArray) =>
    (...args: Args): Buffer =>
      wrap(kernel(...args));
  return {
    linear: wrapped(plain.linear),
    linearBackward: (...args) => wrapWanted(wrap, plain.linearBackward(...args)),
    softmax: wrapped(plain.softmax),
    logSoftmax: wrapped(plain.logSoftmax),
    activationBackward: wrapped(plain.activationBackward),
    loss: wrapped(plain.loss),
    lossBackward: wrapped(plain.lossBackward),
    normalize: (...args) => wrapNormalized(wrap, plain.normalize(...args)),
    normalizeBackward: (...args) => wrapWanted(wrap, plain.normalizeBackward(...args)),
    sgd(step) {
      for (let j = 0; j < step.params.length; j++) plain.sgd(step, j);
    },
    adam(step) {
      for (let j = 0; j < step.params.length; j++) plain.adam(step, j);
    },
    unfold: wrapped(plain.unfold),
    fold: wrapped(plain.fold),
    maxPool2d: (...args) => wrapChosen(wrap, plain.maxPool2d(...args)),
    maxPool2dBackward: wrapped(plain.maxPool2dBackward),
    avgPool2d: wrapped(plain.avgPool2d),
    avgPool2dBackward: wrapped(plain.avgPool2dBackward),
  };
}
