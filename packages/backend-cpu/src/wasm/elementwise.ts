import type { Activation, BinaryOp, Operand, UnaryOp, View } from '@kindling/tensor-core/backend';
import { singleStride, sizeBetween } from '../kernels/walk.js';
import { CHUNK, CHUNK_BYTES, type Engine } from './engine.js';
import { lodging } from './lodging.js';
import { activations } from './matmul.js';

/** The functions that have a kernel, by their number there; from `exp` on they cost more than an addition. */
export const unaryOps: readonly UnaryOp[] = ['relu', 'sqrt', 'exp', 'log', 'tanh', 'sigmoid'];
const FIRST_COSTLY = unaryOps.indexOf('exp');
export const binaryOps: readonly BinaryOp[] = ['add', 'sub', 'mul', 'div', 'maximum', 'minimum'];

/** From this many elements on copying into WebAssembly memory and back costs less than a plain loop; measured. */
export const CHEAP = 64;
/** The same where an element costs more than an addition. */
export const COSTLY = 8;

/** One function of each element of a dense float32 view; `null` where there is no kernel for it, or it would be slower. */
export function unary(engine: Engine, op: UnaryOp, x: View): Float32Array | null {
  const number = unaryOps.indexOf(op);
  const size = x.count;
  if (number < (size < CHEAP ? FIRST_COSTLY : 0)) return null;
  const out = lodging.arrayFor(engine, size);
  const { base } = engine;
  for (let i = 0; i < size; i += CHUNK) {
    const n = Math.min(CHUNK, size - i);
    const to = lodging.addressIn(out, i, base);
    engine.kernels.unary(number, engine.bring(x, i, n, base), to, n);
    if (to === base) engine.store(base, n, out, i);
  }
  return out;
}

/** From this many elements on the kernel below is faster than a plain loop; measured. */
export const FAST_ACTIVATION = 64;

/** The gradient of an activation, from dense float32 views. */
export function activationBackward(engine: Engine, activation: Activation, grad: View, y: View): Float32Array {
  const size = y.count;
  const out = lodging.arrayFor(engine, size);
  const g = engine.base;
  const v = g + CHUNK_BYTES;
  const number = activations.indexOf(activation);
  for (let i = 0; i < size; i += CHUNK) {
    const n = Math.min(CHUNK, size - i);
    const to = lodging.addressIn(out, i, g);
    engine.kernels.activationBackward(number, engine.bring(grad, i, n, g), engine.bring(y, i, n, v), to, n);
    if (to === g) engine.store(g, n, out, i);
  }
  return out;
}

/**
 * How an operand lies under rows of a result: from a row to the next it goes on by `row` elements, and from an element to
 * the next by `column`.
 */
interface Pattern {
  /** The length of a row; without rows as much as is worked on at once. */
  readonly columns: number;
  readonly row: number;
  readonly column: number;
}

/** An operand with an element for each of the result's: its rows are as long as the other operand wants. */
const DENSE: Pattern = { columns: CHUNK, row: CHUNK, column: 1 };
/** One number, or one element that repeats. */
const ONE: Pattern = { columns: CHUNK, row: 0, column: 0 };

/** How an operand repeats one row, or one element a row, if it does; `null` where it lies in memory in no simple way. */
function patternOf(x: Operand): Pattern | null {
  if (typeof x === 'number') return ONE;
  if (x.dense) return DENSE;
  const { shape, strides } = x;
  if (singleStride(shape, strides, 0) === 0) return ONE;
  for (let d = 1; d < shape.length; d++) {
    const row = singleStride(shape, strides, 0, d);
    const column = singleStride(shape, strides, d);
    if ((row === 0 && column === 1) || (row === 1 && column === 0)) {
      return { columns: sizeBetween(shape, d, shape.length), row, column };
    }
  }
  return null;
}

/**
 * One function of each pair of elements of float32 operands: one is dense, the other is too, or is a number, or repeats
 * one row, or one number a row. `null` where there is no kernel for it.
 */
export function binary(engine: Engine, op: BinaryOp, a: Operand, b: Operand): Float32Array | null {
  const number = binaryOps.indexOf(op);
  const x = patternOf(a);
  const y = patternOf(b);
  if (number < 0 || !x || !y || (x !== DENSE && y !== DENSE)) return null;
  const { columns } = x === DENSE ? y : x;
  if (columns > CHUNK) return null;
  const size = ((x === DENSE ? a : b) as View).count;
  const out = lodging.arrayFor(engine, size);
  const { base } = engine;
  const bench = base + 2 * CHUNK_BYTES;
  const aRow = x === DENSE ? columns : x.row;
  const bRow = y === DENSE ? columns : y.row;
  const step = Math.floor(CHUNK / columns) * columns;
  let p = 0;
  let q = 0;
  for (let i = 0, n: number; i < size; i += n) {
    const row = i / columns;
    n = Math.min(step, size - i);
    const width = Math.min(columns, n);
    const rows = n / width;
    if (i === 0 || aRow > 0) p = bringRows(engine, a, row, rows, aRow, width, x.column, base);
    if (i === 0 || bRow > 0) q = bringRows(engine, b, row, rows, bRow, width, y.column, base + CHUNK_BYTES);
    const to = lodging.addressIn(out, i, bench);
    engine.kernels.binary(number, p, aRow * 4, x.column * 16, q, bRow * 4, y.column * 16, to, rows, width);
    if (to === bench) engine.store(bench, n, out, i);
  }
  return out;
}

/** The address at which rows of an operand are found, from row `first` of the result on: copied to `address`, if need be. */
function bringRows(
  engine: Engine,
  x: Operand,
  first: number,
  rows: number,
  row: number,
  columns: number,
  column: number,
  address: number,
): number {
  if (typeof x === 'number') engine.floats[address >>> 2] = x;
  else return engine.bring(x, first * row, (rows - 1) * row + (columns - 1) * column + 1, address);
  return address;
}
