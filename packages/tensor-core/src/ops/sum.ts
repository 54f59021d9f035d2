import { defineSingle } from '../define-op.js';
import type { Tensor } from '../tensor.js';
import { toNumber } from './elementwise.js';
import { expand } from './expand.js';
import { asAsked, type Dims, planReduction, reduce, type SumOptions, withKeptDims } from './reduction.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link sum}. */
    sum(dim?: Dims, options?: SumOptions): Tensor;
  }
}

interface SumArgs {
  readonly dim: Dims | undefined;
  readonly keepdim: boolean;
}

const sumOp = defineSingle<SumArgs>(
  'sum',
  (x, { dim, keepdim }) => {
    const input = toNumber(x);
    return reduce('sum', input, planReduction('sum', input, dim, keepdim));
  },
  (g, { inputs, args }) => {
    const x = inputs[0]!;
    return expand(g.ndim === 0 ? g : withKeptDims(g, x, args.dim), x.shape);
  },
);

/**
 * The sum over all elements, or over some dimensions.
 *
 * Float sums are compensated or pairwise, so that their error does not grow with the number of elements.
 *
 * @param x - any shape; bool counts its true elements as int32.
 * @param dim - the dimensions to sum over; all where not given.
 * @throws `ShapeError` for a dimension out of range or given twice; `RangeError` for an int32 sum that int32 does not hold (on the CPU).
 * @example
 * ```ts
 * import { sum, tensor } from '@kindling/tensor-core';
 * console.log(String(sum(tensor([[1, 2], [3, 4]]), 0))); // => tensor([4., 6.])
 * ```
 */
export function sum(x: Tensor, dim?: Dims, options: SumOptions = {}): Tensor {
  return sumOp(asAsked('sum', x, options), { dim, keepdim: options.keepdim ?? false });
}
