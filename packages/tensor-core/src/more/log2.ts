import { requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { div } from '../ops/div.js';
import { toFloat } from '../ops/elementwise.js';
import { eq } from '../ops/eq.js';
import { log } from '../ops/log.js';
import { mul } from '../ops/mul.js';
import { pow } from '../ops/pow.js';
import { round } from '../ops/round.js';
import { where } from '../ops/where.js';
import type { Tensor } from '../tensor.js';

function defineLog(name: string, base: number, ofBase: number): (x: Tensor, args: undefined) => Tensor {
  return defineSingle<undefined>(
    name,
    (x) => {
      const input = toFloat(x);
      const y = mul(log(input), 1 / ofBase);
      // Of a power of the base it is the exponent itself, which the product may miss by a rounding.
      const exponent = round(y);
      return where(eq(pow(base, exponent), input), exponent, y);
    },
    (g, { a }) => div(g, mul(a, ofBase)),
  );
}

const log2Op = /* @__PURE__ */ defineLog('log2', 2, Math.LN2);
const log10Op = /* @__PURE__ */ defineLog('log10', 10, Math.LN10);

/**
 * The logarithm to base 2, exact for powers of 2; NaN below 0. Whole numbers count as float32.
 *
 * @param x - any shape; the result has the same.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { log2 } from '@kindling/tensor-core/more';
 * console.log(log2(tensor([1, 8, 0.5])).tolist()); // => [ 0, 3, -1 ]
 * ```
 */
export function log2(x: Tensor): Tensor {
  requireTensor('log2', x);
  return log2Op(x, undefined);
}

/**
 * The logarithm to base 10, exact for powers of 10; NaN below 0. Whole numbers count as float32.
 *
 * @param x - any shape; the result has the same.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { log10 } from '@kindling/tensor-core/more';
 * console.log(log10(tensor([1, 1000])).tolist()); // => [ 0, 3 ]
 * ```
 */
export function log10(x: Tensor): Tensor {
  requireTensor('log10', x);
  return log10Op(x, undefined);
}
