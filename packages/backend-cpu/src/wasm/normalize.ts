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
  const { kernels, base } = engine;
  const { outer, groups, inner, perGroup, eps } = how;
  const weights = perGroup ? groups : inner;
  const turned = isTurned(how);
  const room = align(x.size * 4 + SLACK);
  const [to, w] = [base + room, base + 2 * room];
  const b = align(w + weights * 4 + SLACK);
  const stats = align(b + weights * 4 + SLACK);
  engine.reserve(stats + groups * 8);
  if (turned) turn(engine, x, base, to, outer, groups);
  else bring(engine, x, base);
  if (weight !== null) bring(engine, weight, w);
  if (bias !== null) bring(engine, bias, b);
  kernels.normalize(
    base,
    to,
    turned ? 1 : outer,
    groups,
    turned ? outer : inner,
    weight === null ? 0 : w,
    bias === null ? 0 : b,
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
  return { y: fetch(engine, turned ? base : to, x.size), mean, variance };
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
  const { kernels, base } = engine;
  const { outer, groups, inner, perGroup, eps } = how;
  const weights = perGroup ? groups : inner;
  const turned = isTurned(how);
  const room = align(x.size * 4 + SLACK);
  const [g, to, w] = [base + room, base + 2 * room, base + 3 * room];
  const dw = align(w + weights * 4 + SLACK);
  const db = align(dw + weights * 8 + SLACK);
  engine.reserve(db + weights * 8 + SLACK);
  if (turned) {
    turn(engine, x, base, to, outer, groups);
    turn(engine, grad, g, to, outer, groups);
  } else {
    bring(engine, x, base);
    bring(engine, grad, g);
  }
  if (weight !== null) bring(engine, weight, w);
  engine.doubles.fill(0, dw >>> 3, (db + weights * 8 + SLACK) >>> 3);
  kernels.normalizeBackward(
    g,
    base,
    ofX ? to : 0,
    turned ? 1 : outer,
    groups,
    turned ? outer : inner,
    weight === null ? 0 : w,
    Number(perGroup),
    eps,
    dw,
    db,
  );
  if (turned && ofX) kernels.transpose(to, groups, outer, base);
  return [
    ofX ? fetch(engine, turned ? base : to, x.size) : null,
    ofWeight ? rounded(engine, dw, weights) : null,
    ofBias ? rounded(engine, db, weights) : null,
  ];
}

/** Copies [rows, columns] to an address column after column, by way of `scratch`. */
function turn(engine: Engine, x: View, address: number, scratch: number, rows: number, columns: number): void {
  bring(engine, x, scratch);
  engine.kernels.transpose(scratch, rows, columns, address);
}

function rounded(engine: Engine, address: number, n: number): Float32Array {
  const out = allocateFloats(n);
  for (let j = 0, from = address >>> 3; j < n; j++) out[j] = engine.doubles[from + j]!;
  return out;
}
