import type { View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../../buffer.js';
import { align, type Engine } from '../../wasm/engine.js';
import { lodging } from '../../wasm/lodging.js';
import { SLACK } from '../../wasm/operands.js';
import { alongRows, rowsOf } from '../kernels/rows.js';
import { moreKernels } from './exports.js';

/** `gather` where the index chooses whole rows of a float32 matrix that stays in the memory; else `null`. */
export function chosenRows(engine: Engine, x: View, dim: number, index: View): Float32Array | null {
  const rows = x.dense && dim === 0 && engine.homeOf(x) !== null ? rowsOf(x, dim, index) : null;
  if (rows === null || index.count > engine.sizes.limit) return null;
  const { chosen, inner } = rows;
  const room = align(chosen * 4 + SLACK);
  engine.reserve(room + index.count * 4 + SLACK);
  const out = lodging.arrayFor(engine, index.count);
  const { base } = engine;
  const bench = base + room;
  const to = lodging.addressIn(out, 0, bench);
  const places = new Int32Array(engine.memory.buffer, base, chosen);
  const from = valuesOf(index);
  const step = index.strides[0]!;
  for (let i = 0, at = index.offset; i < chosen; i++, at += step) places[i] = from[at]!;
  moreKernels(engine).gatherRows(engine.addressOf(x), base, chosen, inner, to);
  if (to === bench) engine.store(bench, index.count, out, 0);
  return out;
}

/** Brings the elements of a dense int32 view to an address. */
function bringWhole(engine: Engine, index: View, address: number): void {
  const { offset, count } = index;
  new Int32Array(engine.memory.buffer, address, count).set(
    (valuesOf(index) as Int32Array).subarray(offset, offset + count),
  );
}

/** `gather` along the last dimension of a dense float32 view by a dense index, as long as it in the others; else `null`. */
export function pickedAlong(engine: Engine, x: View, dim: number, index: View): Float32Array | null {
  const { count } = index;
  const { limit } = engine.sizes;
  if (!alongRows(x, dim, index) || count === 0 || count > limit || x.count > limit) return null;
  const columns = x.shape[dim]!;
  const chosen = index.shape[dim]!;
  const places = align(count * 4 + SLACK);
  const operand = engine.homeOf(x) === null ? align(x.count * 4 + SLACK) : 0;
  engine.reserve(places + operand + count * 4 + SLACK);
  const out = lodging.arrayFor(engine, count);
  const { base } = engine;
  const bench = base + places + operand;
  const to = lodging.addressIn(out, 0, bench);
  bringWhole(engine, index, base);
  const from = engine.bring(x, 0, x.count, base + places);
  moreKernels(engine).pick(from, base, count / chosen, columns, chosen, to);
  if (to === bench) engine.store(bench, count, out, 0);
  return out;
}

/** Whether all of a dense int32 view are from 0 below `size`. */
export function within(engine: Engine, index: View, size: number): boolean {
  const { count } = index;
  if (count > engine.sizes.limit) return false;
  engine.reserve(count * 4 + SLACK);
  bringWhole(engine, index, engine.base);
  return moreKernels(engine).within(engine.base, count, size) !== 0;
}
