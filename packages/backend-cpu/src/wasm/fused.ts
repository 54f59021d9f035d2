import type { FusedKernels, Normalization, View } from '@kindling/tensor-core/backend';
import { type Wrap, wrapChosen, wrapNormalized, wrapWanted } from '../fused.js';
import * as plain from '../kernels/fused.js';
import { activationBackward, FAST_ACTIVATION } from './elementwise.js';
import type { Engines } from './engines.js';
import { linearBackward } from './linear-backward.js';
import { loss, lossBackward } from './loss.js';
import { linear } from './matmul.js';
import { groupsAtOnce, normalize, normalizeBackward } from './normalize.js';
import { adam, sgd } from './optimizers.js';
import { maxPool2d } from './pool2d.js';
import { softmax } from './softmax.js';
import { conv2d, conv2dInputGradient, conv2dWeightGradient, unfold } from './windows.js';

/** The fused kernels in WebAssembly, and the plain ones for what they do not take. */
export function wasmFused(engines: Engines, wrap: Wrap): FusedKernels {
  const { small } = engines;
  /** Whether a view is of a kind that the kernels take, in groups that are small enough to be in the memory. */
  const fits = (x: View, how: Normalization): boolean => x.dtype === 'float32' && groupsAtOnce(small, how) > 0;
  const takesRows = (x: View): boolean => takes(x, 8) && x.shape.at(-1)! <= small.sizes.limit;
  return {
    linear(x, weight, bias, activation) {
      if (x.dtype !== 'float32') return wrap(plain.linear(x, weight, bias, activation));
      const engine = engines.forProduct(x.count * weight.shape[0]!, weight);
      return wrap(linear(engine, x, weight, bias, activation));
    },
    linearBackward(grad, x, weight, y, activation, wanted) {
      if (grad.dtype !== 'float32')
        return wrapWanted(wrap, plain.linearBackward(grad, x, weight, y, activation, wanted));
      const engine = engines.forProduct(grad.count * weight.shape[1]!, weight);
      return linearBackward(engine, grad, x, weight, y, activation, wanted, wrap);
    },
    softmax: (x) => wrap(takesRows(x) ? softmax(small, x, false) : plain.softmax(x)),
    logSoftmax: (x) => wrap(takesRows(x) ? softmax(small, x, true) : plain.logSoftmax(x)),
    activationBackward: (activation, grad, y) =>
      wrap(
        takes(y, FAST_ACTIVATION) && grad.dense
          ? activationBackward(small, activation, grad, y)
          : plain.activationBackward(activation, grad, y),
      ),
    loss: (kind, x, target, reduction) =>
      wrap(
        takes(x, 8) && target.dense ? loss(small, kind, x, target, reduction) : plain.loss(kind, x, target, reduction),
      ),
    lossBackward: (kind, grad, x, target, reduction) =>
      wrap(
        takes(x, 8) && target.dense && grad.dense
          ? lossBackward(small, kind, grad, x, target, reduction)
          : plain.lossBackward(kind, grad, x, target, reduction),
      ),
    normalize: (x, weight, bias, how) =>
      wrapNormalized(
        wrap,
        fits(x, how) ? normalize(small, x, weight, bias, how) : plain.normalize(x, weight, bias, how),
      ),
    normalizeBackward: (grad, x, weight, how, wanted) =>
      wrapWanted(
        wrap,
        fits(x, how)
          ? normalizeBackward(small, grad, x, weight, how, wanted)
          : plain.normalizeBackward(grad, x, weight, how, wanted),
      ),
    sgd(step) {
      step.params.forEach((param, j) => {
        if (takes(param, 64)) sgd(engines.of(param), step, j);
        else plain.sgd(step, j);
      });
    },
    adam(step) {
      step.params.forEach((param, j) => {
        if (takes(param, 32)) adam(engines.of(param), step, j);
        else plain.adam(step, j);
      });
    },
    unfold: (x, windows) =>
      wrap(x.dtype === 'float32' ? unfold(small, x, x.shape, windows, false) : plain.unfold(x, windows)),
    fold: (columns, shape, windows) =>
      wrap(
        columns.dtype === 'float32'
          ? unfold(small, columns, shape, windows, true)
          : plain.fold(columns, shape, windows),
      ),
    maxPool2d(x, rows, columns) {
      const made = x.dtype === 'float32' ? maxPool2d(small, x, rows, columns) : null;
      return wrapChosen(wrap, made ?? plain.maxPool2d(x, rows, columns));
    },
    maxPool2dBackward: (...args) => wrap(plain.maxPool2dBackward(...args)),
    avgPool2d: (...args) => wrap(plain.avgPool2d(...args)),
    avgPool2dBackward: (...args) => wrap(plain.avgPool2dBackward(...args)),
    conv2d: (...args) => wrap(conv2d(engines, ...args)),
    conv2dInputGradient: (...args) => wrap(conv2dInputGradient(engines, ...args)),
    conv2dWeightGradient: (...args) => wrap(conv2dWeightGradient(engines, ...args)),
  };
}

/** Whether a view is of a kind that the kernels take, and large enough (by measurement) for them to be faster. */
function takes(x: View, size: number): boolean {
  return x.dtype === 'float32' && x.dense && x.count >= size;
}
