import type { Known } from '@internal/arguments';
import { requireFlag, requireNumber, requireOptions, requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import type { Tensor } from '../tensor.js';
import { div } from './div.js';
import { mean } from './mean.js';
import { mul } from './mul.js';
import { type Dims, type KeepdimOptions, planReduction, withKeptDims } from './reduction.js';
import { sub } from './sub.js';
import { sum } from './sum.js';

declare module '../tensor.js' {
  interface Tensor {
    /** The variance; see {@link variance}. */
    var(dim?: Dims, options?: VarOptions): Tensor;
  }
}

/** How a variance is normalised. */
export interface VarOptions extends KeepdimOptions {
  /** What is subtracted from the number of elements in the divisor; default 1 (Bessel's correction). */
  correction?: number;
}

interface VarArgs {
  readonly dim: Dims | undefined;
  readonly correction: number;
  readonly keepdim: boolean;
}

const centre = (x: Tensor, dim: Dims | undefined): Tensor => sub(x, mean(x, dim, { keepdim: true }));

/** By what the squares are divided: the number of elements, less the correction. */
const divisor = (x: Tensor, { dim, correction }: VarArgs): number =>
  Math.max(0, planReduction('var', x, dim).count - correction);

const varOp = defineSingle<VarArgs>(
  'var',
  (x, args) => {
    const { dim, keepdim } = args;
    const count = divisor(x, args);
    const centred = centre(x, dim);
    return div(sum(mul(centred, centred), dim, { keepdim }), count);
  },
  // The mean depends on every element too, but the centred elements add up to 0.
  (g, { a, args }) => mul(mul(withKeptDims(g, a, args.dim), 2 / divisor(a, args)), centre(a, args.dim)),
);

/**
 * The variance over all elements, or over some dimensions: `torch.var` (`var` is no name for a function in JavaScript).
 *
 * @param x - any shape, float32 or float64.
 * @returns NaN where there are no more elements than the correction takes off.
 * @throws `DTypeError` for int32 and bool; `ShapeError` for a dimension out of range or given twice.
 * @example
 * ```ts
 * import { tensor, variance } from '@kindling/tensor-core';
 * console.log(variance(tensor([1, 2, 3, 4]), 0, { correction: 0 }).item()); // => 1.25
 * ```
 */
export function variance(x: Tensor, dim?: Dims, options: VarOptions = {}): Tensor {
  return varianceOf('var', x, dim, options);
}

const known: Known<VarOptions> = { correction: 1, keepdim: 1 };

/** @internal The variance, for a function of this name. */
export function varianceOf(name: string, x: Tensor, dim: Dims | undefined, options: VarOptions): Tensor {
  requireTensor(name, x);
  requireOptions(name, options, known);
  const { correction = 1, keepdim = false } = options;
  requireNumber(name, 'correction', correction);
  requireFlag(name, 'keepdim', keepdim);
  return varOp(x, { dim, correction, keepdim });
}
