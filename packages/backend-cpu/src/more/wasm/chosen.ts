import type { View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../../buffer.js';
import { align, type Engine } from '../../wasm/engine.js';
import { lodging } from '../../wasm/lodging.js';
import { SLACK } from '../../wasm/operands.js';
import { rowsOf } from '../kernels/rows.js';
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
