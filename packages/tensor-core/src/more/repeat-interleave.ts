import { wrong } from '@internal/arguments';
import { normalizeDim } from '../broadcast.js';
import { requireDType, requireTensor, requireWhole } from '../checks.js';
import { ArgumentError, ShapeError } from '../errors.js';
import { indexSelect } from '../ops/index-select.js';
import { asVector } from '../ops/indexing.js';
import { reshape } from '../ops/reshape.js';
import { readNow } from '../read.js';
import { formatShape } from '../shape.js';
import { Tensor } from '../tensor.js';

/**
 * Each entry several times, one after the other.
 *
 * @param repeats - how often: one number for all, or one an entry, as list or int32 vector.
 * @param dim - default the elements of the flattened tensor.
 * @throws `ArgumentError` for a number below 0; `ShapeError` when there are not as many numbers as entries or the dimension is out of range;
 * for a tensor of numbers, `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { repeatInterleave } from '@kindling/tensor-core/more';
 * console.log(repeatInterleave(tensor([1, 2, 3]), [0, 1, 2]).tolist()); // => [ 2, 3, 3 ]
 * ```
 */
export function repeatInterleave(x: Tensor, repeats: number | readonly number[] | Tensor, dim?: number): Tensor {
  requireTensor('repeatInterleave', x);
  const input = dim === undefined ? reshape(x, [-1]) : asVector(x);
  const at = dim === undefined ? 0 : normalizeDim('repeatInterleave', dim, x.ndim);
  const times = timesOf(repeats, input.shape[at]!);
  return indexSelect(
    input,
    at,
    times.flatMap((count, position) => new Array<number>(count).fill(position)),
  );
}

function timesOf(repeats: number | readonly number[] | Tensor, size: number): readonly number[] {
  const list = listOf(repeats);
  for (const count of list) requireWhole('repeatInterleave', 'each number of repeats', count, 0);
  if (list.length === 1) return new Array<number>(size).fill(list[0]!);
  if (list.length !== size) {
    throw new ShapeError(`repeatInterleave: ${list.length} numbers of repeats for ${size} entries`);
  }
  return list;
}

function listOf(repeats: number | readonly number[] | Tensor): readonly number[] {
  if (typeof repeats === 'number') return [repeats];
  if (Array.isArray(repeats)) return repeats;
  if (!(repeats instanceof Tensor))
    wrong(ArgumentError, 'repeatInterleave', 'repeats', 'a whole number, an array of them or a Tensor', repeats);
  requireDType('repeatInterleave', 'repeats', repeats, 'int32');
  if (repeats.ndim > 1)
    throw new ShapeError(`repeatInterleave: repeats is ${formatShape(repeats.shape)}, not a vector`);
  return [...readNow('repeatInterleave', repeats)];
}
