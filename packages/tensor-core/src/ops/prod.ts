import { isGradEnabled } from '../autograd/mode.js';
import { defineSingle } from '../define-op.js';
import { sizeOf } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { toNumber } from './elementwise.js';
import { eq } from './eq.js';
import { flip } from './flip.js';
import { mul } from './mul.js';
import { pad } from './pad.js';
import { permute } from './permute.js';
import {
  asAsked,
  type Dims,
  normalizeDims,
  planReduction,
  reduce,
  type SumOptions,
  withKeptDims,
} from './reduction.js';
import { reshape } from './reshape.js';
import { narrow } from './slice.js';
import { sum } from './sum.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link prod}. */
    prod(dim?: Dims, options?: SumOptions): Tensor;
  }
}

interface ProdArgs {
  readonly dim: Dims | undefined;
  readonly keepdim: boolean;
}

const prodOp = defineSingle<ProdArgs>(
  'prod',
  (x, { dim, keepdim }) => {
    const input = toNumber(x);
    return reduce('prod', input, planReduction('prod', input, dim, keepdim));
  },
  (g, { a, args }) => {
    const gradient = withKeptDims(g, a, args.dim);
    // What is below is constant where there are zeros, which is wrong for second derivatives.
    if (isGradEnabled() && a.count > 0) return mul(gradient, productsOfOthers(a, args.dim));
    const zero = eq(a, 0);
    const filled = where(zero, 1, a);
    // The product of the others is y / x, or 0 where one of them is 0: where there are more zeros than there is itself.
    const others = div(prod(filled, args.dim, { keepdim: true }), filled);
    return mul(gradient, where(eq(sum(zero, args.dim, { keepdim: true }), zero), others, 0));
  },
);

/** For each element the product of the others that are reduced with it: of those before it times of those behind it. */
function productsOfOthers(x: Tensor, dims: Dims | undefined): Tensor {
  const reduced = normalizeDims('prod', dims, x.ndim);
  const order = [...x.shape.keys()].filter((dim) => !reduced.includes(dim)).concat(reduced);
  const moved = permute(x, order);
  const rows = reshape(moved, [-1, sizeOf(reduced.map((dim) => x.shape[dim]!))]);
  const products = mul(productsBefore(rows), flip(productsBefore(flip(rows, 1)), 1));
  const back = order.map((_, dim) => order.indexOf(dim));
  return permute(reshape(products, moved.shape), back);
}

/** The product of the elements before each in its row, by doubling: of the one before, the two before, the four before. */
function productsBefore(rows: Tensor): Tensor {
  const length = rows.shape[1]!;
  const shift = (x: Tensor, by: number): Tensor => pad(narrow(x, 1, 0, length - by), [by, 0], 1);
  let products = shift(rows, 1);
  for (let step = 1; step < length; step *= 2) products = mul(products, shift(products, step));
  return products;
}

/**
 * The product of all elements, or over some dimensions; 1 of nothing.
 *
 * @param x - any shape.
 * @throws `ShapeError` for a dimension out of range or given twice; `RangeError` for an int32 product that int32 does not hold (on the CPU).
 * @example
 * ```ts
 * import { prod, tensor } from '@kindling/tensor-core';
 * console.log(prod(tensor([2, 3, 4])).item()); // => 24
 * ```
 */
export function prod(x: Tensor, dim?: Dims, options: SumOptions = {}): Tensor {
  return prodOp(asAsked('prod', x, options), { dim, keepdim: options.keepdim ?? false });
}
