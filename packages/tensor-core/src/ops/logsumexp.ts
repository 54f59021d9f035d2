import { defineMethod, defineOp } from '../define-op.js';
import type { Tensor } from '../tensor.js';
import { add } from './add.js';
import { toFloat } from './elementwise.js';
import { exp } from './exp.js';
import { isfinite } from './isfinite.js';
import { log } from './log.js';
import { mul } from './mul.js';
import { type Dims, type KeepdimOptions, planReduction, reduce, requireElements } from './reduction.js';
import { reshape } from './reshape.js';
import { sub } from './sub.js';
import { sum } from './sum.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link logsumexp}. */
    logsumexp(dim: Dims, options?: KeepdimOptions): Tensor;
  }
}

interface LogsumexpArgs {
  readonly dim: Dims;
  readonly keepdim: boolean;
}

const logsumexpOp = defineOp<LogsumexpArgs>({
  name: 'logsumexp',
  forward([x], { dim, keepdim }) {
    const input = toFloat(x!);
    const kept = planReduction('logsumexp', input, dim, true);
    requireElements('logsumexp', input, kept);
    const largest = reduce('max', input, kept);
    // An infinite maximum is not subtracted: inf - inf would be NaN.
    const shift = where(isfinite(largest), largest, 0);
    const result = add(log(sum(exp(sub(input, shift)), dim, { keepdim: true })), shift);
    return keepdim ? result : reshape(result, planReduction('logsumexp', input, dim).shape);
  },
  backward: [
    (g, { a, y, args }) => {
      const { keptShape } = planReduction('logsumexp', a, args.dim, true);
      return mul(reshape(g, keptShape), exp(sub(a, reshape(y, keptShape))));
    },
  ],
});

/**
 * `log(sum(exp(x)))` over some dimensions, without overflow.
 *
 * @param x - any shape.
 * @throws `ShapeError` for a dimension out of range or given twice, or when there is nothing to sum.
 * @example
 * ```ts
 * import { logsumexp, tensor } from '@kindling/tensor-core';
 * console.log(String(logsumexp(tensor([1000, 1000]), 0))); // => tensor(1000.6932)
 * ```
 */
export function logsumexp(x: Tensor, dim: Dims, options: KeepdimOptions = {}): Tensor {
  return logsumexpOp([x], { dim, keepdim: options.keepdim ?? false });
}

defineMethod('logsumexp', logsumexp);
