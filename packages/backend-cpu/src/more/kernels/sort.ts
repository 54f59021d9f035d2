import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { allocate } from '../../memory.js';

/** Shorter rows are sorted faster by comparing; measured. */
const LEAST = 64;
/** From this many elements on fewer passes with larger counts are faster. */
const LONG = 8192;

/**
 * Sorts the rows of a float32 or int32 view by their bits, digit by digit from the last on, which keeps the order of equal elements;
 * `null` for other dtypes and short rows. NaN is the largest.
 */
export function sortByDigits(x: View, descending: boolean): { values: TypedArray; indices: TypedArray } | null {
  const length = x.shape.at(-1) ?? 1;
  if (length < LEAST || (x.dtype !== 'float32' && x.dtype !== 'int32')) return null;
  const from = rowMajor(x);
  const values = allocate(x.dtype, x.count);
  const indices = allocate('int32', x.count) as Int32Array;
  const keysOf = x.dtype === 'float32' ? floatKeys : intKeys;
  const keys = new Uint32Array(length);
  const spare = new Int32Array(length);
  const bits = length < LONG ? 8 : 11;
  const counts = new Int32Array(1 << bits);
  for (let start = 0; start < x.count; start += length) {
    keysOf(from, start, keys, descending ? -1 : 0);
    const order = orderOf(keys, indices.subarray(start, start + length), spare, counts, bits);
    if (order === spare) indices.set(order, start);
    for (let i = start; i < start + length; i++) values[i] = from[start + indices[i]!]!;
  }
  return { values, indices };
}

/** Whole numbers in the order of floats: those below 0 have all bits turned round, the others the sign's. */
function floatKeys(x: TypedArray, start: number, keys: Uint32Array, turn: number): void {
  const bits = new Int32Array(x.buffer, x.byteOffset + start * 4, keys.length);
  for (let i = 0; i < keys.length; i++) {
    const value = x[start + i]!;
    const own = bits[i]!;
    // Both zeros are equal, and so is every NaN.
    if (value === 0) keys[i] = 0x80000000 ^ turn;
    else keys[i] = (Number.isNaN(value) ? -1 : own ^ ((own >> 31) | 0x80000000)) ^ turn;
  }
}

function intKeys(x: TypedArray, start: number, keys: Uint32Array, turn: number): void {
  for (let i = 0; i < keys.length; i++) keys[i] = x[start + i]! ^ 0x80000000 ^ turn;
}

/** The positions of keys in ascending order; equal ones as they are. It is in one of the two arrays given. */
function orderOf(keys: Uint32Array, a: Int32Array, b: Int32Array, counts: Int32Array, bits: number): Int32Array {
  let order = a;
  let next = b;
  for (let i = 0; i < keys.length; i++) order[i] = i;
  const mask = counts.length - 1;
  for (let shift = 0; shift < 32; shift += bits) {
    counts.fill(0);
    for (let i = 0; i < keys.length; i++) {
      const digit = (keys[i]! >>> shift) & mask;
      counts[digit] = counts[digit]! + 1;
    }
    // All have the same digit.
    if (counts[(keys[0]! >>> shift) & mask] === keys.length) continue;
    for (let digit = 0, before = 0; digit <= mask; digit++) {
      const own = counts[digit]!;
      counts[digit] = before;
      before += own;
    }
    for (let i = 0; i < keys.length; i++) {
      const position = order[i]!;
      const digit = (keys[position]! >>> shift) & mask;
      const at = counts[digit]!;
      next[at] = position;
      counts[digit] = at + 1;
    }
    [order, next] = [next, order];
  }
  return order;
}
