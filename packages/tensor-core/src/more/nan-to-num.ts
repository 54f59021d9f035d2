import { requireNumber, requireOptions, requireTensor } from '../checks.js';
import { isFloating } from '../dtype.js';
import { eq } from '../ops/eq.js';
import { isnan } from '../ops/isnan.js';
import { where } from '../ops/where.js';
import type { Tensor } from '../tensor.js';

/** What stands for numbers that are not finite. */
export interface NanToNumOptions {
  /** For NaN; default 0. */
  nan?: number;
  /** For Infinity; default the largest number of the dtype. */
  posinf?: number;
  /** For -Infinity; default the lowest number of the dtype. */
  neginf?: number;
}

const LARGEST = { float32: 3.4028234663852886e38, float64: Number.MAX_VALUE } as const;

/**
 * A tensor with finite numbers in place of NaN and the infinities; no gradient flows to those. Whole numbers stay as they are.
 *
 * @param x - any shape; the result has the same.
 * @throws `ArgumentError` when what stands for them is no number.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { nanToNum } from '@kindling/tensor-core/more';
 * console.log(nanToNum(tensor([NaN, Infinity, 1]), { posinf: 9 }).tolist()); // => [ 0, 9, 1 ]
 * ```
 */
export function nanToNum(x: Tensor, options: NanToNumOptions = {}): Tensor {
  requireTensor('nanToNum', x);
  requireOptions<NanToNumOptions>('nanToNum', options, { nan: 1, posinf: 1, neginf: 1 });
  const largest = LARGEST[x.dtype === 'float64' ? 'float64' : 'float32'];
  const { nan = 0, posinf = largest, neginf = -largest } = options;
  for (const [what, value] of Object.entries({ nan, posinf, neginf })) requireNumber('nanToNum', what, value);
  if (!isFloating(x.dtype)) return x;
  const numbers = where(isnan(x), nan, x);
  const below = where(eq(x, Number.POSITIVE_INFINITY), posinf, numbers);
  return where(eq(x, Number.NEGATIVE_INFINITY), neginf, below);
}
