import { requireTensor } from '../checks.js';
import { ShapeError } from '../errors.js';
import { matmul } from '../ops/matmul.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

/**
 * The products of two stacks of matrices, pair by pair; unlike `matmul` nothing broadcasts.
 *
 * @param a - [b, m, k].
 * @param b - [b, k, n].
 * @returns [b, m, n].
 * @throws `ShapeError` when one has not three dimensions, or the stacks or the inner sizes differ.
 * @example
 * ```ts
 * import { ones } from '@kindling/tensor-core';
 * import { bmm } from '@kindling/tensor-core/more';
 * console.log(bmm(ones(5, 2, 3), ones(5, 3, 4)).shape); // => [ 5, 2, 4 ]
 * ```
 */
export function bmm(a: Tensor, b: Tensor): Tensor {
  requireTensor('bmm', a, 'the first operand');
  requireTensor('bmm', b, 'the second operand');
  if (a.ndim !== 3 || b.ndim !== 3 || a.shape[0] !== b.shape[0] || a.shape[2] !== b.shape[1]) {
    throw new ShapeError(
      `bmm: expects [b, m, k] and [b, k, n], got ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
    );
  }
  return matmul(a, b);
}
