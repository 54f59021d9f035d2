import { defineMethod, defineOp } from '../define-op.js';
import type { Tensor } from '../tensor.js';
import { abs } from './abs.js';
import { div } from './div.js';
import { toFloat } from './elementwise.js';
import { eq } from './eq.js';
import { max } from './max.js';
import { min } from './min.js';
import { mul } from './mul.js';
import { ne } from './ne.js';
import { pow } from './pow.js';
import { type Dims, type KeepdimOptions, normalizeDims, planReduction } from './reduction.js';
import { reshape } from './reshape.js';
import { sqrt } from './sqrt.js';
import { sum } from './sum.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link norm}. */
    norm(p?: number | 'fro', dim?: Dims, options?: KeepdimOptions): Tensor;
  }
}

interface NormArgs {
  readonly dim: Dims | undefined;
  readonly keepdim: boolean;
}

const norm2 = defineOp<NormArgs>({
  name: 'norm',
  forward: ([x], { dim, keepdim }) => sqrt(sum(mul(x!, x!), dim, { keepdim })),
  backward: [
    (g, { a, y, args }) => {
      const { keptShape } = planReduction('norm', a, args.dim, true);
      const length = reshape(y, keptShape);
      // The subgradient at the origin is 0, as in PyTorch.
      const zero = eq(length, 0);
      return where(zero, 0, mul(reshape(g, keptShape), div(a, where(zero, 1, length))));
    },
  ],
});

/**
 * The p-norm over all elements, or over some dimensions: `torch.norm`.
 *
 * @param x - any shape.
 * @param p - 2 (default; also `'fro'`), 1, any other number, `Infinity` (largest magnitude), `-Infinity` (smallest), 0 (count).
 * @throws `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { norm, tensor } from '@kindling/tensor-core';
 * console.log(norm(tensor([3, 4])).item()); // => 5
 * ```
 */
export function norm(x: Tensor, p: number | 'fro' = 2, dim?: Dims, options: KeepdimOptions = {}): Tensor {
  const input = toFloat(x);
  if (p === 2 || p === 'fro') return norm2([input], { dim, keepdim: options.keepdim ?? false });
  if (p === 1) return sum(abs(input), dim, options);
  if (p === 0) return sum(ne(input, 0), dim, options).float();
  if (Number.isFinite(p)) return pow(sum(pow(abs(input), p), dim, options), 1 / p);
  const { shape } = planReduction('norm', input, dim, options.keepdim);
  let magnitude = abs(input);
  if (dim === undefined) return reshape(p > 0 ? max(magnitude) : min(magnitude), shape);
  for (const d of normalizeDims('norm', dim, input.ndim)) {
    magnitude = (p > 0 ? max(magnitude, d, { keepdim: true }) : min(magnitude, d, { keepdim: true })).values;
  }
  return reshape(magnitude, shape);
}

defineMethod('norm', norm);
