import type { Spans, View } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { allocate, allocateFloats } from '../../memory.js';
import { align, CHUNK, type Engine } from '../../wasm/engine.js';
import { SLACK } from '../../wasm/operands.js';
import type { Chosen } from '../kernels/pool.js';

/** Whether windows of two elements lie side by side from the first on, and at most one element is left over. */
function areHalves({ starts, ends, step }: Spans, size: number): boolean {
  return (
    step === 1 && starts.length === size >> 1 && starts.every((start, i) => start === 2 * i && ends[i] === 2 * i + 2)
  );
}

/** The largest elements of windows and their positions, in float32; `null` where there is no kernel for these windows. */
export function maxPool2d(engine: Engine, x: View, rows: Spans, columns: Spans): Chosen | null {
  const [n, c, h, w] = x.shape as readonly [number, number, number, number];
  const plane = h * w;
  if (plane > engine.sizes.limit || !areHalves(rows, h) || !areHalves(columns, w)) return null;
  const planes = n * c;
  const made = rows.starts.length * columns.starts.length;
  const step = Math.min(planes, Math.max(1, Math.floor(CHUNK / plane)));
  const toOut = align(step * plane * 4 + SLACK);
  const toIndices = toOut + align(step * made * 4 + SLACK);
  engine.reserve(toIndices + align(step * made * 4 + SLACK));
  const { base, kernels } = engine;
  const from = rowMajor(x) as Float32Array;
  const values = allocateFloats(planes * made);
  const indices = allocate('int32', planes * made);
  // The same bits, to copy them as what the memory is read as.
  const bits = new Float32Array(indices.buffer as ArrayBuffer, indices.byteOffset, indices.length);
  for (let i = 0; i < planes; i += step) {
    const count = Math.min(step, planes - i);
    engine.load(from, i * plane, count * plane, base);
    kernels.maxPool2(base, count, h, w, base + toOut, base + toIndices);
    engine.store(base + toOut, count * made, values, i * made);
    engine.store(base + toIndices, count * made, bits, i * made);
  }
  return { values, indices };
}
