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
  const { batch, m, k, n } = sizesOf(a, b);
  const out = allocate(a.dtype, batch * m * n);
  const multiply = isFloating(a.dtype) ? multiplyFloat : multiplyInt;
  eachProduct(a, b, (aAt, bAt, i) => multiply(out, i * m * n, matrix(a, aAt), matrix(b, bAt), m, k, n));
  return out;
}

/** How many products there are in two batches of matrices, and the sizes of each: m x k and k x n. */
export function sizesOf(a: View, b: View): { batch: number; m: number; k: number; n: number } {
  const lead = a.shape.length - 2;
  return { batch: sizeBetween(a.shape, 0, lead), m: a.shape[lead]!, k: a.shape[lead + 1]!, n: b.shape[lead + 1]! };
}

/** Calls for each product with the positions of its two matrices, and its number. */
export function eachProduct(a: View, b: View, visit: (aAt: number, bAt: number, i: number) => void): void {
  const walk = new Walk(a.shape.slice(0, -2), [a.strides, b.strides], [a.offset, b.offset]);
  for (let r = 0, product = 0; r < walk.rows; r++, walk.next()) {
    for (let i = 0; i < walk.length; i++, product++) {
      visit(walk.at[0]! + i * walk.steps[0]!, walk.at[1]! + i * walk.steps[1]!, product);
    }
  }
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
