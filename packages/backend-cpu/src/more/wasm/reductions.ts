import type { View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../../buffer.js';
import { singleStride, sizeBetween } from '../../kernels/walk.js';
import { allocate, allocateFloats } from '../../memory.js';
import { align, CHUNK, type Engine } from '../../wasm/engine.js';
import { SLACK } from '../../wasm/operands.js';
import { moreKernels } from './exports.js';
import { byRows } from './rows.js';

/** The most elements that are brought to the workbench at once. */
const BLOCK = 4 * CHUNK;

/** What the kernel of the middle is asked for. */
const kinds = { sum: 0, max: 1, min: 2, argmax: 3, argmin: 4 } as const;
export type MiddleKind = keyof typeof kinds;

/** Sums over all dimensions from `keep` on of a dense float32 view with elements. */
export function sumRows(engine: Engine, x: View, keep: number): Float32Array {
  const rows = sizeBetween(x.shape, 0, keep);
  const columns = x.count / rows;
  if (columns > CHUNK) return sumLong(engine, x, rows, columns);
  return byRows(engine, [x], columns, ([at], to, n) => moreKernels(engine).sumsOfRows(at!, n, columns, to), 1);
}

function sumLong(engine: Engine, x: View, rows: number, columns: number): Float32Array {
  const out = allocateFloats(rows);
  const stays = engine.homeOf(x) !== null;
  const step = stays ? columns : BLOCK;
  const work = align(step * 4 + SLACK);
  engine.reserve((stays ? 0 : work) + Math.ceil(step / CHUNK) * 8 + SLACK);
  for (let r = 0; r < rows; r++) {
    let total = 0;
    for (let i = 0; i < columns; i += step) {
      const n = Math.min(step, columns - i);
      const at = engine.bring(x, r * columns + i, n, engine.base);
      total = moreKernels(engine).sumOfMany(at, n, engine.base + (stays ? 0 : work), total);
    }
    out[r] = total;
  }
  return out;
}

/** How a view [outer, inner, n], which is reduced from `keep` on, lies in memory as [outer, n, inner]; `null` where it does not. */
function middleOf({ shape, strides, count }: View, keep: number): { outer: number; n: number; inner: number } | null {
  const n = sizeBetween(shape, keep, shape.length);
  const inner = singleStride(shape, strides, keep);
  if (inner === null || inner < 2 || n < 2) return null;
  for (let d = 0; d <= keep; d++) {
    if (sizeBetween(shape, d, keep) !== inner || (inner > 1 && singleStride(shape, strides, d, keep) !== 1)) continue;
    const outer = count / (n * inner);
    if (outer > 1 && singleStride(shape, strides, 0, d) !== n * inner) continue;
    return { outer, n, inner };
  }
  return null;
}

/**
 * A float32 view reduced over its dimensions from `keep` on, which lie before or between others in memory; `null` where they do not.
 */
export function reduceMiddle(
  engine: Engine,
  kind: MiddleKind,
  x: View,
  keep: number,
): Float32Array | Int32Array | null {
  const place = middleOf(x, keep);
  if (place === null) return null;
  const { outer, n, inner } = place;
  const positions = kind === 'argmax' || kind === 'argmin';
  const stays = engine.homeOf(x) !== null;
  // Rows of the middle that are on the workbench at once: only sums go on where the last ones ended.
  const most = kind === 'sum' ? BLOCK : engine.sizes.limit;
  const rows = stays ? n : Math.min(n, Math.max(1, Math.floor(most / inner)));
  if (rows < n && kind !== 'sum') return null;
  // As many of the outer as fit: their rows must be whole vectors.
  const whole = inner % 4 === 0 && rows === n;
  const step = !whole ? 1 : stays ? outer : Math.max(1, Math.floor(BLOCK / (n * inner)));
  const sums = align(step * inner * 4 + SLACK);
  const bench = sums + align(inner * 8 + 128);
  engine.reserve(bench + (stays ? 0 : align(step * rows * inner * 4 + SLACK)));
  const { base } = engine;
  const out = allocate(positions ? 'int32' : 'float32', outer * inner) as Float32Array | Int32Array;
  const values = stays ? null : (valuesOf(x) as Float32Array);
  for (let o = 0; o < outer; o += step) {
    const some = Math.min(step, outer - o);
    if (rows < n) engine.doubles.fill(0, (base + sums) >>> 3, (base + bench) >>> 3);
    for (let k = 0; k < n; k += rows) {
      const many = Math.min(rows, n - k);
      const from = (o * n + k) * inner;
      let at = engine.addressOf(x) + from * 4;
      if (values !== null) {
        at = base + bench;
        engine.load(values, x.offset + from, some * many * inner, at);
      }
      moreKernels(engine).reduceMiddle(kinds[kind], at, some, many, inner, rows < n ? base + sums : 0, base);
    }
    if (positions) (out as Int32Array).set(new Int32Array(engine.memory.buffer, base, some * inner), o * inner);
    else engine.store(base, some * inner, out as Float32Array, o * inner);
  }
  return out;
}

/** Running sums along the last dimension of a float32 view with elements. */
export function cumsum(engine: Engine, x: View): Float32Array {
  const columns = x.shape.at(-1) ?? 1;
  return byRows(engine, [x], columns, ([at], to, rows) => moreKernels(engine).runningSums(at!, rows, columns, to));
}
