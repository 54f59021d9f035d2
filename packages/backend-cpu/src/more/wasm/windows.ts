import type { Activation, Shape, View, Windows } from '@kindling/tensor-core/backend';
import { rowMajor } from '../../kernels/copy.js';
import { allocateFloats } from '../../memory.js';
import { align, CHUNK, type Engine } from '../../wasm/engine.js';
import type { Engines } from '../../wasm/engines.js';
import { activations } from '../../wasm/matmul.js';
import { bring, SLACK } from '../../wasm/operands.js';
import { windowCount } from '../kernels/windows.js';

/** Tells the kernels how windows slide over images of a shape [n, c, h, w]; returns how many there are in each. */
function setWindows({ kernels }: Engine, [, , h, w]: Shape, { kernel, stride, padding, dilation }: Windows): number {
  return kernels.setWindows(h!, w!, ...kernel, ...stride, ...padding, ...dilation);
}

/** The address behind `size` elements at another. */
const behind = (address: number, size: number): number => align(address + size * 4 + SLACK);

/** How many of `n` equal parts, of which the largest array has `size` elements each, are on the workbench at once. */
const atOnce = (n: number, size: number): number => Math.min(n, Math.max(1, Math.floor(CHUNK / size)));

/** The windows of images [n, c, h, w] as columns, or, `back`, images of `shape` from their windows. */
export function unfold(engine: Engine, x: View, shape: Shape, windows: Windows, back: boolean): Float32Array {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const { kernel, padding } = windows;
  const plane = h * w;
  const columns = setWindows(engine, shape, windows) * kernel[0] * kernel[1];
  const [from, to] = back ? [columns, plane] : [plane, columns];
  const step = atOnce(n * c, Math.max(plane, columns));
  const toColumns = behind(0, step * plane);
  const toWork = behind(toColumns, step * columns);
  engine.reserve(behind(toWork, (h + 2 * padding[0]) * (w + 2 * padding[1])));
  const { base } = engine;
  const values = rowMajor(x) as Float32Array;
  const out = allocateFloats(n * c * to);
  const at = base + toColumns;
  for (let i = 0; i < n * c; i += step) {
    const count = Math.min(step, n * c - i);
    engine.load(values, i * from, count * from, back ? at : base);
    engine.kernels.unfold(base, count, at, Number(back), base + toWork);
    engine.store(back ? base : at, count * to, out, i * to);
  }
  return out;
}

/** The most elements of images and results that threads share at once. */
const SHARED = 2 ** 22;

/** The bytes in which a part of a convolution adds up `n` elements of filters, as in assembly/conv2d.ts. */
const behindSum = (n: number): number => (n * 4 + 127) & ~63;

/** What the kernel makes: the results, or the gradient of the images, or that of the filters. */
const RESULTS = 0;
const IMAGES = 1;
const FILTERS = 2;

/**
 * Makes the one of images [n, c, h, w], filters and results that is `null`, or its gradient, from the other two: `shape` is
 * that of the images, and there are `o` filters.
 */
function convolve(
  engines: Engines,
  shape: Shape,
  o: number,
  windows: Windows,
  groups: number,
  images: View | null,
  filters: View | null,
  results: View | null,
  bias: View | null = null,
  activation: Activation = 'identity',
): Float32Array {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const made = results === null ? RESULTS : images === null ? IMAGES : FILTERS;
  const channels = c / groups;
  const outputs = o / groups;
  const image = c * h * w;
  const result = o * windowCount(h, windows, 0) * windowCount(w, windows, 1);
  const filter = channels * windows.kernel[0] * windows.kernel[1];
  const filterSize = o * filter;
  const engine = engines.forConvolution(n * result * filter, n * (image + result));
  const { kernels } = engine;
  setWindows(engine, shape, windows);
  // A part for a thread. What is added up in each does not depend on how many threads there are.
  const block = atOnce(n, Math.max(image, result));
  const step =
    engine.threads === 1 ? block : Math.min(n, block * Math.max(1, Math.floor(SHARED / (block * (image + result)))));
  const sumRoom = made === FILTERS ? Math.ceil(step / block) * behindSum(filterSize) : 0;
  const toBias = behind(0, filterSize);
  const toX = behind(toBias, o);
  const toY = behind(toX, step * image);
  const toSums = behind(toY, step * result);
  const toWork = align(toSums + sumRoom);
  engine.reserve(toWork + engine.threads * kernels.conv2dWork(channels, outputs) + SLACK);
  // From here on the memory does not grow, which would empty the arrays of what stays in it.
  const { base } = engine;
  const x = base + toX;
  const y = base + toY;
  const f = filters === null ? base : bring(engine, filters, base);
  const b = bias === null ? 0 : bring(engine, bias, base + toBias);
  const number = activations.indexOf(activation);
  const given = images && (rowMajor(images) as Float32Array);
  const after = results && (rowMajor(results) as Float32Array);
  const out = allocateFloats(made === RESULTS ? n * result : made === IMAGES ? n * image : filterSize);
  if (made === FILTERS) engine.floats.fill(0, base >>> 2, (base >>> 2) + filterSize);
  for (let i = 0; i < n; i += step) {
    const count = Math.min(step, n - i);
    if (given !== null) engine.load(given, i * image, count * image, x);
    if (after !== null) engine.load(after, i * result, count * result, y);
    const [sums, work] = [base + toSums, base + toWork];
    kernels.conv2d(made, x, f, b, y, count, groups, channels, outputs, number, block, sums, work);
    if (made === IMAGES) engine.store(x, count * image, out, i * image);
    if (made === RESULTS) engine.store(y, count * result, out, i * result);
  }
  if (made === FILTERS) engine.store(base, filterSize, out, 0);
  return out;
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
  return convolve(engines, x.shape, weight.shape[0]!, windows, groups, x, weight, null, bias, activation);
}

/** The gradient of `conv2d` by images of a shape [n, c, h, w]. */
export function conv2dInputGradient(
  engines: Engines,
  grad: View,
  weight: View,
  shape: Shape,
  windows: Windows,
  groups: number,
): Float32Array {
  return convolve(engines, shape, weight.shape[0]!, windows, groups, null, weight, grad);
}

/** The gradient of `conv2d` by the weight. */
export function conv2dWeightGradient(
  engines: Engines,
  grad: View,
  x: View,
  windows: Windows,
  groups: number,
): Float32Array {
  return convolve(engines, x.shape, grad.shape[1]!, windows, groups, x, null, grad);
}
