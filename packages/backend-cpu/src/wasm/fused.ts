import type { FusedKernels, View } from '@kindling/tensor-core/backend';
import type { PlainKernels, Wrap } from '../fused.js';
import { adamParameter } from '../kernels/adam.js';
import { sgdParameter } from '../kernels/sgd.js';
import { activationBackward, FAST_ACTIVATION } from './elementwise.js';
import type { Engines } from './engines.js';
import { linearBackward } from './linear-backward.js';
import { loss, lossBackward } from './loss.js';
import { linear } from './matmul.js';
import { normalize, normalizeBackward } from './normalize.js';
import { adam, sgd } from './optimizers.js';
import { softmax } from './softmax.js';
import { conv2d, conv2dInputGradient, conv2dWeightGradient, unfold } from './windows.js';

/** The fused kernels in WebAssembly, and the plain ones for what they do not take. */
export function wasmFused(engines: Engines, plain: PlainKernels, wrap: Wrap): FusedKernels {
  const { small } = engines;
  return {
    linear(x, weight, bias, activation) {
      if (x.dtype !== 'float32') return plain.linear(x, weight, bias, activation);
      const engine = engines.forProduct(x.size * weight.shape[0]!, weight);
      return wrap('float32', linear(engine, x, weight, bias, activation));
    },
    linearBackward(grad, x, weight, y, activation, wanted) {
      if (grad.dtype !== 'float32') return plain.linearBackward(grad, x, weight, y, activation, wanted);
      const engine = engines.forProduct(grad.size * weight.shape[1]!, weight);
      return linearBackward(engine, grad, x, weight, y, activation, wanted, wrap);
    },
    softmax(x) {
      return takes(x, 8) ? wrap('float32', softmax(small, x, false)) : plain.softmax(x);
    },
    logSoftmax(x) {
      return takes(x, 8) ? wrap('float32', softmax(small, x, true)) : plain.logSoftmax(x);
    },
    activationBackward(activation, grad, y) {
      if (!takes(y, FAST_ACTIVATION) || !grad.dense) return plain.activationBackward(activation, grad, y);
      return wrap('float32', activationBackward(small, activation, grad, y));
    },
    loss(kind, x, target, reduction) {
      if (!takes(x, 8) || !target.dense) return plain.loss(kind, x, target, reduction);
      return wrap('float32', loss(small, kind, x, target, reduction));
    },
    lossBackward(kind, grad, x, target, reduction) {
      if (!takes(x, 8) || !target.dense || !grad.dense) return plain.lossBackward(kind, grad, x, target, reduction);
      return wrap('float32', lossBackward(small, kind, grad, x, target, reduction));
    },
    normalize(x, weight, bias, how) {
      if (x.dtype !== 'float32' || x.size > small.sizes.limit) return plain.normalize(x, weight, bias, how);
      const { y, mean, variance } = normalize(small, x, weight, bias, how);
      return { y: wrap('float32', y), mean: wrap('float32', mean), variance: wrap('float32', variance) };
    },
    normalizeBackward(grad, x, weight, how, wanted) {
      if (x.dtype !== 'float32' || x.size > small.sizes.limit)
        return plain.normalizeBackward(grad, x, weight, how, wanted);
      const made = normalizeBackward(small, grad, x, weight, how, wanted);
      return made.map((values) => values && wrap('float32', values));
    },
    sgd(step) {
      step.params.forEach((param, j) => {
        if (takes(param, 64)) sgd(engines.of(param), step, j);
        else sgdParameter(step, j);
      });
    },
    adam(step) {
      step.params.forEach((param, j) => {
        if (takes(param, 32)) adam(engines.of(param), step, j);
        else adamParameter(step, j);
      });
    },
    unfold(x, windows) {
      if (x.dtype !== 'float32') return plain.unfold(x, windows);
      return wrap('float32', unfold(small, x, x.shape, windows, false));
    },
    fold(columns, shape, windows) {
      if (columns.dtype !== 'float32') return plain.fold(columns, shape, windows);
      return wrap('float32', unfold(small, columns, shape, windows, true));
    },
    conv2d: (...args) => wrap('float32', conv2d(small, ...args)),
    conv2dInputGradient: (...args) => wrap('float32', conv2dInputGradient(small, ...args)),
    conv2dWeightGradient: (...args) => wrap('float32', conv2dWeightGradient(small, ...args)),
  };
}

/** Whether a view is of a kind that the kernels take, and large enough (by measurement) for them to be faster. */
function takes(x: View, size: number): boolean {
  return x.dtype === 'float32' && x.dense && x.size >= size;
}
