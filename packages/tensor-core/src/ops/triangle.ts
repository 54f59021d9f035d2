import { requireTensor, requireWhole } from '../checks.js';
import { arange } from '../create/arange.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { cast } from './cast.js';
import { ge } from './ge.js';
import { le } from './le.js';
import { unsqueeze } from './squeeze.js';
import { sub } from './sub.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link tril}. */
    tril(diagonal?: number): Tensor;
    /** See {@link triu}. */
    triu(diagonal?: number): Tensor;
  }
}

function keepWhere(name: string, x: Tensor, diagonal: number, kept: (columns: Tensor, rows: Tensor) => Tensor): Tensor {
  requireWhole(name, 'the diagonal', diagonal, Number.NEGATIVE_INFINITY);
  if (x.ndim < 2) throw new ShapeError(`${name}: a matrix is needed, not ${formatShape(x.shape)}`);
  const [rows, columns] = x.shape.slice(-2).map((size) => arange(size, { backend: x.backend })) as [Tensor, Tensor];
  // As bool, x and 0 meet in int32.
  return cast(where(kept(columns, unsqueeze(rows, 1)), x, 0), x.dtype);
}

/**
 * The lower triangle of a matrix, or of a stack of them; 0 above the diagonal.
 *
 * @param x - [..., rows, columns].
 * @param diagonal - how many diagonals above the main one to keep; negative: how many below to leave out.
 * @throws `ShapeError` for fewer than two dimensions.
 * @example
 * ```ts
 * import { ones, tril } from '@kindling/tensor-core';
 * console.log(tril(ones(2, 3)).tolist()); // => [ [ 1, 0, 0 ], [ 1, 1, 0 ] ]
 * ```
 */
export function tril(x: Tensor, diagonal = 0): Tensor {
  requireTensor('tril', x);
  return keepWhere('tril', x, diagonal, (columns, rows) => le(sub(columns, rows), diagonal));
}

/**
 * The upper triangle of a matrix, or of a stack of them; 0 below the diagonal.
 *
 * @param x - [..., rows, columns].
 * @param diagonal - how many diagonals above the main one to leave out; negative: how many below to keep.
 * @throws `ShapeError` for fewer than two dimensions.
 * @example
 * ```ts
 * import { ones, triu } from '@kindling/tensor-core';
 * console.log(triu(ones(2, 3)).tolist()); // => [ [ 1, 1, 1 ], [ 0, 1, 1 ] ]
 * ```
 */
export function triu(x: Tensor, diagonal = 0): Tensor {
  requireTensor('triu', x);
  return keepWhere('triu', x, diagonal, (columns, rows) => ge(sub(columns, rows), diagonal));
}
