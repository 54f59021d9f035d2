import { wrong } from '@internal/arguments';
import { requireOptions, requireTensor } from '../checks.js';
import { defineSingle } from '../define-op.js';
import { ArgumentError } from '../errors.js';
import type { Tensor } from '../tensor.js';
import { refuseBool, requireFloat, runBinary, runUnary } from './elementwise.js';
import { mul } from './mul.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link round}. */
    round(options?: RoundOptions): Tensor;
  }
}

/** To how many digits {@link round} rounds. */
export interface RoundOptions {
  /** Digits behind the point; negative: zeros before it. Default 0. */
  decimals?: number;
}

const roundOp = defineSingle<number>(
  'round',
  (x, decimals) => {
    if (decimals === 0) return runUnary('round', refuseBool('round', x));
    const scale = 10 ** Math.abs(decimals);
    const [to, back] = decimals > 0 ? (['mul', 'div'] as const) : (['div', 'mul'] as const);
    return runBinary(back, runUnary('round', runBinary(to, requireFloat('round', x), scale)), scale);
  },
  (g) => mul(g, 0),
);

/**
 * The nearest whole number to each element, halves to the even one, as PyTorch rounds. Its derivative is 0.
 *
 * @param x - any shape; float where `decimals` is not 0.
 * @returns the same shape.
 * @throws `DTypeError` for bool, and for int32 with `decimals`; `ArgumentError` for digits that are no whole number.
 * @example
 * ```ts
 * import { round, tensor } from '@kindling/tensor-core';
 * console.log(String(round(tensor([0.5, 1.5, -1.2])))); // => tensor([ 0.,  2., -1.])
 * console.log(String(round(tensor([0.125, 2.718]), { decimals: 1 }))); // => tensor([0.1000, 2.7000])
 * ```
 */
export function round(x: Tensor, options: RoundOptions = {}): Tensor {
  requireTensor('round', x);
  requireOptions('round', options, { decimals: 1 });
  const { decimals = 0 } = options;
  if (!Number.isInteger(decimals)) wrong(ArgumentError, 'round', 'decimals', 'a whole number', decimals);
  return roundOp(x, decimals);
}
