import type { View } from '@kindling/tensor-core/backend';
import { singleStride, sizeBetween } from '../../kernels/walk.js';
import { allocate, allocateFloats } from '../../memory.js';
import { CHUNK, CHUNK_BYTES, type Engine } from '../../wasm/engine.js';
import { moreKernels } from './exports.js';

/**
 * Calls `visit` with rows of a dense view, as many as fit on the workbench, or with all that may be at once where they stay in the
 * memory; `false` where one does not fit, or is empty.
 */
function eachRows(
  engine: Engine,
  x: View,
  keep: number,
  visit: (address: number, rows: number, columns: number, first: number) => void,
): boolean {
  const rows = sizeBetween(x.shape, 0, keep);
  const columns = sizeBetween(x.shape, keep, x.shape.length);
  if (!x.dense || columns === 0 || columns > CHUNK) return false;
  // Results are on the workbench behind the operand's chunk.
  const step = engine.homeOf(x) === null ? Math.floor(CHUNK / columns) : CHUNK;
  for (let i = 0; i < rows; i += step) {
    const n = Math.min(step, rows - i);
    visit(engine.bring(x, i * columns, n * columns, engine.base), n, columns, i);
  }
  return true;
}

/**
 * The largest or smallest of a float32 view over all dimensions from `keep` on, where the view is dense, or dense with the
 * reduced dimensions first; `null` where it is neither.
 */
export function extremes(engine: Engine, op: 'max' | 'min', x: View, keep: number): Float32Array | null {
  const least = Number(op === 'min');
  const { shape, strides } = x;
  const groups = sizeBetween(shape, 0, keep);
  const out = allocateFloats(groups);
  const to = engine.base + CHUNK_BYTES;
  const store = (address: number, n: number, columns: number, i: number): void => {
    moreKernels(engine).extremeRows(least, address, n, columns, to);
    engine.store(to, n, out, i);
  };
  if (eachRows(engine, x, keep, store)) return out;
  const rows = groups === 0 ? 0 : x.count / groups;
  if (rows === 0) return null;
  if (x.dense) return ofLong(engine, op, x, rows, out);
  if (groups > CHUNK || singleStride(shape, strides, keep) !== groups || singleStride(shape, strides, 0, keep) !== 1)
    return null;
  engine.floats.fill(op === 'min' ? Infinity : -Infinity, to >>> 2, (to >>> 2) + groups);
  const step = Math.floor(CHUNK / groups);
  for (let i = 0; i < rows; i += step) {
    const n = Math.min(step, rows - i);
    const from = engine.bring(x, i * groups, n * groups, engine.base);
    moreKernels(engine).extremeColumns(least, from, n, groups, to);
  }
  engine.store(to, groups, out, 0);
  return out;
}

/** Of rows that are longer than a chunk: of their chunks, and of those. */
function ofLong(engine: Engine, op: 'max' | 'min', x: View, columns: number, out: Float32Array): Float32Array {
  const least = Number(op === 'min');
  const to = engine.base + CHUNK_BYTES;
  const stays = engine.homeOf(x) !== null;
  for (let r = 0; r < out.length; r++) {
    let best = op === 'min' ? Infinity : -Infinity;
    for (let i = 0, n: number; i < columns; i += n) {
      // What stays is compared in chunks by threads.
      const chunks = stays ? Math.min(CHUNK, Math.floor((columns - i) / CHUNK)) : 1;
      n = Math.min(Math.max(1, chunks) * CHUNK, columns - i);
      const rows = Math.max(1, chunks);
      moreKernels(engine).extremeRows(least, engine.bring(x, r * columns + i, n, engine.base), rows, n / rows, to);
      for (let k = 0; k < rows; k++) best = Math[op](best, engine.floats[(to >>> 2) + k]!);
    }
    out[r] = best;
  }
  return out;
}

/** Where in its row the first largest or smallest of a dense float32 view is; `null` where rows do not fit. */
export function positions(engine: Engine, op: 'max' | 'min', x: View, keep: number): Int32Array | null {
  const out = allocate('int32', sizeBetween(x.shape, 0, keep)) as Int32Array;
  const to = engine.base + CHUNK_BYTES;
  const fits = eachRows(engine, x, keep, (address, n, columns, i) => {
    moreKernels(engine).positionRows(Number(op === 'min'), address, n, columns, to);
    out.set(new Int32Array(engine.memory.buffer, to, n), i);
  });
  return fits ? out : null;
}
