import { wrong } from '@internal/arguments';
import { keepdimOf, requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ArgumentError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { add } from './add.js';
import { toFloat } from './elementwise.js';
import { exp } from './exp.js';
import { isfinite } from './isfinite.js';
import { log } from './log.js';
import { mul } from './mul.js';
import { type Dims, type KeepdimOptions, planReduction, reduce, withKeptDims } from './reduction.js';
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

const logsumexpOp = defineSingle<LogsumexpArgs>(
  'logsumexp',
  (x, { dim, keepdim }) => {
    const input = toFloat(x);
    const plan = planReduction('logsumexp', input, dim, true);
    // Of nothing the sum is 0, and its logarithm -inf.
    if (plan.count === 0) return log(sum(input, dim, { keepdim }));
    const largest = reduce('max', input, plan);
    // An infinite maximum is not subtracted: inf - inf would be NaN.
    const shift = where(isfinite(largest), largest, 0);
    const result = add(log(sum(exp(sub(input, shift)), dim, { keepdim: true })), shift);
    return reshape(result, planReduction('logsumexp', input, dim, keepdim).shape);
  },
  (g, { a, y, args: { dim } }) => mul(withKeptDims(g, a, dim), exp(sub(a, withKeptDims(y, a, dim)))),
);

/**
 * `log(sum(exp(x)))` over some dimensions, without overflow.
 *
 * @param x - any shape.
 * @returns -Infinity of nothing.
 * @throws `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { logsumexp, tensor } from '@kindling/tensor-core';
 * console.log(String(logsumexp(tensor([1000, 1000]), 0))); // => tensor(1000.6932)
 * ```
 */
export function logsumexp(x: Tensor, dim: Dims, options: KeepdimOptions = {}): Tensor {
  requireTensor('logsumexp', x);
  if (dim == null) wrong(ArgumentError, 'logsumexp', 'the dimension', 'a whole number or an array of them', dim);
  return logsumexpOp(x, { dim, keepdim: keepdimOf('logsumexp', options) });
}
