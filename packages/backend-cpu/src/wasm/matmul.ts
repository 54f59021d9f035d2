import type { Activation, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { rowMajor } from '../kernels/copy.js';
import { singleStride, Walk } from '../kernels/walk.js';
import { allocateFloats } from '../memory.js';
import { align, type Engine } from './engine.js';
import { SLACK } from './operands.js';

/** The numbers by which the kernels know the activations. */
export const activations: readonly Activation[] = ['identity', 'relu', 'sigmoid', 'tanh'];

/**
 * A matrix in an array: element `[i, j]` is at `at + i * row + j * column`; `address` is that of the array, where it stays
 * in the engine's memory, or else 0.
 */
interface Source {
  readonly values: Float32Array;
  readonly address: number;
  readonly row: number;
  readonly column: number;
}

/** Products of float32 matrices, one for each index of the leading dimensions, which the two views have in common. */
export function matmul(engine: Engine, a: View, b: View): Float32Array {
  const lead = a.shape.length - 2;
  const m = a.shape[lead]!;
  const k = a.shape[lead + 1]!;
  const n = b.shape[lead + 1]!;
  const x = source(engine, a);
  const y = source(engine, b);
  if (lead === 0) {
    const out = allocateFloats(m * n);
    multiply(engine, x, a.offset, y, b.offset, out, 0, m, n, k);
    return out;
  }
  const batch = a.shape.slice(0, lead);
  const walk = new Walk(batch, [a.strides.slice(0, lead), b.strides.slice(0, lead)], [a.offset, b.offset]);
  const out = allocateFloats(walk.rows * walk.length * m * n);
  // One b for all: the rows of all a are rows of one matrix, if one stride walks them.
  const rows = walk.rows === 1 && walk.steps[1] === 0 ? singleStride(a.shape.slice(0, lead + 1), a.strides, 0) : null;
  if (rows !== null) {
    multiply(engine, { ...x, row: rows }, a.offset, y, b.offset, out, 0, walk.length * m, n, k);
    return out;
  }
  let at = 0;
  for (let r = 0; r < walk.rows; r++, walk.next()) {
    for (let i = 0; i < walk.length; i++, at += m * n) {
      multiply(engine, x, walk.at[0]! + i * walk.steps[0]!, y, walk.at[1]! + i * walk.steps[1]!, out, at, m, n, k);
    }
  }
  return out;
}

/** `activation(x @ weight.T + bias)`: x [n, i], weight [o, i], bias [o] -> [n, o]. */
export function linear(engine: Engine, x: View, weight: View, bias: View | null, activation: Activation): Float32Array {
  const [m, k] = x.shape as readonly [number, number];
  const n = weight.shape[0]!;
  const out = allocateFloats(m * n);
  const w = source(engine, weight);
  const turned = { values: w.values, address: w.address, row: w.column, column: w.row };
  const number = activations.indexOf(activation);
  multiply(engine, source(engine, x), x.offset, turned, weight.offset, out, 0, m, n, k, bias, number);
  return out;
}

/** The matrices of a view's last two dimensions. */
function source(engine: Engine, x: View): Source {
  const d = x.shape.length;
  const values = valuesOf(x) as Float32Array;
  return { values, address: engine.homeOf(x)?.address ?? 0, row: x.strides[d - 2]!, column: x.strides[d - 1]! };
}

/**
 * Writes `activation(product + bias)` of an m x k and a k x n matrix into `out` from `outAt` on; `bias` has n elements,
 * the activation is its number in {@link activations}.
 */
function multiply(
  engine: Engine,
  a: Source,
  aAt: number,
  b: Source,
  bAt: number,
  out: Float32Array,
  outAt: number,
  m: number,
  n: number,
  k: number,
  bias: View | null = null,
  activation = 0,
): void {
  if (m * n === 0) return;
  const { limit } = engine.sizes;
  if (m * k <= limit && k * n <= limit && m * n <= limit) {
    makeRoom(engine, m, n, k);
    multiplyBlock(engine, a, aAt, b, bAt, m, n, k, false, bias, 0, activation);
    fetch(engine, m, n, out, outAt, n);
    return;
  }
  const depth = Math.min(k, Math.floor(Math.sqrt(limit)));
  const columns = Math.min(n, Math.floor(limit / depth));
  const rows = Math.min(m, Math.floor(limit / Math.max(depth, columns)));
  makeRoom(engine, rows, columns, depth);
  for (let i = 0; i < m; i += rows) {
    const height = Math.min(rows, m - i);
    for (let j = 0; j < n; j += columns) {
      const width = Math.min(columns, n - j);
      for (let p = 0; p < k; p += depth) {
        const from = aAt + i * a.row + p * a.column;
        const below = bAt + p * b.row + j * b.column;
        const deep = Math.min(depth, k - p);
        const last = p + deep === k;
        const [added, then] = last ? [bias, activation] : [null, 0];
        multiplyBlock(engine, a, from, b, below, height, width, deep, p > 0, added, j, then);
      }
      fetch(engine, height, width, out, outAt + i * n + j, n);
    }
  }
}

/** Makes room on the workbench for a product of blocks of up to these sizes, and for what its operands are copied to. */
function makeRoom(engine: Engine, m: number, n: number, k: number): void {
  const { kernels, threads } = engine;
  const operands = (m * n + m * k + k * n + n) * 4 + 4 * (SLACK + 63);
  // The kernel's own answer is never more than this, and asking takes as long as a small product.
  if (operands + ((threads + 1) * (m + n + 16) * k + 2 * m * n) * 4 + threads * 512 <= engine.room) return;
  // A smaller block may be turned where this one is not.
  engine.reserve(operands + Math.max(kernels.gemmWork(m, n, k), kernels.gemmWork(n, m, k)) + m * n * 4);
}

/**
 * Leaves the product of two blocks at the engine's base, or adds it to what is there; then adds elements of the bias from
 * `biasAt` on, and applies the activation.
 */
function multiplyBlock(
  engine: Engine,
  a: Source,
  aAt: number,
  b: Source,
  bAt: number,
  m: number,
  n: number,
  k: number,
  add: boolean,
  bias: View | null,
  biasAt: number,
  activation: number,
): void {
  const { kernels, base } = engine;
  let x = base + align(m * n * 4);
  let y = x + align(m * k * 4 + SLACK);
  let added = y + align(k * n * 4 + SLACK);
  const work = added + align(n * 4 + SLACK);
  let { row: aRow, column: aColumn } = a;
  let { row: bRow, column: bColumn } = b;
  if (a.address !== 0) {
    x = a.address + aAt * 4;
  } else {
    const turned = stage(engine, a, aAt, m, k, x);
    aRow = turned ? 1 : k;
    aColumn = turned ? m : 1;
  }
  if (b.address !== 0) {
    y = b.address + bAt * 4;
  } else {
    const turned = stage(engine, b, bAt, k, n, y);
    bRow = turned ? 1 : n;
    bColumn = turned ? k : 1;
  }
  if (bias === null) added = 0;
  else if (bias.dense) added = engine.bring(bias, biasAt, n, added);
  else engine.load(rowMajor(bias) as Float32Array, biasAt, n, added);
  kernels.gemm(x, aRow, aColumn, y, bRow, bColumn, base, m, n, k, Number(add), added, activation, work);
}

/** Copies a matrix to an address, without gaps; returns whether it lies there column after column. */
function stage(engine: Engine, x: Source, at: number, rows: number, columns: number, address: number): boolean {
  const { floats } = engine;
  const { values, row, column } = x;
  const rowsTogether = column === 1 && (row === columns || rows === 1);
  if (rowsTogether || (row === 1 && (column === rows || columns === 1))) {
    engine.load(values, at, rows * columns, address);
    return !rowsTogether;
  }
  if (column === 1 && columns >= 32) {
    for (let i = 0; i < rows; i++) engine.load(values, at + i * row, columns, address + i * columns * 4);
    return false;
  }
  if (row === 1 && rows >= 32) {
    for (let j = 0; j < columns; j++) engine.load(values, at + j * column, rows, address + j * rows * 4);
    return true;
  }
  let next = address >>> 2;
  for (let i = 0; i < rows; i++) {
    for (let j = 0, from = at + i * row; j < columns; j++, from += column) floats[next++] = values[from]!;
  }
  return false;
}

/** Copies the matrix at the engine's base to rows of `out` that are `step` elements apart. */
function fetch(engine: Engine, rows: number, columns: number, out: Float32Array, at: number, step: number): void {
  const { base } = engine;
  if (columns === step) engine.store(base, rows * columns, out, at);
  else for (let i = 0; i < rows; i++) engine.store(base + i * columns * 4, columns, out, at + i * step);
}
