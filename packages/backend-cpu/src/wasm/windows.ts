import type { Activation, Shape, View, Windows } from '@kindling/tensor-core/backend';
import { rowMajor } from '../kernels/copy.js';
import { allocateFloats } from '../memory.js';
import { align, type Engine } from './engine.js';
import { activations } from './matmul.js';

/** Elements of the images, or of what is made of them, that are in WebAssembly memory at once. */
const CHUNK = 65536;
/** Bytes behind an operand that a kernel may read and write. */
const SLACK = 64;

/** The float32 elements of a view in row-major order. */
const floats = (x: View): Float32Array => rowMajor(x) as Float32Array;

/** Tells the kernels how windows slide over images of a shape [n, c, h, w]; returns how many there are in each. */
function setWindows({ kernels }: Engine, shape: Shape, { kernel, stride, padding, dilation }: Windows): number {
  return kernels.setWindows(
    shape[2]!,
    shape[3]!,
    kernel[0],
    kernel[1],
    stride[0],
    stride[1],
    padding[0],
    padding[1],
    dilation[0],
    dilation[1],
  );
}

/** Lays operands of some numbers of elements out one after the other; returns their addresses, and the end as the last. */
function layOut<Sizes extends readonly number[]>(
  engine: Engine,
  work: number,
  ...sizes: Sizes
): [...{ [I in keyof Sizes]: number }, number] {
  let next = engine.base;
  const addresses = sizes.map((size) => {
    const address = next;
    next = align(address + size * 4 + SLACK);
    return address;
  });
  engine.reserve(next + work + SLACK);
  return [...addresses, next] as unknown as [...{ [I in keyof Sizes]: number }, number];
}

/** Calls `visit` for every few of n items of which each has at most `size` elements. */
function chunks(n: number, size: number, visit: (from: number, count: number) => void): void {
  const step = Math.max(1, Math.floor(CHUNK / size));
  for (let i = 0; i < n; i += step) visit(i, Math.min(step, n - i));
}

/** The windows of images [n, c, h, w] as columns, or, turned round, images of `shape` from their windows. */
export function unfold(engine: Engine, x: View, shape: Shape, windows: Windows, back: boolean): Float32Array {
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const plane = h * w;
  const columns = setWindows(engine, shape, windows) * windows.kernel[0] * windows.kernel[1];
  const [from, to] = back ? [columns, plane] : [plane, columns];
  const values = floats(x);
  const out = allocateFloats(n * c * to);
  chunks(n * c, Math.max(plane, columns), (i, count) => {
    const work = (h + 2 * windows.padding[0]) * (w + 2 * windows.padding[1]) * 4;
    const [a, b, rest] = layOut(engine, work, count * from, count * to);
    engine.load(values, i * from, count * from, a);
    if (back) engine.kernels.fold(a, count, b, rest);
    else engine.kernels.unfold(a, count, b, rest);
    engine.store(b, count * to, out, i * to);
  });
  return out;
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
  const { kernels } = engine;
  const [n, c, h, w] = x.shape as readonly [number, number, number, number];
  const o = weight.shape[0]!;
  const [image, result] = [c * h * w, o * setWindows(engine, x.shape, windows)];
  const [images, weights, added] = [floats(x), floats(weight), bias && floats(bias)];
  const [channels, outputs] = [c / groups, o / groups];
  const out = allocateFloats(n * result);
  chunks(n, Math.max(image, result), (i, count) => {
    const need = kernels.conv2dWork(channels, outputs);
    const [wAt, bAt, xAt, yAt, work] = layOut(engine, need, weights.length, o, count * image, count * result);
    engine.load(weights, 0, weights.length, wAt);
    if (added !== null) engine.load(added, 0, o, bAt);
    engine.load(images, i * image, count * image, xAt);
    const number = activations.indexOf(activation);
    kernels.conv2d(xAt, wAt, added === null ? 0 : bAt, yAt, count, groups, channels, outputs, number, work);
    engine.store(yAt, count * result, out, i * result);
  });
  return out;
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
  const { kernels } = engine;
  const [n, c, h, w] = shape as readonly [number, number, number, number];
  const o = weight.shape[0]!;
  const [image, result] = [c * h * w, o * setWindows(engine, shape, windows)];
  const [gradients, weights] = [floats(grad), floats(weight)];
  const [channels, outputs] = [c / groups, o / groups];
  const out = allocateFloats(n * image);
  chunks(n, Math.max(image, result), (i, count) => {
    const need = kernels.conv2dWork(channels, outputs);
    const [wAt, gAt, xAt, work] = layOut(engine, need, weights.length, count * result, count * image);
    engine.load(weights, 0, weights.length, wAt);
    engine.load(gradients, i * result, count * result, gAt);
    kernels.conv2dInputGradient(gAt, wAt, xAt, count, groups, channels, outputs, work);
    engine.store(xAt, count * image, out, i * image);
  });
  return out;
}

/** The gradient of `conv2d` by the weight. */
export function conv2dWeightGradient(
  engine: Engine,
  grad: View,
  x: View,
  windows: Windows,
  groups: number,
): Float32Array {
  const { kernels } = engine;
  const [n, c, h, w] = x.shape as readonly [number, number, number, number];
  const o = grad.shape[1]!;
  const [image, result] = [c * h * w, o * setWindows(engine, x.shape, windows)];
  const [gradients, images] = [floats(grad), floats(x)];
  const [channels, outputs] = [c / groups, o / groups];
  const out = allocateFloats(o * channels * windows.kernel[0] * windows.kernel[1]);
  out.fill(0);
  chunks(n, Math.max(image, result), (i, count) => {
    const need = kernels.conv2dWork(channels, outputs);
    const [wAt, gAt, xAt, work] = layOut(engine, need, out.length, count * result, count * image);
    engine.load(out, 0, out.length, wAt);
    engine.load(gradients, i * result, count * result, gAt);
    engine.load(images, i * image, count * image, xAt);
    kernels.conv2dWeightGradient(gAt, xAt, wAt, count, groups, channels, outputs, work);
    engine.store(wAt, out.length, out, 0);
  });
  return out;
}
