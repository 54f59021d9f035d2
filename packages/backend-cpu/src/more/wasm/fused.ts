import type { FusedKernels } from '@kindling/tensor-core/backend';
import { type UsualKernels, type Wrap, wrapWanted } from '../../fused.js';
import type { Engines } from '../../wasm/engines.js';
import * as plain from '../kernels/fused.js';
import { morePlainFused, wrapChosen } from '../plain.js';
import { conv2d, conv2dBackward } from './convolution.js';
import { maxPool2d, maxPool2dBackward } from './pool2d.js';
import { unfold } from './windows.js';

/** The fused kernels in WebAssembly that few pages need, and the plain ones for what they do not take. */
export function moreWasmFused(
  engines: Engines,
  wrap: Wrap,
): Omit<FusedKernels, keyof UsualKernels | 'softmaxBackward' | 'gelu' | 'optimize'> {
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
      const made = x.dtype === 'float32' ? maxPool2d(engines, x, rows, columns) : null;
      return wrapChosen(wrap, made ?? plain.maxPool2d(x, rows, columns));
    },
    maxPool2dBackward(grad, indices, shape) {
      const made = grad.dtype === 'float32' ? maxPool2dBackward(engines, grad, indices, shape) : null;
      return wrap(made ?? plain.maxPool2dBackward(grad, indices, shape));
    },
    conv2d: (...args) => wrap(conv2d(engines, ...args)),
    conv2dBackward: (grad, x, weight, y, ...how) =>
      wrapWanted(wrap, conv2dBackward(engines, grad, x, weight, y, x.shape, ...how)),
    conv2dInputGradient: (grad, weight, shape, windows, groups) =>
      wrap(
        conv2dBackward(engines, grad, null, weight, null, shape, windows, groups, 'identity', [true, false, false])[0]!,
      ),
    conv2dWeightGradient: (grad, x, windows, groups) =>
      wrap(
        conv2dBackward(engines, grad, x, null, null, x.shape, windows, groups, 'identity', [false, true, false])[1]!,
      ),
  };
}
