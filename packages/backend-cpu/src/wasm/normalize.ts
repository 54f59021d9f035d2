import type { Normalization, View } from '@kindling/tensor-core/backend';
import type { Normalized } from '../kernels/normalize.js';
import { allocateFloats } from '../memory.js';
import { align, type Engine } from './engine.js';
import { bring, fetch, SLACK } from './operands.js';

/** Columns (a batch of numbers) are turned into rows, of which whole vectors can be read. */
const isTurned = ({ outer, inner }: Normalization): boolean => inner === 1 && outer > 1;

/** Float32 of at most the engine's limit of elements, normalised group by group. */
export function normalize(
  engine: Engine,
  x: View,
  weight: View | null,
  bias: View | null,
  how: Normalization,
): Normalized {
  const { kernels } = engine;
  const { outer, groups, inner, perGroup, eps } = how;
  const weights = perGroup ? groups : inner;
  const turned = isTurned(how);
  const [room, weightRoom] = [align(x.count * 4 + SLACK), align(weights * 4 + SLACK)];
  engine.reserve(2 * room + 2 * weightRoom + groups * 8);
  const { base } = engine;
  const to = base + room;
  const w = to + room;
  const b = w + weightRoom;
  const stats = b + weightRoom;
  kernels.normalize(
    turned ? turn(engine, x, base, to, outer, groups) : bring(engine, x, base),
    to,
    turned ? 1 : outer,
    groups,
    turned ? outer : inner,
    weight === null ? 0 : bring(engine, weight, w),
    bias === null ? 0 : bring(engine, bias, b),
    Number(perGroup),
    eps,
    stats,
  );
  if (turned) kernels.transpose(to, groups, outer, base);
  const mean = allocateFloats(groups);
  const variance = allocateFloats(groups);
  for (let g = 0, at = stats >>> 2; g < groups; g++) {
    mean[g] = engine.floats[at++]!;
    variance[g] = engine.floats[at++]!;
  }
  return { y: fetch(engine, turned ? base : to, x.count), mean, variance };
}

/** The gradients of x, weight and bias, where they are wanted. */
export function normalizeBackward(
  engine: Engine,
  grad: View,
  x: View,
  weight: View | null,
  how: Normalization,
  [ofX, ofWeight, ofBias]: readonly boolean[],
): (Float32Array | null)[] {
  const { kernels } = engine;
  const { outer, groups, inner, perGroup, eps } = how;
  const weights = perGroup ? groups : inner;
  const turned = isTurned(how);
  const [room, sumRoom] = [align(x.count * 4 + SLACK), align(weights * 8 + SLACK)];
  engine.reserve(3 * room + align(weights * 4 + SLACK) + 2 * sumRoom);
  const { base } = engine;
  const g = base + room;
  const to = g + room;
  const w = to + room;
  const dw = w + align(weights * 4 + SLACK);
  const db = dw + sumRoom;
  engine.doubles.fill(0, dw >>> 3, (db + sumRoom) >>> 3);
  const values = turned ? turn(engine, x, base, to, outer, groups) : bring(engine, x, base);
  kernels.normalizeBackward(
    turned ? turn(engine, grad, g, to, outer, groups) : bring(engine, grad, g),
    values,
    ofX ? to : 0,
    turned ? 1 : outer,
    groups,
    turned ? outer : inner,
    weight === null ? 0 : bring(engine, weight, w),
    Number(perGroup),
    eps,
    dw,
    db,
  );
  if (turned && ofX) kernels.transpose(to, groups, outer, base);
  return [
    ofX ? fetch(engine, turned ? base : to, x.count) : null,
    ofWeight ? rounded(engine, dw, weights) : null,
    ofBias ? rounded(engine, db, weights) : null,
  ];
}

/** Copies [rows, columns] to an address column after column, by way of `scratch`; returns the address. */
function turn(engine: Engine, x: View, address: number, scratch: number, rows: number, columns: number): number {
  engine.kernels.transpose(bring(engine, x, scratch), rows, columns, address);
  return address;
}

function rounded(engine: Engine, address: number, n: number): Float32Array {
  const out = allocateFloats(n);
  for (let j = 0, from = address >>> 3; j < n; j++) out[j] = engine.doubles[from + j]!;
  return out;
}
