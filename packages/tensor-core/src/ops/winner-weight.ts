import type { DType } from '../dtype.js';
import type { Tensor } from '../tensor.js';
import { add } from './add.js';
import { cast } from './cast.js';
import { runBinary, type TensorOrNumber } from './elementwise.js';
import { mul } from './mul.js';

/** @internal The share of the gradient that `a` gets: 1 where it wins against `b`, one half where both are equal. */
export function winnerWeight(better: 'ge' | 'le', a: TensorOrNumber, b: TensorOrNumber, dtype: DType): Tensor {
  const wins = cast(runBinary(better, a, b), dtype);
  const loses = cast(runBinary(better, b, a), dtype);
  // Both comparisons hold for a tie: (1 + 1 - 1) / 2; for a winner: (1 + 1 - 0) / 2.
  return mul(wins, mul(add(mul(loses, -1), 2), 0.5));
}
