import type { TypedArray, View } from '@kindling/tensor-core/backend';
import { isFloating } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocate } from '../memory.js';
import { sizeBetween, Walk } from './walk.js';

/** A matrix in an array: element `[i, j]` is at `at + i * row + j * column`. */
export interface Matrix {
  readonly values: TypedArray;
  readonly at: number;
  readonly row: number;
  readonly column: number;
}

/** Products of matrices, one for each index of the leading dimensions, which the two views have in common. */
export function matmul(a: View, b: View): TypedArray {
  const lead = a.shape.length - 2;
  const m = a.shape[lead]!;
  const k = a.shape[lead + 1]!;
  const n = b.shape[lead + 1]!;
  const out = allocate(a.dtype, sizeBetween(a.shape, 0, lead + 1) * n);
  const multiply = isFloating(a.dtype) ? multiplyFloat : multiplyInt;
  const walk = new Walk(a.shape.slice(0, lead), [a.strides, b.strides], [a.offset, b.offset]);
  let at = 0;
  for (let r = 0; r < walk.rows; r++, walk.next()) {
    for (let i = 0; i < walk.length; i++, at += m * n) {
      const x = matrix(a, walk.at[0]! + i * walk.steps[0]!);
      const y = matrix(b, walk.at[1]! + i * walk.steps[1]!);
      multiply(out, at, x, y, m, k, n);
    }
  }
  return out;
}

/** The matrix of a view's last two dimensions whose first element is at `at`. */
export function matrix(x: View, at: number): Matrix {
  const d = x.shape.length;
  return { values: valuesOf(x), at, row: x.strides[d - 2]!, column: x.strides[d - 1]! };
}

/** Writes the product of an m x k and a k x n matrix from `out[at]` on: sums in double in the order of k, rounded once. */
export function multiplyFloat(
  out: TypedArray,
  at: number,
  a: Matrix,
  b: Matrix,
  m: number,
  k: number,
  n: number,
): void {
  const sums = new Float64Array(n);
  for (let i = 0; i < m; i++, at += n) {
    const row = a.at + i * a.row;
    if (b.column === 1) addRows(sums, a, row, b, k, n);
    else addDots(sums, a, row, b, k, n);
    for (let j = 0; j < n; j++) out[at + j] = sums[j]!;
  }
}

/** One row of a product, reading `b` along its rows. */
function addRows(sums: Float64Array, a: Matrix, row: number, b: Matrix, k: number, n: number): void {
  const y = b.values;
  sums.fill(0);
  for (let p = 0; p < k; p++) {
    const v = a.values[row + p * a.column]!;
    const from = b.at + p * b.row;
    for (let j = 0; j < n; j++) sums[j] = sums[j]! + v * y[from + j]!;
  }
}

/** One row of a product, reading `b` along its columns; the same sums in the same order. */
function addDots(sums: Float64Array, a: Matrix, row: number, b: Matrix, k: number, n: number): void {
  const x = a.values;
  const y = b.values;
  for (let j = 0; j < n; j++) {
    let sum = 0;
    let ai = row;
    let bi = b.at + j * b.column;
    for (let p = 0; p < k; p++, ai += a.column, bi += b.row) sum += x[ai]! * y[bi]!;
    sums[j] = sum;
  }
}

/** As `multiplyFloat` for int32, wrapping, and for bool, where the sum is "any". */
function multiplyInt(out: TypedArray, at: number, a: Matrix, b: Matrix, m: number, k: number, n: number): void {
  for (let i = 0; i < m; i++, at += n) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      let ai = a.at + i * a.row;
      let bi = b.at + j * b.column;
      for (let p = 0; p < k; p++, ai += a.column, bi += b.row)
        sum = (sum + Math.imul(a.values[ai]!, b.values[bi]!)) | 0;
      out[at + j] = out instanceof Uint8Array ? Number(sum > 0) : sum;
    }
  }
}
