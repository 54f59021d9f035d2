import type { FusedKernels, Normalization, View } from '@kindling/tensor-core/backend';
import { type UsualKernels, type Wrap, wrapNormalized, wrapWanted } from '../../fused.js';
import { rowMajor } from '../../kernels/copy.js';
import type { Normalized } from '../../kernels/normalize.js';
import { allocateFloats } from '../../memory.js';
import { align, type Engine } from '../../wasm/engine.js';
import type { Engines } from '../../wasm/engines.js';
import { lodging } from '../../wasm/lodging.js';
import { bring, SLACK } from '../../wasm/operands.js';
import { moreKernels } from './exports.js';

/** From this many elements on the kernel is faster than that of all normalisations. */
const LEAST = 1024;
/** The most elements that are on the workbench whole: it stays in a second cache. Of more, some groups at a time are. */
const WHOLE = 2 ** 19;
/** The elements of such groups. */
const BLOCK = 2 ** 16;

/** Whether groups are normalised along runs of elements, as batch normalisation does those of images, and fit in the memory. */
function takesBatch(engines: Engines, x: View, { outer, inner, perGroup }: Normalization): boolean {
  return (
    x.dtype === 'float32' && perGroup && inner >= 8 && x.count >= LEAST && outer * inner <= engines.small.sizes.limit
  );
}

/** Arrays of [outer, groups, inner], some groups of which are on the workbench, or which stay in the engine's memory. */
class Groups {
  readonly #engine: Engine;
  readonly #how: Normalization;
  /** How many groups are worked on at once. */
  readonly step: number;
  /** The bytes of one array on the workbench. */
  readonly room: number;

  constructor(engine: Engine, x: View, how: Normalization) {
    this.#engine = engine;
    this.#how = how;
    const size = how.outer * how.inner;
    const whole = (x.dense && engine.addressOf(x) !== 0) || x.count <= WHOLE;
    this.step = whole ? how.groups : Math.max(1, Math.min(how.groups, Math.floor(BLOCK / size)));
    this.room = align(this.step * size * 4 + SLACK);
  }

  get whole(): boolean {
    return this.step === this.#how.groups;
  }

  /** The address of `count` groups from `first` on. */
  take(x: View, values: Float32Array | null, first: number, count: number, address: number): number {
    if (values === null) return bring(this.#engine, x, address);
    this.#move('load', values, first, count, address);
    return address;
  }

  /** Copies them from an address. */
  give(out: Float32Array, first: number, count: number, address: number): void {
    if (this.whole) this.#engine.store(address, out.length, out, 0);
    else this.#move('store', out, first, count, address);
  }

  #move(way: 'load' | 'store', values: Float32Array, first: number, count: number, address: number): void {
    const { outer, groups, inner } = this.#how;
    const size = count * inner;
    for (let i = 0, at = first * inner; i < outer; i++, at += groups * inner, address += size * 4) {
      if (way === 'load') this.#engine.load(values, at, size, address);
      else this.#engine.store(address, size, values, at);
    }
  }
}

/** Two numbers of each group, from an address on. */
function pairs(engine: Engine, address: number, groups: number): [Float32Array, Float32Array] {
  const [first, second] = [allocateFloats(groups), allocateFloats(groups)];
  for (let g = 0, at = address >>> 2; g < groups; g++) {
    first[g] = engine.floats[at++]!;
    second[g] = engine.floats[at++]!;
  }
  return [first, second];
}

/** Each group by its own mean and variance, with a weight and a bias a group. */
function batchNorm(engines: Engines, x: View, weight: View | null, bias: View | null, how: Normalization): Normalized {
  const engine = engines.of(x);
  const { outer, groups, inner, eps } = how;
  const all = new Groups(engine, x, how);
  const weights = align(groups * 4 + SLACK);
  engine.reserve(2 * all.room + 4 * weights);
  const y = all.whole ? lodging.arrayFor(engine, x.count) : allocateFloats(x.count);
  const { base } = engine;
  const bench = base + all.room;
  const after = bench + all.room;
  const w = weight === null ? 0 : bring(engine, weight, after);
  const b = bias === null ? 0 : bring(engine, bias, after + weights);
  const stats = after + 2 * weights;
  const values = all.whole ? null : (rowMajor(x) as Float32Array);
  for (let g = 0; g < groups; g += all.step) {
    const count = Math.min(all.step, groups - g);
    const from = all.take(x, values, g, count, base);
    const to = lodging.addressIn(y, 0, bench);
    moreKernels(engine).batchNorm(from, to, outer, count, inner, w && w + g * 4, b && b + g * 4, eps, stats + g * 8);
    if (to === bench) all.give(y, g, count, to);
  }
  const [mean, variance] = pairs(engine, stats, groups);
  return { y, mean, variance };
}

/** The gradients of x, weight and bias, where they are wanted. */
function batchNormBackward(
  engines: Engines,
  grad: View,
  x: View,
  weight: View | null,
  how: Normalization,
  [ofX, ofWeight, ofBias]: readonly boolean[],
): (Float32Array | null)[] {
  const engine = engines.of(x);
  const { outer, groups, inner, eps } = how;
  const all = new Groups(engine, x, how);
  const weights = align(groups * 4 + SLACK);
  engine.reserve(3 * all.room + 3 * weights);
  const dx = !ofX ? null : all.whole ? lodging.arrayFor(engine, x.count) : allocateFloats(x.count);
  const { base } = engine;
  const bench = base + 2 * all.room;
  const after = bench + all.room;
  const w = weight === null ? 0 : bring(engine, weight, after);
  const sums = after + weights;
  const values = all.whole ? null : (rowMajor(x) as Float32Array);
  const grads = all.whole ? null : (rowMajor(grad) as Float32Array);
  for (let g = 0; g < groups; g += all.step) {
    const count = Math.min(all.step, groups - g);
    const from = all.take(x, values, g, count, base);
    const by = all.take(grad, grads, g, count, base + all.room);
    const to = dx === null ? 0 : lodging.addressIn(dx, 0, bench);
    moreKernels(engine).batchNormBackward(by, from, to, outer, count, inner, w && w + g * 4, eps, sums + g * 8);
    if (dx !== null && to === bench) all.give(dx, g, count, to);
  }
  const [dw, db] = pairs(engine, sums, groups);
  return [dx, ofWeight ? dw : null, ofBias ? db : null];
}

/** Normalisations, with kernels of their own where groups are runs of elements; `usual` are those that every page has. */
export function batchNormFused(
  engines: Engines,
  wrap: Wrap,
  usual: UsualKernels,
): Pick<FusedKernels, 'normalize' | 'normalizeBackward'> {
  return {
    normalize: (x, weight, bias, how) =>
      takesBatch(engines, x, how)
        ? wrapNormalized(wrap, batchNorm(engines, x, weight, bias, how))
        : usual.normalize(x, weight, bias, how),
    normalizeBackward: (grad, x, weight, how, wanted) =>
      takesBatch(engines, x, how)
        ? wrapWanted(wrap, batchNormBackward(engines, grad, x, weight, how, wanted))
        : usual.normalizeBackward(grad, x, weight, how, wanted),
  };
}
