import type { View } from '@kindling/tensor-core/backend';
import type { Engine } from '../../wasm/engine.js';
import { moreKernels } from './exports.js';
import { byRows } from './rows.js';

/** `exp(x - max) / sum` along the last dimension of a float32 view that has elements, or, with `log`, the logarithm of that. */
export function softmax(engine: Engine, x: View, log: boolean): Float32Array {
  const columns = x.shape.at(-1) ?? 1;
  return byRows(engine, [x], columns, ([at], to, rows) => {
    moreKernels(engine).softmaxRows(Number(log), at!, 0, to, rows, columns);
  });
}

/** The gradient of `softmax` from that of its result `y`. */
export function softmaxBackward(engine: Engine, grad: View, y: View, log: boolean): Float32Array {
  const columns = y.shape.at(-1) ?? 1;
  return byRows(engine, [grad, y], columns, ([g, at], to, rows) => {
    moreKernels(engine).softmaxRows(2 + Number(log), g!, at!, to, rows, columns);
  });
}
