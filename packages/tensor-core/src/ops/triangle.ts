import { tensor } from '../create/tensor.js';
import { defineMethod } from '../define-op.js';
import { ShapeError } from '../errors.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { logicalAnd } from './logical-and.js';
import { reshape } from './reshape.js';
import { where } from './where.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link tril}. */
    tril(diagonal?: number): Tensor;
    /** See {@link triu}. */
    triu(diagonal?: number): Tensor;
  }
}

function keepWhere(name: string, x: Tensor, kept: (row: number, column: number) => boolean): Tensor {
  if (x.ndim < 2) throw new ShapeError(`${name}: a matrix is needed, not ${formatShape(x.shape)}`);
  const rows = x.shape[x.ndim - 2]!;
  const columns = x.shape[x.ndim - 1]!;
  const mask = new Uint8Array(rows * columns);
  for (let i = 0; i < mask.length; i++) mask[i] = kept(Math.floor(i / columns), i % columns) ? 1 : 0;
  const inside = reshape(tensor(mask, { dtype: 'bool', backend: x.backend }), [rows, columns]);
  return x.dtype === 'bool' ? logicalAnd(x, inside) : where(inside, x, 0);
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
  return keepWhere('tril', x, (row, column) => column - row <= diagonal);
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
  return keepWhere('triu', x, (row, column) => column - row >= diagonal);
}

defineMethod('tril', tril);
defineMethod('triu', triu);
