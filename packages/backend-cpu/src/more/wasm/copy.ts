import type { View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../../buffer.js';
import { sizeBetween } from '../../kernels/walk.js';
import { binaryOps } from '../../wasm/elementwise.js';
import type { Engine } from '../../wasm/engine.js';
import { lodging } from '../../wasm/lodging.js';
import { SLACK } from '../../wasm/operands.js';
import { moreKernels } from './exports.js';

const TIMES = binaryOps.indexOf('mul');
/** The least rows and columns that are turned in blocks. */
const SIDE = 4;

/** How many matrices a view has whose columns lie together, as a transposed one's do, and their sizes; `null` for others. */
function turnedOf({ shape, strides, count }: View): { matrices: number; rows: number; columns: number } | null {
  const d = shape.length - 2;
  if (d < 0 || strides[d] !== 1) return null;
  const [rows, columns] = [shape[d]!, shape[d + 1]!];
  if (strides[d + 1] !== rows || rows < SIDE || columns < SIDE) return null;
  // Matrices lie behind each other.
  for (let e = d - 1; e >= 0; e--) if (strides[e] !== sizeBetween(shape, e + 1, d + 2) && shape[e] !== 1) return null;
  return { matrices: count / (rows * columns), rows, columns };
}

/**
 * A copy in row-major order of a float32 view that is dense, or whose last two dimensions changed places; `null` of others. While a
 * scope is under way it lies in the engine's memory.
 */
export function copied(engine: Engine, x: View): Float32Array | null {
  const { count } = x;
  if (x.dense) {
    const out = lodging.arrayFor(engine, count);
    const [from, to] = [engine.addressOf(x), lodging.addressIn(out, 0, 0)];
    // By threads where there are some: JavaScript takes twice as long in memory that is shared.
    if (engine.threads > 1 && from !== 0 && to !== 0) {
      engine.floats[engine.base >>> 2] = 1;
      moreKernels(engine).eachPair(TIMES, from, count * 4, 16, 0, engine.base, 0, 0, 0, to, 1, count);
    } else out.set((valuesOf(x) as Float32Array).subarray(x.offset, x.offset + count));
    return out;
  }
  const turned = turnedOf(x);
  if (turned === null || count > engine.sizes.limit) return null;
  const { matrices, rows, columns } = turned;
  const stays = engine.homeOf(x) !== null;
  const room = count * 4 + SLACK;
  engine.reserve(2 * room);
  const out = lodging.arrayFor(engine, count);
  const { base } = engine;
  const bench = base + room;
  const to = lodging.addressIn(out, 0, bench);
  if (!stays) engine.load(valuesOf(x) as Float32Array, x.offset, count, base);
  const from = stays ? engine.addressOf(x) : base;
  for (let i = 0, at = 0; i < matrices; i++, at += rows * columns * 4) {
    engine.kernels.transpose(from + at, columns, rows, to + at);
  }
  if (to === bench) engine.store(bench, count, out, 0);
  return out;
}

/** A copy of an array; while a scope is under way it lies in the engine's memory. */
export function uploaded(engine: Engine, values: Float32Array): Float32Array {
  const out = lodging.arrayFor(engine, values.length);
  out.set(values);
  return out;
}
