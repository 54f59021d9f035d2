import type { Normalization, View } from '@kindling/tensor-core/backend';
import { rowMajor } from '../kernels/copy.js';
import type { Normalized } from '../kernels/normalize.js';
import { allocateFloats } from '../memory.js';
import { align, type Engine } from './engine.js';

/** Bytes behind an operand that a kernel may read. */
const SLACK = 64;

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
  bring(engine, x, base, to, outer, turned ? groups : 0);
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
  bring(engine, x, base, to, outer, turned ? groups : 0);
  bring(engine, grad, g, to, outer, turned ? groups : 0);
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

/** Copies a view's elements to an address; with `columns`, by way of `scratch`, column after column. */
function bring(engine: Engine, x: View, address: number, scratch = 0, rows = 0, columns = 0): void {
  const values = rowMajor(x) as Float32Array;
  engine.load(values, 0, x.size, columns === 0 ? address : scratch);
  if (columns > 0) engine.kernels.transpose(scratch, rows, columns, address);
}

function fetch(engine: Engine, address: number, n: number): Float32Array {
  const out = allocateFloats(n);
  engine.store(address, n, out, 0);
  return out;
}

function rounded(engine: Engine, address: number, n: number): Float32Array {
  const out = allocateFloats(n);
  for (let j = 0, from = address >>> 3; j < n; j++) out[j] = engine.doubles[from + j]!;
  return out;
}
