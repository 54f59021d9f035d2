import type { FusedKernels, Operand, View } from '@kindling/tensor-core/backend';
import type { UsualKernels, Wrap } from '../../fused.js';
import { allocateFloats } from '../../memory.js';
import type { Engine } from '../../wasm/engine.js';
import type { Engines } from '../../wasm/engines.js';
import { erf } from './elementwise.js';
import { optimize } from './optimizers.js';
import { softmax, softmaxBackward } from './softmax.js';

/** From this many elements on these kernels are faster than the usual ones; measured. */
const LEAST = 512;

/** The engine in which one of the operands stays, threads' before the other. */
export function engineOf(engines: Engines, ...operands: readonly Operand[]): Engine {
  for (const x of operands) {
    if (typeof x === 'number') continue;
    const engine = engines.of(x);
    if (engine !== engines.small) return engine;
  }
  return engines.small;
}

/** Kernels that take the place of those that every page has, whose own ones are `usual`, and gradients beside them. */
export function fasterFused(
  engines: Engines,
  wrap: Wrap,
  usual: UsualKernels,
): Pick<FusedKernels, 'softmax' | 'logSoftmax' | 'softmaxBackward' | 'gelu' | 'optimize'> {
  const takes = (x: View): boolean => {
    const columns = x.shape.at(-1) ?? 1;
    return x.dtype === 'float32' && x.count >= LEAST && columns >= 4 && columns <= engines.small.sizes.limit;
  };
  return {
    softmax: (x) => (takes(x) ? wrap(softmax(engineOf(engines, x), x, false)) : usual.softmax(x)),
    logSoftmax: (x) => (takes(x) ? wrap(softmax(engineOf(engines, x), x, true)) : usual.logSoftmax(x)),
    softmaxBackward: (grad, y, log) =>
      wrap(y.count === 0 ? allocateFloats(0) : softmaxBackward(engineOf(engines, y, grad), grad, y, log)),
    gelu: (x) => (x.dtype === 'float32' && x.dense ? wrap(erf(engineOf(engines, x), x, true)) : null),
    optimize: (step) => optimize((x) => engines.of(x), step),
  };
}
