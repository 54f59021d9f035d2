import { normalizeDim } from '../broadcast.js';
import { requireOptions, requireTensor } from '../checks.js';
import type { DType } from '../dtype.js';
import { ArgumentError } from '../errors.js';
import { cast } from '../ops/cast.js';
import { toNumber } from '../ops/elementwise.js';
import { asVector } from '../ops/indexing.js';
import { mul } from '../ops/mul.js';
import { pad } from '../ops/pad.js';
import { reshape } from '../ops/reshape.js';
import { narrow } from '../ops/slice.js';
import { transpose } from '../ops/transpose.js';
import type { Tensor } from '../tensor.js';

/** How running products are taken. */
export interface CumprodOptions {
  /** The dtype to convert to before anything is multiplied; default the tensor's own. */
  dtype?: DType;
}

/**
 * Running products along a dimension. Derivatives are right where elements are 0 too.
 *
 * @param x - any shape; the result has the same.
 * @throws `ShapeError` for a dimension out of range; `ArgumentError` for an int32 product that int32 does not hold.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { cumprod } from '@kindling/tensor-core/more';
 * console.log(cumprod(tensor([1, 2, 3, 4]), 0).tolist()); // => [ 1, 2, 6, 24 ]
 * ```
 */
export function cumprod(x: Tensor, dim: number, options: CumprodOptions = {}): Tensor {
  requireTensor('cumprod', x);
  requireOptions<CumprodOptions>('cumprod', options, { dtype: 1 });
  const at = normalizeDim('cumprod', dim, x.ndim);
  const input = asVector(options.dtype === undefined ? toNumber(x) : cast(x, options.dtype));
  // In double, as what wraps is wrong in silence; of whole numbers below 2^53 that is exact.
  const whole = input.dtype === 'int32' && input.backend.supports('float64');
  if (whole) return inInt32(cumprod(x, dim, { dtype: 'float64' }));
  // By doubling: each is multiplied by the one before, then by the two before those, then by four.
  let products = transpose(input, at, -1);
  const size = input.shape[at]!;
  for (let step = 1; step < size; step *= 2) {
    products = mul(products, pad(narrow(products, -1, 0, size - step), [step, 0], 1));
  }
  return reshape(transpose(products, at, -1), x.shape);
}

function inInt32(products: Tensor): Tensor {
  for (const value of products.dataSync()) {
    if (value !== (value | 0)) {
      throw new ArgumentError(`cumprod: ${value} is beyond int32; convert first, as with { dtype: 'float64' }`);
    }
  }
  return cast(products, 'int32');
}
