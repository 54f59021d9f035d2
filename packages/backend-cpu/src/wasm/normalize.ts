import type { Normalization, View } from '@kindling/tensor-core/backend';
import { rowMajor } from '../kernels/copy.js';
import type { Normalized } from '../kernels/normalize.js';
import { allocateFloats } from '../memory.js';
import { align, type Engine } from './engine.js';
import { bring, SLACK } from './operands.js';

/** The most elements of several groups on the workbench at once: three such arrays stay in a second cache. */
const BLOCK = 65536;

/** Columns (a batch of numbers) are turned into rows, of which whole vectors can be read. */
const isTurned = ({ outer, inner }: Normalization): boolean => inner === 1 && outer > 1;

/** How many groups are on the workbench at once; 0 where not even one fits. */
export function groupsAtOnce({ sizes }: Engine, how: Normalization): number {
  const size = how.outer * how.inner;
  const most = isTurned(how) ? how.groups : Math.max(1, Math.min(how.groups, Math.floor(BLOCK / size)));
  return most * size <= sizes.limit ? most : 0;
}

/** Copies `count` groups from `first` on between an array and an address, where those of each outer lie together. */
function move(
  engine: Engine,
  way: 'load' | 'store',
  values: Float32Array,
  { outer, groups, inner }: Normalization,
  first: number,
  count: number,
  address: number,
): number {
  for (let i = 0, to = address, from = first * inner; i < outer; i++, from += groups * inner) {
    if (way === 'load') engine.load(values, from, count * inner, to);
    else engine.store(to, count * inner, values, from);
    to += count * inner * 4;
  }
  return address;
}

/** Float32, normalised some groups at a time. */
export function normalize(
  engine: Engine,
  x: View,
  weight: View | null,
  bias: View | null,
  how: Normalization,
): Normalized {
  const { kernels } = engine;
  const { outer, groups, inner, perGroup, eps } = how;
  const step = groupsAtOnce(engine, how);
  const whole = step === groups;
  const weights = perGroup ? groups : inner;
  const turned = isTurned(how);
  const [room, weightRoom] = [align(step * outer * inner * 4 + SLACK), align(weights * 4 + SLACK)];
  engine.reserve(2 * room + 2 * weightRoom + groups * 8);
  const { base } = engine;
  const to = base + room;
  const w = weight === null ? 0 : bring(engine, weight, to + room);
  const b = bias === null ? 0 : bring(engine, bias, to + room + weightRoom);
  const stats = to + room + 2 * weightRoom;
  const values = whole ? null : (rowMajor(x) as Float32Array);
  const y = allocateFloats(x.count);
  for (let g = 0; g < groups; g += step) {
    const count = Math.min(step, groups - g);
    const offset = perGroup ? g * 4 : 0;
    kernels.normalize(
      values !== null
        ? move(engine, 'load', values, how, g, count, base)
        : turned
          ? turn(engine, x, base, to, outer, groups)
          : bring(engine, x, base),
      to,
      turned ? 1 : outer,
      count,
      turned ? outer : inner,
      w && w + offset,
      b && b + offset,
      Number(perGroup),
      eps,
      stats + g * 8,
    );
    if (turned) kernels.transpose(to, groups, outer, base);
    if (whole) engine.store(turned ? base : to, x.count, y, 0);
    else move(engine, 'store', y, how, g, count, to);
  }
  const mean = allocateFloats(groups);
  const variance = allocateFloats(groups);
  for (let g = 0, at = stats >>> 2; g < groups; g++) {
    mean[g] = engine.floats[at++]!;
    variance[g] = engine.floats[at++]!;
  }
  return { y, mean, variance };
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
  const step = groupsAtOnce(engine, how);
  const whole = step === groups;
  const weights = perGroup ? groups : inner;
  const turned = isTurned(how);
  const [room, sumRoom] = [align(step * outer * inner * 4 + SLACK), align(weights * 8 + SLACK)];
  engine.reserve(3 * room + align(weights * 4 + SLACK) + 2 * sumRoom);
  const { base } = engine;
  const g = base + room;
  const to = g + room;
  const w = weight === null ? 0 : bring(engine, weight, to + room);
  const dw = to + room + align(weights * 4 + SLACK);
  const db = dw + sumRoom;
  engine.doubles.fill(0, dw >>> 3, (db + sumRoom) >>> 3);
  const [values, grads] = whole ? [] : [rowMajor(x) as Float32Array, rowMajor(grad) as Float32Array];
  const dx = ofX ? allocateFloats(x.count) : null;
  for (let first = 0; first < groups; first += step) {
    const count = Math.min(step, groups - first);
    const own = perGroup ? first : 0;
    const take = (view: View, all: Float32Array | undefined, at: number): number =>
      all !== undefined
        ? move(engine, 'load', all, how, first, count, at)
        : turned
          ? turn(engine, view, at, to, outer, groups)
          : bring(engine, view, at);
    kernels.normalizeBackward(
      take(grad, grads, g),
      take(x, values, base),
      ofX ? to : 0,
      turned ? 1 : outer,
      count,
      turned ? outer : inner,
      w && w + own * 4,
      Number(perGroup),
      eps,
      dw + own * 8,
      db + own * 8,
    );
    if (dx === null) continue;
    if (turned) kernels.transpose(to, groups, outer, base);
    if (whole) engine.store(turned ? base : to, x.count, dx, 0);
    else move(engine, 'store', dx, how, first, count, to);
  }
  return [dx, ofWeight ? rounded(engine, dw, weights) : null, ofBias ? rounded(engine, db, weights) : null];
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
