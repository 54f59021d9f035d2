import type { Activation, Shape, View, Windows } from '@kindling/tensor-core/backend';
import { rowMajor } from '../kernels/copy.js';
import { allocateFloats } from '../memory.js';
import { align, CHUNK, type Engine } from './engine.js';
import { activations } from './matmul.js';
import { SLACK } from './operands.js';

/** The float32 elements of a view in row-major order. */
const floats = (x: View): Float32Array => rowMajor(x) as Float32Array;

/** Tells the kernels how windows slide over images of a shape [n, c, h, w]; returns how many there are in each. */
function setWindows({ kernels }: Engine, [, , h, w]: Shape, { kernel, stride, padding, dilation }: Windows): number {
  return kernels.setWindows(h!, w!, ...kernel, ...stride, ...padding, ...dilation);
}

/** The address behind `size` elements at another. */
const behind = (address: number, size: number): number => align(address + size * 4 + SLACK);

/** The windows of images [n, c, h, w] as columns, or, `back`, images of `shape` from their windows. */
export function unfold(engine: Engine, x: View, shape: Shape, windows: Windows, back: boolean): Float32Array {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const { kernel, padding } = windows;
  const plane = h * w;
  const columns = setWindows(engine, shape, windows) * kernel[0] * kernel[1];
  const [from, to] = back ? [columns, plane] : [plane, columns];
  const values = floats(x);
  const out = allocateFloats(n * c * to);
  const step = Math.min(n * c, Math.max(1, Math.floor(CHUNK / Math.max(plane, columns))));
  const padded = (h + 2 * padding[0]) * (w + 2 * padding[1]);
  engine.reserve(behind(behind(behind(0, step * plane), step * columns), padded));
  const at = behind(engine.base, step * plane);
  const work = behind(at, step * columns);
  for (let i = 0; i < n * c; i += step) {
    const count = Math.min(step, n * c - i);
    engine.load(values, i * from, count * from, back ? at : engine.base);
    engine.kernels.unfold(engine.base, count, at, Number(back), work);
    engine.store(back ? engine.base : at, count * to, out, i * to);
  }
  return out;
}

/** What the kernel makes: the results, or the gradient of the images, or that of the filters. */
const RESULTS = 0;
const IMAGES = 1;
const FILTERS = 2;

/** Images, filters and results, or the gradients of these: two are given, and one is to be filled. */
interface Arrays {
  readonly images: Float32Array;
  readonly filters: Float32Array;
  readonly results: Float32Array;
}

/** Fills one of the arrays, for images of a shape [n, c, h, w] and `o` filters. */
function convolve(
  engine: Engine,
  made: number,
  { images, filters, results }: Arrays,
  [n, c]: readonly [number, number],
  o: number,
  groups: number,
  bias: Float32Array | null = null,
  activation: Activation = 'identity',
): void {
  if (n === 0) return;
  const { kernels } = engine;
  const [image, result] = [images.length / n, results.length / n];
  const step = Math.min(n, Math.max(1, Math.floor(CHUNK / Math.max(image, result))));
  const [channels, outputs] = [c / groups, o / groups];
  const operands = behind(behind(behind(behind(0, filters.length), o), step * image), step * result);
  engine.reserve(operands + kernels.conv2dWork(channels, outputs) + SLACK);
  const { base } = engine;
  const biasAt = behind(base, filters.length);
  const x = behind(biasAt, o);
  const y = behind(x, step * image);
  const work = base + operands;
  engine.load(filters, 0, filters.length, base);
  if (bias !== null) engine.load(bias, 0, o, biasAt);
  const b = bias === null ? 0 : biasAt;
  const f = activations.indexOf(activation);
  for (let i = 0; i < n; i += step) {
    const count = Math.min(step, n - i);
    if (made !== IMAGES) engine.load(images, i * image, count * image, x);
    if (made !== RESULTS) engine.load(results, i * result, count * result, y);
    kernels.conv2d(made, x, base, b, y, count, groups, channels, outputs, f, work);
    if (made === IMAGES) engine.store(x, count * image, images, i * image);
    if (made === RESULTS) engine.store(y, count * result, results, i * result);
  }
  if (made === FILTERS) engine.store(base, filters.length, filters, 0);
}

/** `activation(weight @ unfold(x) + bias)` for each group: x [n, c, h, w], weight [o, c / groups, kh, kw], bias [o]. */
export function conv2d(
  engine: Engine,
  x: View,
  weight: View,
  bias: View | null,
  windows: Windows,
  groups: number,
  activation: Activation,
): Float32Array {
  const [n, c] = x.shape as readonly [number, number];
  const o = weight.shape[0]!;
  const results = allocateFloats(n * o * setWindows(engine, x.shape, windows));
  const arrays = { images: floats(x), filters: floats(weight), results };
  convolve(engine, RESULTS, arrays, [n, c], o, groups, bias && floats(bias), activation);
  return results;
}

/** The gradient of `conv2d` by images of a shape [n, c, h, w]. */
export function conv2dInputGradient(
  engine: Engine,
  grad: View,
  weight: View,
  shape: Shape,
  windows: Windows,
  groups: number,
): Float32Array {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  setWindows(engine, shape, windows);
  const images = allocateFloats(n * c * h * w);
  const arrays = { images, filters: floats(weight), results: floats(grad) };
  convolve(engine, IMAGES, arrays, [n, c], weight.shape[0]!, groups);
  return images;
}

/** The gradient of `conv2d` by the weight. */
export function conv2dWeightGradient(
  engine: Engine,
  grad: View,
  x: View,
  windows: Windows,
  groups: number,
): Float32Array {
  const [n, c] = x.shape as readonly [number, number];
  const o = grad.shape[1]!;
  setWindows(engine, x.shape, windows);
  const filters = allocateFloats(((o * c) / groups) * windows.kernel[0] * windows.kernel[1]).fill(0);
  convolve(engine, FILTERS, { images: floats(x), filters, results: floats(grad) }, [n, c], o, groups);
  return filters;
}
