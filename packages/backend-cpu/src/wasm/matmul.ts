import type { Activation, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { singleStride, sizeBetween, Walk } from '../kernels/walk.js';
import { allocateFloats } from '../memory.js';
import { align, type Engine } from './engine.js';
import { lodging } from './lodging.js';
import { bring, SLACK } from './operands.js';

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
  const rows = sizeBetween(a.shape, 0, lead + 1);
  const y = source(engine, b, b.strides[lead]!, b.strides[lead + 1]!);
  // One b for all: the rows of all a are rows of one matrix, if one stride walks them.
  const row = singleStride(b.shape, b.strides, 0, lead) === 0 ? singleStride(a.shape, a.strides, 0, lead + 1) : null;
  const x = source(engine, a, row ?? a.strides[lead]!, a.strides[lead + 1]!);
  if (row !== null) return multiply(engine, x, a.offset, y, b.offset, null, 0, rows, n, k);
  const out = allocateFloats(rows * n);
  const walk = new Walk(a.shape.slice(0, lead), [a.strides, b.strides], [a.offset, b.offset]);
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
  const a = source(engine, x, x.strides[0]!, x.strides[1]!);
  const b = source(engine, weight, weight.strides[1]!, weight.strides[0]!);
  return multiply(engine, a, x.offset, b, weight.offset, null, 0, m, n, k, bias, activations.indexOf(activation));
}

function source(engine: Engine, x: View, row: number, column: number): Source {
  return { values: valuesOf(x) as Float32Array, address: engine.homeOf(x)?.address ?? 0, row, column };
}

/**
 * Writes `activation(product + bias)` of an m x k and a k x n matrix into `given` from `outAt` on, or into a result that it makes;
 * `bias` has n elements, the activation is its number in {@link activations}.
 */
function multiply(
  engine: Engine,
  a: Source,
  aAt: number,
  b: Source,
  bAt: number,
  given: Float32Array | null,
  outAt: number,
  m: number,
  n: number,
  k: number,
  bias: View | null = null,
  activation = 0,
): Float32Array {
  if (m * n === 0) return given ?? allocateFloats(0);
  const { limit } = engine.sizes;
  const fits = m * k <= limit && k * n <= limit && m * n <= limit;
  const depth = fits ? k : Math.min(k, Math.floor(Math.sqrt(limit)));
  const columns = fits ? n : Math.min(n, Math.floor(limit / depth));
  const rows = fits ? m : Math.min(m, Math.floor(limit / Math.max(depth, columns)));
  // On the workbench: the bias, then a block of the product and what it is made of.
  const biasRoom = align(n * 4 + SLACK);
  makeRoom(
    engine,
    biasRoom + rows * columns * 4 + rows * depth * 4 + depth * columns * 4 + 3 * (SLACK + 63),
    rows,
    columns,
    depth,
  );
  const out = given ?? lodging.arrayFor(engine, m * n);
  const biasAt = bias === null ? 0 : bring(engine, bias, engine.base);
  const product = engine.base + biasRoom;
  if (fits) {
    const to = lodging.addressIn(out, outAt, product);
    multiplyBlock(engine, product, to, a, aAt, b, bAt, m, n, k, false, biasAt, activation);
    if (to === product) engine.store(product, m * n, out, outAt);
    return out;
  }
  for (let i = 0; i < m; i += rows) {
    const height = Math.min(rows, m - i);
    for (let j = 0; j < n; j += columns) {
      const width = Math.min(columns, n - j);
      for (let p = 0; p < k; p += depth) {
        const deep = Math.min(depth, k - p);
        const from = aAt + i * a.row + p * a.column;
        const below = bAt + p * b.row + j * b.column;
        const last = p + deep === k;
        const added = last && biasAt !== 0 ? biasAt + j * 4 : 0;
        const then = last ? activation : 0;
        multiplyBlock(engine, product, product, a, from, b, below, height, width, deep, p > 0, added, then);
      }
      for (let r = 0; r < height; r++) engine.store(product + r * width * 4, width, out, outAt + (i + r) * n + j);
    }
  }
  return out;
}

/**
 * Leaves the product of two blocks at an address, or adds it to what is there; then adds the bias, which is at an address
 * or 0 for none, and applies the activation. `product` is where on the workbench there is room for it and more.
 */
function multiplyBlock(
  engine: Engine,
  product: number,
  to: number,
  a: Source,
  aAt: number,
  b: Source,
  bAt: number,
  m: number,
  n: number,
  k: number,
  add: boolean,
  bias: number,
  activation: number,
): void {
  let x = product + align(m * n * 4);
  let y = x + align(m * k * 4 + SLACK);
  const work = y + align(k * n * 4 + SLACK);
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
  engine.kernels.gemm(x, aRow, aColumn, y, bRow, bColumn, to, m, n, k, Number(add), bias, activation, work);
}

/** Makes room on the workbench for operands of that many bytes, and for what a product of these sizes takes besides. */
export function makeRoom(engine: Engine, operands: number, m: number, n: number, k: number): void {
  const { kernels, threads } = engine;
  // The kernel's own answer is never more than this, and asking takes as long as a small product.
  if (operands + ((threads + 1) * (m + n + 16) * k + 2 * m * n) * 4 + threads * 512 <= engine.room) return;
  // A smaller block may be turned where this one is not.
  engine.reserve(operands + Math.max(kernels.gemmWork(m, n, k), kernels.gemmWork(n, m, k)) + m * n * 4);
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
