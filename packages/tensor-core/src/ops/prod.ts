import { defineMethod, defineOp } from '../define-op.js';
import type { Tensor } from '../tensor.js';
import { cast, convert } from './cast.js';
import { div } from './div.js';
import { eq } from './eq.js';
import { logicalAnd } from './logical-and.js';
import { mul } from './mul.js';
import { type Dims, type KeepdimOptions, planReduction, reduce } from './reduction.js';
import { reshape } from './reshape.js';
import { sum } from './sum.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link prod}. */
    prod(dim?: Dims, options?: KeepdimOptions): Tensor;
  }
}

interface ProdArgs {
  readonly dim: Dims | undefined;
  readonly keepdim: boolean;
}

const prodOp = defineOp<ProdArgs>({
  name: 'prod',
  forward([x], { dim, keepdim }) {
    const input = x!.dtype === 'bool' ? convert(x!, 'int32') : x!;
    return reduce('prod', input, planReduction('prod', input, dim, keepdim));
  },
  backward: [
    (g, { a, args }) => {
      const kept = { keepdim: true };
      const zero = eq(a, 0);
      const zeros = sum(cast(zero, 'int32'), args.dim, kept);
      const others = prod(where(zero, 1, a), args.dim, kept);
      // The product of the others: y / x without zeros; with one zero, not 0 only there; with more, 0 everywhere.
      const single = where(logicalAnd(zero, eq(zeros, 1)), others, 0);
      const partial = where(eq(zeros, 0), div(others, where(zero, 1, a)), single);
      return mul(reshape(g, planReduction('prod', a, args.dim, true).keptShape), partial);
    },
  ],
});

/**
 * The product of all elements, or over some dimensions; 1 of nothing.
 *
 * @param x - any shape.
 * @throws `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { prod, tensor } from '@kindling/tensor-core';
 * console.log(prod(tensor([2, 3, 4])).item()); // => 24
 * ```
 */
export function prod(x: Tensor, dim?: Dims, options: KeepdimOptions = {}): Tensor {
  return prodOp([x], { dim, keepdim: options.keepdim ?? false });
}

defineMethod('prod', prod);
