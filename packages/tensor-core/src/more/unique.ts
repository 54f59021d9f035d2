import { normalizeDim } from '../broadcast.js';
import { requireOptions, requireTensor } from '../checks.js';
import { tensor } from '../create/tensor.js';
import type { TypedArray } from '../dtype.js';
import { ShapeError } from '../errors.js';
import { indexSelect } from '../ops/index-select.js';
import { reshape } from '../ops/reshape.js';
import { readNow } from '../read.js';
import { sizeOf } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { movedim } from './movedim.js';

/** What is compared. */
export interface UniqueOptions {
  /** Compare the entries of this dimension instead of the elements. */
  dim?: number;
}

/** Distinct elements, and what was where. */
export interface Unique {
  /** The distinct elements in ascending order, [n]; or the distinct entries of the dimension. */
  readonly values: Tensor;
  /** For each element its position among the distinct ones, as int32 of the shape of the input, or [its size in the dimension]. */
  readonly inverse: Tensor;
  /** How often each occurs, int32 [n]. */
  readonly counts: Tensor;
}

/**
 * The distinct elements in ascending order, or the distinct entries of a dimension in the order of their first elements that differ.
 * Each NaN is its own, and last.
 *
 * @param x - any shape.
 * @returns the values, which have no gradient, the position of each element among them, and how often each occurs.
 * @throws `ShapeError` for a dimension out of range; `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { unique } from '@kindling/tensor-core/more';
 * const { values, inverse, counts } = unique(tensor([3, 1, 3]));
 * console.log(values.tolist(), inverse.tolist(), counts.tolist()); // => [ 1, 3 ] [ 1, 0, 1 ] [ 1, 2 ]
 * ```
 */
export function unique(x: Tensor, options: UniqueOptions = {}): Unique {
  requireTensor('unique', x);
  requireOptions<UniqueOptions>('unique', options, { dim: 1 });
  const { dim } = options;
  const at = dim === undefined ? 0 : normalizeDim('unique', dim, x.ndim);
  const input = dim === undefined || x.ndim === 0 ? reshape(x.detach(), [-1]) : x.detach();
  const size = input.shape[at]!;
  const width = sizeOf(input.shape.toSpliced(at, 1));
  if (width === 0 && size > 0) throw new ShapeError('unique: entries without elements cannot be compared');
  const rows = readNow('unique', movedim(input, at, 0));
  const order = Array.from({ length: size }, (_, i) => i).sort((a, b) => compare(rows, a, b, width) || a - b);
  const inverse = new Int32Array(size);
  const firsts: number[] = [];
  const counts: number[] = [];
  for (const [i, row] of order.entries()) {
    if (i === 0 || !equal(rows, order[i - 1]!, row, width)) {
      firsts.push(row);
      counts.push(0);
    }
    counts[counts.length - 1]!++;
    inverse[row] = firsts.length - 1;
  }
  const vector = (list: ArrayLike<number>): Tensor => tensor(Int32Array.from(list), { backend: x.backend });
  return {
    values: indexSelect(input, at, vector(firsts)),
    inverse: dim === undefined ? reshape(vector(inverse), x.shape) : vector(inverse),
    counts: vector(counts),
  };
}

/** The order of two rows, by the first elements that differ. */
function compare(rows: TypedArray, a: number, b: number, width: number): number {
  for (let i = 0; i < width; i++) {
    const [p, q] = [rows[a * width + i]!, rows[b * width + i]!];
    const [pn, qn] = [Number.isNaN(p), Number.isNaN(q)];
    if (pn !== qn) return pn ? 1 : -1;
    if (p < q) return -1;
    if (p > q) return 1;
  }
  return 0;
}

function equal(rows: TypedArray, a: number, b: number, width: number): boolean {
  for (let i = 0; i < width; i++) if (rows[a * width + i] !== rows[b * width + i]) return false;
  return true;
}
