import type { Activation, Shape, View, Windows } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { allocateFloats } from '../../memory.js';
import { align, type Engine } from '../../wasm/engine.js';
import type { Engines } from '../../wasm/engines.js';
import { lodging } from '../../wasm/lodging.js';
import { activations } from '../../wasm/matmul.js';
import { bring, SLACK } from '../../wasm/operands.js';
import { windowCount } from '../kernels/windows.js';
import { moreKernels } from './exports.js';
import { behind, setWindows } from './windows.js';

/** What the kernel makes: the results, or as many of the others as are wanted, as in assembly/conv2d.ts. */
const RESULTS = 0;
const IMAGES = 1;
const FILTERS = 2;
const BIAS = 4;

/** At most so many parts are made of a batch, each of which adds up gradients of its own. */
const PARTS = 16;
/** The elements of images and results that are on the workbench at once, and those that threads share there. */
const ALONE = 2 ** 18;
const SHARED = 2 ** 22;

/** How windows slide over images of `shape`, [n, c, h, w], of which `outputs` filters make results. */
interface Geometry {
  readonly shape: Shape;
  readonly outputs: number;
  readonly windows: Windows;
  readonly groups: number;
  readonly activation: Activation;
}

/** Images or results, some of which are on the workbench at a time unless they stay in the engine's memory. */
class Batch {
  readonly #engine: Engine;
  readonly #view: View | null;
  readonly #bench: number;
  #values: Float32Array | null = null;

  constructor(engine: Engine, view: View | null, bench: number) {
    this.#engine = engine;
    this.#view = view;
    this.#bench = bench;
  }

  /** The address of `n` elements from `from` on; 0 of none. */
  at(from: number, n: number): number {
    const view = this.#view;
    if (view === null) return 0;
    if (view.dense) return this.#engine.bring(view, from, n, this.#bench);
    this.#values ??= rowMajor(view) as Float32Array;
    this.#engine.load(this.#values, from, n, this.#bench);
    return this.#bench;
  }
}

/** What a convolution reads: what is `null` is not there, or not needed for what is wanted. */
interface Given {
  readonly images: View | null;
  readonly filters: View | null;
  readonly bias: View | null;
  readonly results: View | null;
  readonly grad: View | null;
}

/** The results, or the gradients of images, filters and bias that `what` asks for. */
function convolve(
  engines: Engines,
  { shape, outputs: o, windows, groups, activation }: Geometry,
  what: number,
  { images, filters, bias, results, grad }: Given,
): (Float32Array | null)[] {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const channels = c / groups;
  const outputs = o / groups;
  const image = c * h * w;
  const result = o * windowCount(h, windows, 0) * windowCount(w, windows, 1);
  const filter = channels * windows.kernel[0] * windows.kernel[1];
  const size = image + result;
  const engine = engines.forConvolution(n * result * filter, n * size);
  const kernels = moreKernels(engine);
  setWindows(engine, shape, windows);
  // Parts do not depend on how many threads there are, and so neither does what is added up in each.
  const block = Math.max(1, Math.min(Math.ceil(n / PARTS), Math.floor(ALONE / 2 / size)));
  const most = engine.threads === 1 ? ALONE : SHARED;
  const step = Math.max(1, Math.min(Math.ceil(n / block), Math.floor(most / (block * size)))) * block;
  const sumRoom = what & (FILTERS | BIAS) ? kernels.conv2dSumRoom(groups, channels, outputs) : 0;
  const toBias = behind(0, o * filter);
  const toX = behind(toBias, o);
  const toDx = behind(toX, step * image);
  const toY = behind(toDx, what & IMAGES ? step * image : 0);
  const toGrad = behind(toY, step * result);
  const toPlan = behind(toGrad, what === RESULTS ? 0 : step * result);
  const toSums = align(toPlan + kernels.conv2dPlanRoom(groups, channels, outputs));
  const toWork = align(toSums + sumRoom * (step / block + 1));
  engine.reserve(toWork + engine.threads * kernels.conv2dWork(what, channels, outputs) + SLACK);
  const { base } = engine;
  const made = what === RESULTS ? n * result : what & IMAGES ? n * image : 0;
  const out = made > 0 ? lodging.arrayFor(engine, made) : allocateFloats(made);
  // From here on the memory does not grow, which would empty the arrays of what stays in it.
  const number = activations.indexOf(activation);
  const f = filters === null ? 0 : bring(engine, filters, base);
  const b = bias === null ? 0 : bring(engine, bias, base + toBias);
  const [plan, sums, work] = [base + toPlan, base + toSums, base + toWork];
  const x = new Batch(engine, images, base + toX);
  const y = new Batch(engine, results, base + toY);
  const g = new Batch(engine, grad, base + toGrad);
  const bench = base + (what === RESULTS ? toY : toDx);
  kernels.conv2dPlan(what, f, groups, channels, outputs, plan);
  engine.floats.fill(0, sums >>> 2, (sums + sumRoom) >>> 2);
  for (let i = 0; i < n; i += step) {
    const count = Math.min(step, n - i);
    const each = what === RESULTS ? result : image;
    const to = made > 0 ? lodging.addressIn(out, i * each, bench) : 0;
    kernels.conv2d(
      what,
      x.at(i * image, count * image),
      f,
      b,
      what === RESULTS ? to : y.at(i * result, count * result),
      g.at(i * result, count * result),
      what === RESULTS ? 0 : to,
      count,
      groups,
      channels,
      outputs,
      number,
      block,
      plan,
      sums,
      work,
    );
    if (to === bench) engine.store(bench, count * each, out, i * each);
  }
  if (what === RESULTS) return [out];
  const dw = what & FILTERS ? allocateFloats(o * filter) : null;
  const db = what & BIAS ? allocateFloats(o) : null;
  kernels.conv2dSums(sums, groups, channels, outputs, dw && base, db && base + toBias);
  if (dw !== null) engine.store(base, dw.length, dw, 0);
  if (db !== null) engine.store(base + toBias, db.length, db, 0);
  return [what & IMAGES ? out : null, dw, db];
}

/** `activation(weight @ unfold(x) + bias)` for each group: x [n, c, h, w], weight [o, c / groups, kh, kw], bias [o]. */
export function conv2d(
  engines: Engines,
  x: View,
  weight: View,
  bias: View | null,
  windows: Windows,
  groups: number,
  activation: Activation,
): Float32Array {
  const geometry = { shape: x.shape, outputs: weight.shape[0]!, windows, groups, activation };
  return convolve(engines, geometry, RESULTS, { images: x, filters: weight, bias, results: null, grad: null })[0]!;
}

/** The gradients of x of `shape`, weight and bias, where they are wanted. */
export function conv2dBackward(
  engines: Engines,
  grad: View,
  x: View | null,
  weight: View | null,
  y: View | null,
  shape: Shape,
  windows: Windows,
  groups: number,
  activation: Activation,
  [ofX, ofWeight, ofBias]: readonly boolean[],
): (Float32Array | null)[] {
  const what = (ofX ? IMAGES : 0) | (ofWeight ? FILTERS : 0) | (ofBias ? BIAS : 0);
  const geometry = { shape, outputs: grad.shape[1]!, windows, groups, activation };
  return convolve(engines, geometry, what, {
    images: ofWeight ? x : null,
    filters: ofX ? weight : null,
    bias: null,
    results: activation === 'identity' ? null : y,
    grad,
  });
}
