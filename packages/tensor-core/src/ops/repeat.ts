import { requireTensor, requireWhole, requireWholes } from '../checks.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { expand } from './expand.js';
import { reshape } from './reshape.js';

/**
 * A tensor laid side by side with itself: `counts[i]` times along dimension `i`.
 *
 * @param counts - a number for each dimension; more numbers than dimensions give new dimensions in front.
 * @throws `ShapeError` for fewer numbers than dimensions.
 * @example
 * ```ts
 * import { repeat, tensor } from '@kindling/tensor-core';
 * console.log(repeat(tensor([1, 2]), [2, 2]).tolist()); // => [ [ 1, 2, 1, 2 ], [ 1, 2, 1, 2 ] ]
 * ```
 */
export function repeat(x: Tensor, counts: readonly number[]): Tensor {
  requireTensor('repeat', x);
  requireWholes('repeat', 'the counts', counts);
  for (const count of counts) requireWhole('repeat', 'each count', count, 0);
  if (counts.length < x.ndim) {
    throw new ShapeError(`repeat: ${formatShape(x.shape)} needs ${x.ndim} counts or more, not ${counts.length}`);
  }
  const shape = [...new Array<number>(counts.length - x.ndim).fill(1), ...x.shape];
  const between = reshape(
    x,
    shape.flatMap((size) => [1, size]),
  );
  const whole = expand(
    between,
    shape.flatMap((size, i) => [counts[i]!, size]),
  );
  return reshape(
    whole,
    shape.map((size, i) => counts[i]! * size),
  ).clone();
}
