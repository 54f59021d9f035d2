import type { View } from '@kindling/tensor-core/backend';
import { singleStride, sizeBetween } from '../kernels/walk.js';
import { allocateFloats } from '../memory.js';
import { CHUNK, CHUNK_BYTES, type Engine } from './engine.js';

/**
 * Sums of a float32 view over all dimensions from `keep` on, where the view is dense, or dense with the summed dimensions
 * first (the columns of a matrix); `null` where it is neither.
 */
export function sum(engine: Engine, x: View, keep: number): Float32Array | null {
  const { shape, strides } = x;
  const columns = sizeBetween(shape, 0, keep);
  const rows = sizeBetween(shape, keep, shape.length);
  if (x.dense) return rows > CHUNK ? sumLong(engine, x, columns, rows) : sumRows(engine, x, columns, rows);
  const along = singleStride(shape, strides, keep);
  const outer = singleStride(shape, strides, 0, keep);
  return along === columns && outer === 1 && columns <= CHUNK ? sumColumns(engine, x, rows, columns) : null;
}

function sumRows(engine: Engine, x: View, rows: number, columns: number): Float32Array {
  const out = allocateFloats(rows);
  if (columns === 0) return out.fill(0);
  const { base } = engine;
  const step = Math.floor(CHUNK / columns);
  for (let i = 0; i < rows; i += step) {
    const n = Math.min(step, rows - i);
    engine.kernels.sumRows(engine.bring(x, i * columns, n * columns, base), n, columns, base + CHUNK_BYTES);
    engine.store(base + CHUNK_BYTES, n, out, i);
  }
  return out;
}

/** Rows that are longer than a chunk: the sums of the chunks are added in double. */
function sumLong(engine: Engine, x: View, rows: number, columns: number): Float32Array {
  const out = allocateFloats(rows);
  for (let r = 0; r < rows; r++) {
    let total = 0;
    for (let i = 0; i < columns; i += CHUNK) {
      const n = Math.min(CHUNK, columns - i);
      total += engine.kernels.sum(engine.bring(x, r * columns + i, n, engine.base), n);
    }
    out[r] = total;
  }
  return out;
}

function sumColumns(engine: Engine, x: View, rows: number, columns: number): Float32Array {
  const out = allocateFloats(columns);
  const { base } = engine;
  // Doubles for at most CHUNK columns take two chunks.
  const sums = base + CHUNK_BYTES;
  const result = base + 3 * CHUNK_BYTES;
  engine.doubles.fill(0, sums >>> 3, (sums >>> 3) + columns + 8);
  const step = Math.floor(CHUNK / columns);
  for (let i = 0; i < rows; i += step) {
    const n = Math.min(step, rows - i);
    engine.kernels.sumColumns(engine.bring(x, i * columns, n * columns, base), n, columns, sums, result);
  }
  engine.store(result, columns, out, 0);
  return out;
}
