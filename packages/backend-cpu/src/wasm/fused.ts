import type { FusedKernels, View } from '@kindling/tensor-core/backend';
import type { PlainKernels, Wrap } from '../fused.js';
import { adamParameter } from '../kernels/adam.js';
import { sgdParameter } from '../kernels/sgd.js';
import { activationBackward } from './elementwise.js';
import type { Engine } from './engine.js';
import { linear } from './matmul.js';
import { adam, sgd } from './optimizers.js';
import { softmax } from './softmax.js';
import { conv2d, conv2dInputGradient, conv2dWeightGradient, unfold } from './windows.js';

/** The fused kernels in WebAssembly, and the plain ones for what they do not take. */
export function wasmFused(engine: Engine, plain: PlainKernels, wrap: Wrap): FusedKernels {
  return {
    linear(x, weight, bias, activation) {
      if (x.dtype !== 'float32') return plain.linear(x, weight, bias, activation);
      return wrap('float32', linear(engine, x, weight, bias, activation));
    },
    softmax(x) {
      return takes(x, 8) ? wrap('float32', softmax(engine, x, false)) : plain.softmax(x);
    },
    logSoftmax(x) {
      return takes(x, 8) ? wrap('float32', softmax(engine, x, true)) : plain.logSoftmax(x);
    },
    activationBackward(activation, grad, y) {
      if (!takes(y, 64) || !grad.dense) return plain.activationBackward(activation, grad, y);
      return wrap('float32', activationBackward(engine, activation, grad, y));
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
    unfold(x, windows) {
      if (x.dtype !== 'float32') return plain.unfold(x, windows);
      return wrap('float32', unfold(engine, x, x.shape, windows, false));
    },
    fold(columns, shape, windows) {
      if (columns.dtype !== 'float32') return plain.fold(columns, shape, windows);
      return wrap('float32', unfold(engine, columns, shape, windows, true));
    },
    conv2d: (...args) => wrap('float32', conv2d(engine, ...args)),
    conv2dInputGradient: (...args) => wrap('float32', conv2dInputGradient(engine, ...args)),
    conv2dWeightGradient: (...args) => wrap('float32', conv2dWeightGradient(engine, ...args)),
  };
}

/** Whether a view is of a kind that the kernels take, and large enough (by measurement) for them to be faster. */
function takes(x: View, size: number): boolean {
  return x.dtype === 'float32' && x.dense && x.size >= size;
}
