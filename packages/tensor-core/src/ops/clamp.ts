import { requireOperand, requireTensor } from '../checks.js';
import { defineOp, defineSingle } from '../define-op.js';
import { ArgumentError } from '../errors.js';
import { Tensor } from '../tensor.js';
import { runBinary, type TensorOrNumber } from './elementwise.js';
import { ge } from './ge.js';
import { gt } from './gt.js';
import { le } from './le.js';
import { logicalAnd } from './logical-and.js';
import { logicalOr } from './logical-or.js';
import { lt } from './lt.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link clamp}. */
    clamp(min?: Bound, max?: Bound): Tensor;
  }
}

/** A bound of {@link clamp}: a number, or a tensor that broadcasts; none where null or not given. */
export type Bound = TensorOrNumber | null | undefined;

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

/** Bounds of which one is a tensor at least; the tensors are the inputs behind the first, the lower one before the upper. */
const clampBetween = defineOp<{ min: Bound; max: Bound }>({
  name: 'clamp',
  forward([x], { min, max }) {
    const low = min == null ? x! : runBinary('maximum', x!, min);
    return max == null ? low : runBinary('minimum', low, max);
  },
  backward(g, { a, args: { min, max } }, index) {
    if (index === 0) {
      const inside = [min != null && ge(a, min), max != null && le(a, max)].filter((part) => part !== false);
      return where(inside.length === 2 ? logicalAnd(inside[0]!, inside[1]!) : inside[0]!, g, 0);
    }
    const ofMin = index === 1 && min instanceof Tensor;
    const beyond = ofMin ? lt(a, min) : gt(a, max!);
    if (min == null || max == null) return where(beyond, g, 0);
    // The upper bound wins where it is below the lower one.
    const share = ofMin ? logicalAnd(beyond, lt(min, max)) : logicalOr(beyond, runBinary('lt', max, min));
    return where(share, g, 0);
  },
});

/**
 * Each element, or the bound that it is beyond; NaN stays.
 *
 * @param min - the lower bound, a number or a tensor that broadcasts; none where null or not given.
 * @param max - the upper bound, likewise. It wins where it is below `min`.
 * @throws `ArgumentError` when there is no bound; `ShapeError` when shapes do not broadcast.
 * @example
 * ```ts
 * import { clamp, tensor } from '@kindling/tensor-core';
 * console.log(clamp(tensor([-2, 0.5, 2]), -1, 1).tolist()); // => [ -1, 0.5, 1 ]
 * ```
 */
export function clamp(x: Tensor, min?: Bound, max?: Bound): Tensor {
  requireTensor('clamp', x);
  if (min != null) requireOperand('clamp', min, 'min');
  if (max != null) requireOperand('clamp', max, 'max');
  if (min == null && max == null) throw new ArgumentError('clamp: give a lower bound, an upper one, or both');
  if (min instanceof Tensor || max instanceof Tensor) {
    const bounds = [min, max].filter((bound) => bound instanceof Tensor);
    return clampBetween([x, ...bounds], { min, max });
  }
  return clampOp(x, { min: min ?? Number.NEGATIVE_INFINITY, max: max ?? Number.POSITIVE_INFINITY });
}
