import type { Shape, Spans, View } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { allocate } from '../../memory.js';
import { align, CHUNK, type Engine } from '../../wasm/engine.js';
import type { Engines } from '../../wasm/engines.js';
import { lodging } from '../../wasm/lodging.js';
import { SLACK } from '../../wasm/operands.js';
import type { Chosen } from '../kernels/pool.js';
import { moreKernels } from './exports.js';

/** Whether windows of two elements lie side by side from the first on, and at most one element is left over. */
function areHalves({ starts, ends, step }: Spans, size: number): boolean {
  return (
    step === 1 && starts.length === size >> 1 && starts.every((start, i) => start === 2 * i && ends[i] === 2 * i + 2)
  );
}

/** How many channels are worked on at once: all that stay in the engine's memory, which threads share, else what a first cache holds. */
function channelsAtOnce(engine: Engine, x: View, planes: number, plane: number): number {
  return x.dense && engine.addressOf(x) !== 0 ? planes : Math.min(planes, Math.max(1, Math.floor(CHUNK / plane)));
}

/** The same bits, to copy them as what the memory is read as. */
function asFloats(values: Int32Array): Float32Array {
  return new Float32Array(values.buffer, values.byteOffset, values.length);
}

/** The largest elements of windows and their positions, in float32; `null` where there is no kernel for these windows. */
export function maxPool2d(engines: Engines, x: View, rows: Spans, columns: Spans): Chosen | null {
  const [n, c, h, w] = x.shape as readonly [number, number, number, number];
  const plane = h * w;
  const engine = engines.of(x);
  if (plane > engine.sizes.limit || !areHalves(rows, h) || !areHalves(columns, w)) return null;
  const planes = n * c;
  const made = rows.starts.length * columns.starts.length;
  const step = channelsAtOnce(engine, x, planes, plane);
  const toOut = align(step * plane * 4 + SLACK);
  const toIndices = toOut + align(step * made * 4 + SLACK);
  engine.reserve(toIndices + align(step * made * 4 + SLACK));
  const values = lodging.arrayFor(engine, planes * made);
  const { base } = engine;
  const indices = allocate('int32', planes * made) as Int32Array;
  const bits = asFloats(indices);
  const given = x.dense ? null : (rowMajor(x) as Float32Array);
  for (let i = 0; i < planes; i += step) {
    const count = Math.min(step, planes - i);
    if (given !== null) engine.load(given, i * plane, count * plane, base);
    const from = given === null ? engine.bring(x, i * plane, count * plane, base) : base;
    const to = lodging.addressIn(values, i * made, base + toOut);
    moreKernels(engine).maxPool2(from, count, h, w, to, base + toIndices);
    if (to === base + toOut) engine.store(to, count * made, values, i * made);
    engine.store(base + toIndices, count * made, bits, i * made);
  }
  return { values, indices };
}

/**
 * The gradient of images of `shape`, from one that stays in an engine's memory; `null` for others, as plain loops take no longer than
 * copies, and where a position is in no window as above.
 */
export function maxPool2dBackward(engines: Engines, grad: View, indices: View, shape: Shape): Float32Array | null {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const engine = engines.of(grad);
  const from = engine.addressOf(grad);
  if (from === 0 || !grad.dense || grad.shape[2] !== h >> 1 || grad.shape[3] !== w >> 1) return null;
  const { count } = grad;
  const toIndices = n * c * h * w * 4 + SLACK;
  engine.reserve(align(toIndices) + count * 4 + SLACK);
  const out = lodging.arrayFor(engine, n * c * h * w);
  const { base } = engine;
  const at = base + align(toIndices);
  engine.load(asFloats(rowMajor(indices) as Int32Array), 0, count, at);
  const to = lodging.addressIn(out, 0, base);
  if (!moreKernels(engine).maxPool2Backward(from, at, n * c, h, w, to)) return null;
  if (to === base) engine.store(base, out.length, out, 0);
  return out;
}
