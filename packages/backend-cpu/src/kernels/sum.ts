import type { TypedArray } from '@kindling/tensor-core/backend';

/** Sums of at most this many elements are added one by one. */
const BLOCK = 128;

/**
 * The sum of `n` elements by halves, so that rounding grows with the logarithm of `n` (N. J. Higham, "The accuracy of
 * floating point summation", 1993); unlike a compensated sum it leaves infinities as they are.
 */
export function pairwiseSum(x: TypedArray, from: number, step: number, n: number): number {
  if (n <= BLOCK) {
    let sum = 0;
    for (let i = 0, at = from; i < n; i++, at += step) sum += x[at]!;
    return sum;
  }
  // A multiple of the block, so that all blocks but the last are full.
  const half = Math.ceil(n / (2 * BLOCK)) * BLOCK;
  return pairwiseSum(x, from, step, half) + pairwiseSum(x, from + half * step, step, n - half);
}
