import type { Normalization, View } from '@kindling/tensor-core/backend';
import { type UsualKernels, type Wrap, wrapNormalized, wrapWanted } from '../fused.js';
import * as plain from '../kernels/fused.js';
import { activationBackward, FAST_ACTIVATION } from './elementwise.js';
import type { Engines } from './engines.js';
import { linearBackward } from './linear-backward.js';
import { loss, lossBackward } from './loss.js';
import { linear } from './matmul.js';
import { groupsAtOnce, normalize, normalizeBackward } from './normalize.js';
import { adam, sgd } from './optimizers.js';
import { softmax } from './softmax.js';

/** The fused kernels in WebAssembly, and the plain ones for what they do not take. */
export function wasmFused(engines: Engines, wrap: Wrap): UsualKernels {
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
  };
}

/** Whether a view is of a kind that the kernels take, and large enough (by measurement) for them to be faster. */
function takes(x: View, size: number): boolean {
  return x.dtype === 'float32' && x.dense && x.count >= size;
}
