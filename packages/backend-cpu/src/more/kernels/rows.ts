import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../../buffer.js';
import { copy } from '../../kernels/copy.js';
import { sizeBetween } from '../../kernels/walk.js';
import { allocate } from '../../memory.js';

/** From this many elements on a row is copied by a call; measured. */
const LONG = 48;

/** An index that chooses rows: one number for all of [outer, chosen, inner] that share the second. */
interface Rows {
  readonly outer: number;
  readonly chosen: number;
  readonly inner: number;
}

/** How an index along `dim` chooses whole rows of a tensor of a shape; `null` where it does not. */
export function rowsOf({ shape }: View, dim: number, index: View): Rows | null {
  const whole = shape.every(
    (size, d) => d === dim || (index.shape[d] === size && (index.strides[d] === 0 || size === 1)),
  );
  if (!whole || shape.length < 2) return null;
  return {
    outer: sizeBetween(shape, 0, dim),
    chosen: index.shape[dim]!,
    inner: sizeBetween(shape, dim + 1, shape.length),
  };
}

/** `gather` where the index chooses whole rows of a dense tensor, as `indexSelect` and embeddings do; else `null`. */
export function gatherRows(x: View, dim: number, index: View): TypedArray | null {
  const rows = x.dense ? rowsOf(x, dim, index) : null;
  if (rows === null) return null;
  const { outer, chosen, inner } = rows;
  const out = allocate(x.dtype, index.count);
  const from = valuesOf(x);
  const indices = valuesOf(index);
  const block = x.shape[dim]! * inner;
  for (let o = 0, at = 0, start = x.offset; o < outer; o++, start += block) {
    for (let i = 0, ii = index.offset; i < chosen; i++, ii += index.strides[dim]!, at += inner) {
      const row = start + indices[ii]! * inner;
      if (inner >= LONG) out.set(from.subarray(row, row + inner), at);
      else for (let j = 0; j < inner; j++) out[at + j] = from[row + j]!;
    }
  }
  return out;
}

/** Whether an index chooses within the rows of a dense tensor: it is dense, and as long in all dimensions but the last, which is `dim`. */
export function alongRows(x: View, dim: number, index: View): boolean {
  const d = x.shape.length - 1;
  return dim === d && x.dense && index.dense && x.shape.every((size, i) => i === d || size === index.shape[i]);
}

/** `gather` along the last dimension of a dense tensor by a dense index, as long as it in the others; else `null`. */
export function gatherAlong(x: View, dim: number, index: View): TypedArray | null {
  if (!alongRows(x, dim, index)) return null;
  const out = allocate(x.dtype, index.count);
  const from = valuesOf(x);
  const indices = valuesOf(index);
  const [length, chosen] = [x.shape[dim]!, index.shape[dim]!];
  for (let at = 0, row = x.offset; at < index.count; at += chosen, row += length) {
    pick(out, at, from, row, indices, index.offset + at, chosen);
  }
  return out;
}

/** Of one row: engines make better code of short functions that are called often. */
function pick(
  out: TypedArray,
  at: number,
  x: TypedArray,
  row: number,
  index: TypedArray,
  place: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) out[at + i] = x[row + index[place + i]!]!;
}

/** `scatterAdd` of a dense source where the index chooses whole rows; else `null`. */
export function scatterAddRows(x: View, dim: number, index: View, source: View): TypedArray | null {
  const rows = source.dense && x.dtype !== 'bool' ? rowsOf(x, dim, index) : null;
  if (rows === null) return null;
  const out = copy(x);
  const { outer, chosen, inner } = rows;
  const added = valuesOf(source);
  const indices = valuesOf(index);
  const block = x.shape[dim]! * inner;
  for (let o = 0, at = source.offset, start = 0; o < outer; o++, start += block) {
    for (let i = 0, ii = index.offset; i < chosen; i++, ii += index.strides[dim]!, at += inner) {
      const row = start + indices[ii]! * inner;
      for (let j = 0; j < inner; j++) out[row + j] = out[row + j]! + added[at + j]!;
    }
  }
  return out;
}
