import type { FusedKernels, View } from '@kindling/tensor-core/backend';
import type { Wrap } from '../fused.js';
import { adamParameter } from '../kernels/adam.js';
import { sgdParameter } from '../kernels/sgd.js';
import { activationBackward, FAST_ACTIVATION } from './elementwise.js';
import type { Engine } from './engine.js';
import { linearBackward } from './linear-backward.js';
import { loss, lossBackward } from './loss.js';
import { linear } from './matmul.js';
import { normalize, normalizeBackward } from './normalize.js';
import { adam, sgd } from './optimizers.js';
import { softmax } from './softmax.js';

/** The fused kernels in WebAssembly, and the plain ones for what they do not take. */
export function wasmFused(engine: Engine, plain: FusedKernels, wrap: Wrap): FusedKernels {
  return {
    linear(x, weight, bias, activation) {
      if (x.dtype !== 'float32') return plain.linear(x, weight, bias, activation);
      return wrap('float32', linear(engine, x, weight, bias, activation));
    },
    linearBackward(grad, x, weight, y, activation, wanted) {
      if (grad.dtype !== 'float32') return plain.linearBackward(grad, x, weight, y, activation, wanted);
      const made = linearBackward(engine, grad, x, weight, y, activation, wanted);
      return made?.map((values) => values && wrap('float32', values)) ?? null;
    },
    softmax(x) {
      return takes(x, 8) ? wrap('float32', softmax(engine, x, false)) : plain.softmax(x);
    },
    logSoftmax(x) {
      return takes(x, 8) ? wrap('float32', softmax(engine, x, true)) : plain.logSoftmax(x);
    },
    activationBackward(activation, grad, y) {
      if (!takes(y, FAST_ACTIVATION) || !grad.dense) return plain.activationBackward(activation, grad, y);
      return wrap('float32', activationBackward(engine, activation, grad, y));
    },
    loss(kind, x, target, reduction) {
      if (!takes(x, 8) || !target.dense) return plain.loss(kind, x, target, reduction);
      return wrap('float32', loss(engine, kind, x, target, reduction));
    },
    lossBackward(kind, grad, x, target, reduction) {
      if (!takes(x, 8) || !target.dense || !grad.dense) return plain.lossBackward(kind, grad, x, target, reduction);
      return wrap('float32', lossBackward(engine, kind, grad, x, target, reduction));
    },
    normalize(x, weight, bias, how) {
      if (x.dtype !== 'float32' || x.size > engine.limit) return plain.normalize(x, weight, bias, how);
      const { y, mean, variance } = normalize(engine, x, weight, bias, how);
      return { y: wrap('float32', y), mean: wrap('float32', mean), variance: wrap('float32', variance) };
    },
    normalizeBackward(grad, x, weight, how, wanted) {
      if (x.dtype !== 'float32' || x.size > engine.limit) return plain.normalizeBackward(grad, x, weight, how, wanted);
      const made = normalizeBackward(engine, grad, x, weight, how, wanted);
      return made.map((values) => values && wrap('float32', values));
    },
    sgd(step) {
      step.params.forEach((param, j) => {
        if (takes(param, 64)) sgd(engine, step, j);
        else sgdParameter(step, j);
      });
    },
    adam(step) {
      step.params.forEach((param, j) => {
        if (takes(param, 32)) adam(engine, step, j);
        else adamParameter(step, j);
      });
    },
  };
}

/** Whether a view is of a kind that the kernels take, and large enough (by measurement) for them to be faster. */
function takes(x: View, size: number): boolean {
  return x.dtype === 'float32' && x.dense && x.size >= size;
}
