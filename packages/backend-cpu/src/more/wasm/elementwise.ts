import type { BinaryOp, Operand, UnaryOp, View } from '@kindling/tensor-core/backend';
import { singleStride, sizeBetween } from '../../kernels/walk.js';
import { binaryOps, unaryOps } from '../../wasm/elementwise.js';
import { align, CHUNK, type Engine } from '../../wasm/engine.js';
import { lodging } from '../../wasm/lodging.js';
import { SLACK } from '../../wasm/operands.js';
import { moreKernels } from './exports.js';

/**
 * How an operand lies under rows of the result: so many elements from a row to the next and from a column to the next, and the
 * number of rows after which it begins anew (0 for never).
 */
interface Rows {
  readonly rows: number;
  readonly row: number;
  readonly column: number;
  readonly period: number;
  /** How many elements it has in memory. */
  readonly size: number;
}

/** One number, or one element that repeats. */
const ONE: Rows = { rows: 1, row: 0, column: 0, period: 0, size: 1 };

/** What lies as the result does, or is one number. */
const isFlat = (x: Operand): boolean => typeof x === 'number' || x.dense || singleStride(x.shape, x.strides, 0) === 0;

/** Rows that repeat one element each or lie in a row that repeats, also some of them again and again, as the channels of images. */
function rowsOf({ shape, strides }: View): Rows | null {
  for (let d = 1; d < shape.length; d++) {
    const rows = sizeBetween(shape, 0, d);
    const columns = sizeBetween(shape, d, shape.length);
    const row = singleStride(shape, strides, 0, d);
    const column = singleStride(shape, strides, d);
    if (row === 0 && column === 1) return { rows, row, column, period: 0, size: columns };
    if (row === 1 && column === 0) return { rows, row, column, period: 0, size: rows };
    if (column !== 0) continue;
    for (let from = 1; from < d; from++) {
      if (singleStride(shape, strides, 0, from) !== 0 || singleStride(shape, strides, from, d) !== 1) continue;
      const period = sizeBetween(shape, from, d);
      return { rows, row: 1, column: 0, period, size: period };
    }
  }
  return null;
}

/** The functions that have a kernel in one of the modules, by their number there. */
const moreUnaryOps: readonly UnaryOp[] = [...unaryOps, 'neg', 'abs', 'rsqrt', 'reciprocal'];

/** Whether it is only here that a function has a kernel. */
export const isSeldom = (op: UnaryOp): boolean => moreUnaryOps.indexOf(op) >= unaryOps.length;

/** How many elements are on the workbench at once. */
const blockOf = (engine: Engine): number => (engine.threads > 1 ? 4 * CHUNK : CHUNK);

/** One function of each element of a dense float32 view; `null` where there is no kernel for it. */
export function unary(engine: Engine, op: UnaryOp, x: View): Float32Array | null {
  const number = moreUnaryOps.indexOf(op);
  if (number < 0) return null;
  return each(engine, x, (from, to, n) => {
    moreKernels(engine).eachPair(number, from, 0, 16, 0, 0, 0, 0, 0, to, 1, n);
  });
}

/** The error function of each element of a dense float32 view, or GELU. */
export function erf(engine: Engine, x: View, gelu: boolean): Float32Array {
  return each(engine, x, (from, to, n) => moreKernels(engine).erf(from, to, n, Number(gelu)));
}

/** A result with an element for each of a dense view's, of which the kernel gets those that fit, or all where they stay. */
function each(engine: Engine, x: View, kernel: (from: number, to: number, n: number) => void): Float32Array {
  const block = blockOf(engine);
  // Before the result is there: the memory may grow here.
  engine.reserve(block * 4 + SLACK);
  const out = lodging.arrayFor(engine, x.count);
  const { base } = engine;
  const step = engine.homeOf(x) !== null && lodging.addressIn(out, 0, base) !== base ? x.count : block;
  for (let i = 0; i < x.count; i += step) {
    const n = Math.min(step, x.count - i);
    const to = lodging.addressIn(out, i, base);
    kernel(engine.bring(x, i, n, base), to, n);
    if (to === base) engine.store(base, n, out, i);
  }
  return out;
}

/** One function of each pair of elements of float32 operands, of which one is dense; `null` where there is no kernel for it. */
export function binary(engine: Engine, op: BinaryOp, a: Operand, b: Operand): Float32Array | null {
  const number = binaryOps.indexOf(op);
  const isDense = (x: Operand): x is View => typeof x !== 'number' && x.dense;
  const model = isDense(a) ? a : b;
  if (number < 0 || !isDense(model)) return null;
  const other = model === a ? b : a;
  const repeats = isFlat(other) ? ONE : rowsOf(other as View);
  if (repeats === null) return null;
  const { count } = model;
  const columns = count / repeats.rows;
  const whole = blockOf(engine);
  // Of rows, as many as fit, from the beginning of what repeats on.
  let step = columns;
  if (repeats === ONE) step = whole;
  else if (repeats.period * columns > whole || repeats.period === 0) step *= Math.max(1, Math.floor(whole / columns));
  else step *= Math.floor(whole / (repeats.period * columns)) * repeats.period;
  const room = align(step * 4 + SLACK);
  const repeatedRoom = isDense(other) ? room : align(repeats.size * 4 + SLACK);
  engine.reserve(2 * room + repeatedRoom);
  const out = lodging.arrayFor(engine, count);
  const { base } = engine;
  const bench = base + room + repeatedRoom;
  const stays = (x: Operand): boolean => !isDense(x) || engine.homeOf(x) !== null;
  const all = stays(a) && stays(b) && lodging.addressIn(out, 0, bench) !== bench;
  const repeated = isDense(other) ? 0 : bringRepeated(engine, other, repeats.size, base + room);
  for (let i = 0, n: number; i < count; i += n) {
    const row = repeats === ONE ? 0 : i / columns;
    const begun = repeats.period === 0 ? row : row % repeats.period;
    n = all ? count : Math.min(step, count - i);
    if (begun > 0 && repeats.period > 0) n = Math.min(n, (repeats.period - begun) * columns);
    const width = repeats === ONE ? n : columns;
    const rows = n / width;
    /** Where an operand is, and how it goes on. */
    const place = (x: Operand, address: number): [number, number, number, number] =>
      isDense(x)
        ? [engine.bring(x, i, n, address), width * 4, 16, 0]
        : [
            repeated + begun * repeats.row * 4,
            repeats.row * 4,
            repeats.column * 16,
            begun + rows > repeats.period ? repeats.period : 0,
          ];
    const to = lodging.addressIn(out, i, bench);
    moreKernels(engine).eachPair(
      number,
      ...place(a, a === model ? base : base + room),
      ...place(b, b === model ? base : base + room),
      to,
      rows,
      width,
    );
    if (to === bench) engine.store(bench, n, out, i);
  }
  return out;
}

/** The address of an operand that repeats. */
function bringRepeated(engine: Engine, x: Operand, size: number, address: number): number {
  if (typeof x !== 'number') return engine.bring(x, 0, size, address);
  engine.floats[address >>> 2] = x;
  return address;
}
