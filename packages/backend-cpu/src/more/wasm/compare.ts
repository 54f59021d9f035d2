import type { BinaryOp, Operand, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../../buffer.js';
import { singleStride } from '../../kernels/walk.js';
import { allocate } from '../../memory.js';
import { CHUNK, CHUNK_BYTES, type Engine } from '../../wasm/engine.js';
import { lodging } from '../../wasm/lodging.js';
import { SLACK } from '../../wasm/operands.js';
import { moreKernels } from './exports.js';

/** The comparisons by the number that the kernel gives them, and whether the operands change places. */
const comparisons: { readonly [op in BinaryOp]?: readonly [number, boolean] } = {
  eq: [0, false],
  ne: [1, false],
  lt: [2, false],
  le: [3, false],
  gt: [2, true],
  ge: [3, true],
};

/** The bytes from one chunk to the next: the kernels read and write a line behind them. */
const ROOM = CHUNK_BYTES + 64;

/** The number that an operand is everywhere; `null` where it has elements. */
function everywhere(x: Operand): number | null {
  if (typeof x === 'number') return x;
  return x.count > 1 && singleStride(x.shape, x.strides, 0) === 0 ? valuesOf(x)[x.offset]! : null;
}

/** Whether an operand is one number or dense. */
const isSimple = (x: Operand): boolean => typeof x === 'number' || x.dense || everywhere(x) !== null;

/** How many elements of operands are worked on at once: all that may be, where all operands stay in the memory. */
function stepOf(engine: Engine, count: number, ...operands: readonly Operand[]): number {
  const stay = operands.every((x) => everywhere(x) !== null || engine.homeOf(x as View) !== null);
  return Math.min(count, stay ? engine.sizes.limit : CHUNK);
}

/** Brings chunks of an operand to an address, from where the kernel goes on by `step` bytes. */
function chunksOf(engine: Engine, x: Operand, address: number): { step: number; at(from: number, n: number): number } {
  const number = everywhere(x);
  if (number === null) return { step: 64, at: (from, n) => engine.bring(x as View, from, n, address) };
  engine.floats.fill(number, address >>> 2, (address >>> 2) + 16);
  return { step: 0, at: () => address };
}

/** Comparisons of float32 operands that are dense or one number; `null` for others. */
export function compare(engine: Engine, op: BinaryOp, a: Operand, b: Operand): Uint8Array | null {
  const found = comparisons[op];
  if (found === undefined || !isSimple(a) || !isSimple(b)) return null;
  const [number, swapped] = found;
  const { count } = (typeof a === 'number' ? b : a) as View;
  const out = allocate('bool', count) as Uint8Array;
  const step = stepOf(engine, count, a, b);
  engine.reserve(2 * ROOM + step + SLACK);
  const { base } = engine;
  const x = chunksOf(engine, swapped ? b : a, base);
  const y = chunksOf(engine, swapped ? a : b, base + ROOM);
  const to = base + 2 * ROOM;
  for (let i = 0; i < count; i += step) {
    const n = Math.min(step, count - i);
    moreKernels(engine).compare(number, x.at(i, n), x.step, y.at(i, n), y.step, to, n);
    out.set(new Uint8Array(engine.memory.buffer, to, n), i);
  }
  return out;
}

/** Float32 operands that are dense or one number, by a dense condition; `null` for others. */
export function where(engine: Engine, condition: View, a: Operand, b: Operand): Float32Array | null {
  if (!condition.dense || !isSimple(a) || !isSimple(b)) return null;
  const { count } = condition;
  const most = stepOf(engine, count, a, b);
  engine.reserve(3 * ROOM + most + SLACK);
  const out = lodging.arrayFor(engine, count);
  const { base } = engine;
  const x = chunksOf(engine, a, base);
  const y = chunksOf(engine, b, base + ROOM);
  const bench = base + 2 * ROOM;
  const at = base + 3 * ROOM;
  const test = valuesOf(condition) as Uint8Array;
  const step = lodging.addressIn(out, 0, bench) === bench ? Math.min(most, CHUNK) : most;
  for (let i = 0; i < count; i += step) {
    const n = Math.min(step, count - i);
    const from = condition.offset + i;
    const to = lodging.addressIn(out, i, bench);
    new Uint8Array(engine.memory.buffer, at, n).set(test.subarray(from, from + n));
    moreKernels(engine).where(at, x.at(i, n), x.step, y.at(i, n), y.step, to, n);
    if (to === bench) engine.store(to, n, out, i);
  }
  return out;
}
