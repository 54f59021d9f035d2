import type { FusedKernels } from '@kindling/tensor-core/backend';
import type { UsualKernels, Wrap } from '../../fused.js';
import type { Engines } from '../../wasm/engines.js';
import * as plain from '../kernels/fused.js';
import { morePlainFused, wrapChosen } from '../plain.js';
import { maxPool2d } from './pool2d.js';
import { conv2d, conv2dInputGradient, conv2dWeightGradient, unfold } from './windows.js';

/** The fused kernels in WebAssembly that few pages need, and the plain ones for what they do not take. */
export function moreWasmFused(engines: Engines, wrap: Wrap): Omit<FusedKernels, keyof UsualKernels> {
  const { small } = engines;
  return {
    ...morePlainFused(wrap),
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
    conv2d: (...args) => wrap(conv2d(engines, ...args)),
    conv2dInputGradient: (...args) => wrap(conv2dInputGradient(engines, ...args)),
    conv2dWeightGradient: (...args) => wrap(conv2dWeightGradient(engines, ...args)),
  };
}
