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

/** What every page has: `more/` has the rest. */
export type UsualKernels = Pick<
  FusedKernels,
  | 'linear'
  | 'linearBackward'
  | 'softmax'
  | 'logSoftmax'
  | 'activationBackward'
  | 'loss'
  | 'lossBackward'
  | 'normalize'
  | 'normalizeBackward'
  | 'sgd'
  | 'adam'
>;

/** The fused kernels in plain TypeScript. */
export function plainFused(wrap: Wrap): UsualKernels {
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
  };
}
