import { wrong } from '@internal/arguments';
import { keepdimOf, requireTensor } from '../checks.js';
import { zerosLike } from '../create/like.js';
import { defineSingle } from '../define-op.js';
import { ArgumentError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { abs } from './abs.js';
import { cast } from './cast.js';
import { requireFloat } from './elementwise.js';
import { eq } from './eq.js';
import { mul } from './mul.js';
import { ne } from './ne.js';
import { pow } from './pow.js';
import { type Dims, type KeepdimOptions, planChoice, planReduction, reduce, withKeptDims } from './reduction.js';
import { sign } from './sign.js';
import { sqrt } from './sqrt.js';
import { sum } from './sum.js';
import { where } from './where.js';
import { choiceShare } from './winner-share.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link norm}. */
    norm(p?: number | 'fro', dim?: Dims, options?: KeepdimOptions): Tensor;
  }
}

interface NormArgs {
  readonly p: number;
  readonly dim: Dims | undefined;
  readonly keepdim: boolean;
}

const normOp = defineSingle<NormArgs>(
  'norm',
  (x, { p, dim, keepdim }) => {
    if (p === 2) return sqrt(sum(mul(x, x), dim, { keepdim }));
    if (p === 1) return sum(abs(x), dim, { keepdim });
    if (p === 0) return sum(cast(ne(x, 0), x.dtype), dim, { keepdim });
    if (Number.isFinite(p)) return pow(sum(pow(abs(x), p), dim, { keepdim }), 1 / p);
    const magnitudes = abs(x);
    // The largest magnitude of nothing is 0; the smallest is an error.
    if (p > 0 && planReduction('norm', x, dim).count === 0) return sum(magnitudes, dim, { keepdim });
    return reduce(p > 0 ? 'max' : 'min', magnitudes, planChoice('norm', magnitudes, dim, keepdim));
  },
  (g, { a, y, args: { p, dim } }) => {
    if (p === 0) return zerosLike(a);
    const gradient = withKeptDims(g, a, dim);
    if (p === 1) return mul(gradient, sign(a));
    const length = withKeptDims(y, a, dim);
    if (!Number.isFinite(p)) return mul(choiceShare(gradient, abs(a), length, dim), sign(a));
    // The subgradient at the origin is 0, as in PyTorch.
    const zero = eq(length, 0);
    const scale = where(zero, 0, mul(gradient, pow(where(zero, 1, length), 1 - p)));
    if (p === 2) return mul(scale, a);
    const slope = mul(sign(a), pow(abs(a), p - 1));
    return mul(scale, p > 1 ? slope : where(eq(a, 0), 0, slope));
  },
);

/**
 * The p-norm over all elements, or over some dimensions: `torch.norm`.
 *
 * @param x - any shape, float32 or float64.
 * @param p - 2 (default; also `'fro'`), 1, any other number, `Infinity` (largest magnitude), `-Infinity` (smallest), 0 (count).
 * @throws `ShapeError` for a dimension out of range or given twice, or the smallest magnitude of nothing; `DTypeError` for
 * int32 and bool; `ArgumentError` for another `p`.
 * @example
 * ```ts
 * import { norm, tensor } from '@kindling/tensor-core';
 * console.log(norm(tensor([3, 4])).item()); // => 5
 * ```
 */
export function norm(x: Tensor, p: number | 'fro' = 2, dim?: Dims, options: KeepdimOptions = {}): Tensor {
  requireTensor('norm', x);
  if (p !== 'fro' && (typeof p !== 'number' || Number.isNaN(p)))
    wrong(ArgumentError, 'norm', 'p', "a number or 'fro'", p);
  return normOp(requireFloat('norm', x), { p: p === 'fro' ? 2 : p, dim, keepdim: keepdimOf('norm', options) });
}
