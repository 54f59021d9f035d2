import type { Activation, BinaryOp, UnaryOp, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocateFloats } from '../memory.js';
import { CHUNK, CHUNK_BYTES, type Engine } from './engine.js';
import { activations } from './matmul.js';

/** The functions that have a kernel, by their number there. */
const unaryOps: readonly UnaryOp[] = [
  'neg',
  'abs',
  'relu',
  'sqrt',
  'rsqrt',
  'reciprocal',
  'exp',
  'log',
  'tanh',
  'sigmoid',
];
const binaryOps: readonly BinaryOp[] = ['add', 'sub', 'mul', 'div', 'maximum', 'minimum'];

const unaryNumbers = new Map(unaryOps.map((op, i) => [op, i]));
const binaryNumbers = new Map(binaryOps.map((op, i) => [op, i]));

/** One function of each element of a dense float32 view; `null` where there is no kernel for it. */
export function unary(engine: Engine, op: UnaryOp, x: View): Float32Array | null {
  const number = unaryNumbers.get(op);
  if (number === undefined) return null;
  const { size } = x;
  const out = allocateFloats(size);
  const { base } = engine;
  for (let i = 0; i < size; i += CHUNK) {
    const n = Math.min(CHUNK, size - i);
    engine.kernels.unary(number, engine.bring(x, i, n, base), base, n);
    engine.store(base, n, out, i);
  }
  return out;
}

/** From this many elements on the kernel below is faster than a plain loop; measured. */
export const FAST_ACTIVATION = 64;

/** The gradient of an activation, from dense float32 views. */
export function activationBackward(engine: Engine, activation: Activation, grad: View, y: View): Float32Array {
  const { size } = y;
  const out = allocateFloats(size);
  const g = engine.base;
  const v = g + CHUNK_BYTES;
  const number = activations.indexOf(activation);
  for (let i = 0; i < size; i += CHUNK) {
    const n = Math.min(CHUNK, size - i);
    engine.kernels.activationBackward(number, engine.bring(grad, i, n, g), engine.bring(y, i, n, v), g, n);
    engine.store(g, n, out, i);
  }
  return out;
}

/** How an operand repeats: not at all, each row of it, each column of it, or one number. */
type Repeat = 'none' | 'rows' | 'columns' | 'all';

/**
 * One function of each pair of elements of float32 operands: one is dense, the other is too, or is a number, or repeats
 * one row, or one number a row. `null` where there is no kernel for it.
 */
export function binary(engine: Engine, op: BinaryOp, a: View | number, b: View | number): Float32Array | null {
  const number = binaryNumbers.get(op);
  if (number === undefined) return null;
  const model = (typeof a === 'number' ? b : a) as View;
  const aRepeat = typeof a === 'number' ? 'all' : repeatOf(a);
  const bRepeat = typeof b === 'number' ? 'all' : repeatOf(b);
  if (aRepeat === null || bRepeat === null) return null;
  if (aRepeat !== 'none' && bRepeat !== 'none') return null;
  const { size } = model;
  const repeating = aRepeat === 'none' ? b : a;
  const repeat = aRepeat === 'none' ? bRepeat : aRepeat;
  const columns = repeat === 'rows' || repeat === 'columns' ? rowLength(repeating as View, repeat) : size;
  if (columns > CHUNK && repeat !== 'none' && repeat !== 'all') return null;
  const out = allocateFloats(size);
  run(engine, number, a, aRepeat, b, bRepeat, out, columns);
  return out;
}

function run(
  engine: Engine,
  op: number,
  a: View | number,
  aRepeat: Repeat,
  b: View | number,
  bRepeat: Repeat,
  out: Float32Array,
  columns: number,
): void {
  const size = out.length;
  const x = engine.base;
  const y = x + CHUNK_BYTES;
  const to = y + CHUNK_BYTES;
  const byRows = aRepeat === 'rows' || bRepeat === 'rows' || aRepeat === 'columns' || bRepeat === 'columns';
  const rowsAtOnce = byRows ? Math.floor(CHUNK / columns) : 1;
  const step = byRows ? rowsAtOnce * columns : CHUNK;
  for (let i = 0; i < size; i += step) {
    const n = Math.min(step, size - i);
    const rows = byRows ? n / columns : 1;
    const p = stage(engine, a, aRepeat, i, n, columns, x);
    const q = stage(engine, b, bRepeat, i, n, columns, y);
    const width = byRows ? columns : n;
    const [aRow, bRow] = [rowStep(aRepeat, width), rowStep(bRepeat, width)];
    engine.kernels.binary(op, p, aRow, innerStep(aRepeat), q, bRow, innerStep(bRepeat), to, rows, width);
    engine.store(to, n, out, i);
  }
}

/** Brings what elements `from` to `from + n` of the result need of an operand to an address; returns where it is. */
function stage(
  engine: Engine,
  x: View | number,
  repeat: Repeat,
  from: number,
  n: number,
  columns: number,
  address: number,
): number {
  if (typeof x === 'number') {
    engine.floats[address >>> 2] = x;
    return address;
  }
  if (repeat === 'none') return engine.bring(x, from, n, address);
  const values = valuesOf(x) as Float32Array;
  if (repeat === 'columns') engine.load(values, x.offset + from / columns, n / columns, address);
  else if (repeat === 'all') engine.floats[address >>> 2] = values[x.offset]!;
  else if (from === 0) engine.load(values, x.offset, columns, address);
  return address;
}

function innerStep(repeat: Repeat): number {
  return repeat === 'none' || repeat === 'rows' ? 16 : 0;
}

function rowStep(repeat: Repeat, columns: number): number {
  if (repeat === 'none') return columns * 4;
  return repeat === 'columns' ? 4 : 0;
}

/** How a view repeats its elements, or `null` where it lies in memory in no simple way. */
function repeatOf(x: View): Repeat | null {
  if (x.dense) return 'none';
  const { shape, strides } = x;
  let d = shape.length - 1;
  const still = (i: number) => shape[i] === 1 || strides[i] === 0;
  if (still(d)) {
    while (d >= 0 && still(d)) d--;
    if (d < 0) return 'all';
    return denseAlong(x, 0, d + 1) ? 'columns' : null;
  }
  let first = 0;
  while (still(first)) first++;
  return denseAlong(x, first, shape.length) ? 'rows' : null;
}

/** Whether dimensions `from` to `to` lie in row-major order without gaps. */
function denseAlong({ shape, strides }: View, from: number, to: number): boolean {
  let step = 1;
  for (let d = to - 1; d >= from; d--) {
    if (shape[d] !== 1 && strides[d] !== step) return false;
    step *= shape[d]!;
  }
  return true;
}

/** The length of the row that repeats, or that one number fills. */
function rowLength({ shape, strides }: View, repeat: Repeat): number {
  let length = 1;
  for (let d = shape.length - 1; d >= 0; d--) {
    const still = shape[d] === 1 || strides[d] === 0;
    if (still === (repeat === 'rows') && shape[d] !== 1) break;
    length *= shape[d]!;
  }
  return length;
}
