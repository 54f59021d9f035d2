import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../../buffer.js';
import { allocate } from '../../memory.js';

/** Elements of a side of what is copied at once, so that lines of the cache are used up before they go. */
const SIDE = 16;
/** From this many elements on that is faster than row after row; measured. */
const LEAST = 2 ** 18;

/** A copy of matrices whose columns lie together; `null` of other views, and of small ones. */
export function transposed(x: View): TypedArray | null {
  const { shape, strides, count } = x;
  const d = shape.length - 2;
  if (d < 0 || count < LEAST || strides[d] !== 1 || strides[d + 1]! < SIDE || shape[d]! < SIDE) return null;
  const [rows, columns] = [shape[d]!, shape[d + 1]!];
  const area = rows * columns;
  const step = strides[d + 1]!;
  // Matrices lie behind each other.
  for (let e = d - 1, span = area; e >= 0; span *= shape[e]!, e--)
    if (strides[e] !== span && shape[e] !== 1) return null;
  const from = valuesOf(x);
  const out = allocate(x.dtype, count);
  for (let at = 0, start = x.offset; at < count; at += area, start += area) {
    for (let i = 0; i < rows; i += SIDE) {
      const bottom = Math.min(rows, i + SIDE);
      for (let j = 0; j < columns; j += SIDE) {
        const right = Math.min(columns, j + SIDE);
        for (let r = i; r < bottom; r++) {
          for (
            let c = j, to = at + r * columns + j, place = start + r + j * step;
            c < right;
            c++, to++, place += step
          ) {
            out[to] = from[place]!;
          }
        }
      }
    }
  }
  return out;
}
