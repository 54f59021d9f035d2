import { clamp, defineOp, ge, le, logicalOr, type Tensor, where } from '@kindling/tensor-core';
import { checkNumber, checkTensor } from '../checks.js';

interface Bounds {
  readonly min: number;
  readonly max: number;
}

const hardtanhOp = /* @__PURE__ */ defineOp<Bounds>({
  name: 'hardtanh',
  forward: ([x], { min, max }) => clamp(x!, min, max),
  backward: [(g, { a, args: { min, max } }) => where(logicalOr(le(a, min), ge(a, max)), 0, g)],
});

/**
 * Each element, or the nearer bound where it lies outside them; the derivative at the bounds is 0;
 * `torch.nn.functional.hardtanh`.
 *
 * @param x - any shape, float32 or float64; the result has the same.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.hardtanh(tensor([-3, 0.5, 3])))); // => tensor([-1.0000,  0.5000,  1.0000])
 * ```
 */
export function hardtanh(x: Tensor, min = -1, max = 1): Tensor {
  checkTensor('hardtanh', x);
  checkNumber('hardtanh', 'min', min);
  checkNumber('hardtanh', 'max', max);
  if (!(min <= max)) throw new RangeError(`hardtanh: the lower bound ${min} lies above the upper one ${max}`);
  return hardtanhOp([x], { min, max });
}
