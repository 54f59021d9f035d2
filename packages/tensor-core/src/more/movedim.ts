import { wrong } from '@internal/arguments';
import { normalizeDim } from '../broadcast.js';
import { requireTensor } from '../checks.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { permute } from '../ops/permute.js';
import { type Dims, normalizeDims } from '../ops/reduction.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

/**
 * A view with dimensions moved to other places; the others keep their order.
 *
 * @param source - which to move.
 * @param destination - where each of them then is.
 * @throws `ShapeError` when there are not as many places as dimensions, or one is out of range or given twice.
 * @example
 * ```ts
 * import { zeros } from '@kindling/tensor-core';
 * import { movedim } from '@kindling/tensor-core/more';
 * console.log(movedim(zeros(2, 3, 4), 0, -1).shape); // => [ 3, 4, 2 ]
 * ```
 */
export function movedim(x: Tensor, source: Dims, destination: Dims): Tensor {
  requireTensor('movedim', x);
  const from = dimsOf(x, 'the source', source);
  const to = dimsOf(x, 'the destination', destination);
  if (from.length !== to.length) {
    throw new ShapeError(`movedim: ${formatShape(from)} cannot move to ${formatShape(to)}: the numbers of them differ`);
  }
  if (x.ndim === 0) return x;
  const others = [...x.shape.keys()].filter((dim) => !from.includes(dim));
  return permute(
    x,
    x.shape.map((_, dim) => (to.includes(dim) ? from[to.indexOf(dim)]! : others.shift()!)),
  );
}

/** Not negative, in the order given. */
function dimsOf(x: Tensor, what: string, dims: Dims): number[] {
  if (typeof dims !== 'number' && !Array.isArray(dims))
    wrong(ArgumentError, 'movedim', what, 'a whole number or an array of them', dims);
  const list = typeof dims === 'number' ? [dims] : [...dims];
  if (list.length > 0) normalizeDims('movedim', list, x.ndim);
  return list.map((dim) => normalizeDim('movedim', dim, x.ndim));
}
