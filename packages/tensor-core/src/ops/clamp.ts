import { requireNumber, requireTensor } from '../checks.js';
import { defineMethod, defineSingle } from '../define-op.js';
import { ArgumentError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { runBinary } from './elementwise.js';
import { logicalAnd } from './logical-and.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link clamp}. */
    clamp(min?: number | null, max?: number | null): Tensor;
  }
}

interface ClampArgs {
  readonly min: number;
  readonly max: number;
}

const clampOp = defineSingle<ClampArgs>(
  'clamp',
  (x, { min, max }) => {
    const low = min === Number.NEGATIVE_INFINITY ? x : runBinary('maximum', x, min);
    return max === Number.POSITIVE_INFINITY ? low : runBinary('minimum', low, max);
  },
  // The bounds themselves pass the gradient on, as in PyTorch.
  (g, { a, args }) => where(logicalAnd(runBinary('ge', a, args.min), runBinary('le', a, args.max)), g, 0),
);

/**
 * Each element, or the bound that it is beyond; NaN stays.
 *
 * @param min - the lower bound; none where null or not given.
 * @param max - the upper bound; none where null or not given. It wins where it is below `min`.
 * @throws `ArgumentError` when there is no bound.
 * @example
 * ```ts
 * import { clamp, tensor } from '@kindling/tensor-core';
 * console.log(clamp(tensor([-2, 0.5, 2]), -1, 1).tolist()); // => [ -1, 0.5, 1 ]
 * ```
 */
export function clamp(x: Tensor, min?: number | null, max?: number | null): Tensor {
  requireTensor('clamp', x);
  if (min != null) requireNumber('clamp', 'min', min);
  if (max != null) requireNumber('clamp', 'max', max);
  if (min == null && max == null) throw new ArgumentError('clamp: give a lower bound, an upper one, or both');
  return clampOp(x, { min: min ?? Number.NEGATIVE_INFINITY, max: max ?? Number.POSITIVE_INFINITY });
}

defineMethod('clamp', clamp);
