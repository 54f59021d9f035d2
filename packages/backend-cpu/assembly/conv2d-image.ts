// A group of an image of a convolution, some rows of windows at a time: what is made of them is used while it is in the cache.
// Windows that slide by one pixel are read where they are; the columns of others are made, though never those of all images.
import { activationBackward, finish } from './activation';
import { direct, filters, PANEL, turn } from './direct';
import { dots } from './dot';
import { gemm } from './gemm';
import {
  area,
  columns,
  columnStride,
  crop,
  height,
  left,
  pad,
  paddedPlane,
  paddedWidth,
  plane,
  rows,
  rowStride,
  slide,
  top,
  widen,
  widePlane,
  width,
} from './im2col';
import { sum } from './sum';
import { splat, storeLanes } from './vector';

/**
 * Elements of the columns that are made at once: enough for long products where windows are large, and few enough for the
 * second cache. Measured: a fourth of it is a third slower at 128 channels, and twice as many are no faster.
 */
const BLOCK = 65536;

/** What `conv2d` makes: the result, or as many of these as there are: the gradients of the images, the filters and the bias. */
export const FORWARD = 0;
export const IMAGES = 1;
export const FILTERS = 2;
export const BIAS = 4;

/** From this many outputs on the gradient of filters is worth panels of eight of them. */
export const OUTPUTS = 4;

/** Whether windows are read where they are: they slide by one pixel, and not most of what is computed is no window. */
@inline export function isDirect(): bool {
  return rowStride == 1 && columnStride == 1 && paddedPlane <= 2 * rows * columns;
}

/** Rows of windows at once. */
@inline export function blockRows(depth: i32): i32 {
  return max(1, min(rows, BLOCK / max(1, depth * columns)));
}

/** Rows of pixels of so many channels at once. */
@inline export function wideRows(channels: i32): i32 {
  return max(1, BLOCK / max(1, channels * paddedWidth));
}

/** The bytes of n floats with room behind, in whole lines of the cache. */
@inline export function room(n: i32): usize {
  return ((<usize>n << 2) + 127) & ~63;
}

/** The bytes from one channel to the next of so many rows of padded images, of which whole tiles are written. */
@inline export function wideStep(count: i32): usize {
  return room(count * paddedWidth);
}

/** The image with its padding, which `work` has room for. */
@inline function padded(x: usize, channels: i32, work: usize): usize {
  if (plane == paddedPlane) return x;
  pad(x, channels, work);
  return work;
}

/** The results of a group of an image. */
export function forward(
  x: usize,
  weight: usize,
  bias: usize,
  y: usize,
  channels: i32,
  outputs: i32,
  activation: i32,
  plan: usize,
  packed: usize,
  work: usize,
): void {
  const depth = channels * area;
  const windows = rows * columns;
  const image = padded(x, channels, work);
  work += room(channels * paddedPlane);
  if (isDirect()) {
    const block = min(rows, wideRows(outputs));
    const step = wideStep(block);
    for (let first = 0; first < rows; first += block) {
      const count = min(block, rows - first);
      const pixels = (count - 1) * paddedWidth + columns;
      direct(image + ((<usize>(first * paddedWidth)) << 2), plan, depth, packed, outputs, pixels, work, step);
      narrow(work, step, outputs, first, count, columns, rows, y, bias, activation == 1);
    }
    if (activation > 1) finish(y, 0, outputs, windows, activation);
    return;
  }
  const block = blockRows(depth);
  const cols = work;
  const part = cols + room(depth * block * columns);
  const rest = part + room(outputs * max(block * columns, depth));
  for (let first = 0; first < rows; first += block) {
    const count = min(block, rows - first);
    const size = count * columns;
    slide(image, channels, first, count, cols, false);
    // All windows of an image are its result, which then needs no copying.
    const c = count == rows ? y : part;
    if (bias != 0) spread(bias, c, outputs, size);
    gemm(weight, depth, 1, cols, size, 1, c, outputs, size, depth, bias != 0, 0, 0, rest);
    if (c == y) continue;
    const from = y + ((<usize>(first * columns)) << 2);
    for (let o = 0; o < outputs; o++) {
      memory.copy(from + ((<usize>(o * windows)) << 2), c + ((<usize>(o * size)) << 2), <usize>size << 2);
    }
  }
  finish(y, 0, outputs, windows, activation);
}

/** The gradients of a group of an image. */
export function backward(
  what: i32,
  x: usize,
  weight: usize,
  y: usize,
  grad: usize,
  dx: usize,
  channels: i32,
  outputs: i32,
  activation: i32,
  plan: usize,
  packed: usize,
  sums: usize,
  doubles: usize,
  work: usize,
): void {
  const depth = channels * area;
  const windows = rows * columns;
  const image = work;
  let g = image + room(channels * paddedPlane);
  const panels = g + room(outputs * windows);
  const wide = panels + room(((outputs + PANEL - 1) & -PANEL) * windows);
  const rest = wide + room(outputs * widePlane());
  if (activation == 0) g = grad;
  else activationBackward(activation, grad, y, g, outputs * windows);
  if (what & BIAS) {
    for (let o = 0; o < outputs; o++) {
      const at = doubles + (<usize>o << 3);
      store<f64>(at, load<f64>(at) + sum(g + ((<usize>(o * windows)) << 2), windows));
    }
  }
  if (what & FILTERS) {
    const images = padded(x, channels, image);
    if (outputs >= OUTPUTS) {
      turn(g, outputs, windows, panels);
      const xRow = (<usize>(rowStride * paddedWidth)) << 2;
      filters(images, plan, depth, rows, columns, xRow, <usize>columnStride << 2, panels, outputs, sums);
    } else products(FILTERS, images, g, sums, channels, outputs, rest);
  }
  if (!(what & IMAGES)) return;
  if (isDirect()) {
    widen(g, outputs, wide);
    const block = min(height, wideRows(channels));
    const step = wideStep(block);
    for (let first = 0; first < height; first += block) {
      const count = min(block, height - first);
      const pixels = (count - 1) * paddedWidth + width;
      const from = wide + ((<usize>((top + first) * paddedWidth + left)) << 2);
      direct(from, plan + room(depth), outputs * area, packed, channels, pixels, rest, step);
      narrow(rest, step, channels, first, count, width, height, dx, 0, false);
    }
    return;
  }
  const to = plane == paddedPlane ? dx : image;
  memory.fill(to, 0, (<usize>(channels * paddedPlane)) << 2);
  products(IMAGES, to, g, weight, channels, outputs, rest);
  if (to == image) crop(image, channels, dx);
}

/** Gradients by way of columns: of padded images to `x`, or added to the filters at `weight`. */
function products(what: i32, x: usize, g: usize, weight: usize, channels: i32, outputs: i32, cols: usize): void {
  const depth = channels * area;
  const windows = rows * columns;
  const block = blockRows(depth);
  const part = cols + room(depth * block * columns);
  const rest = part + room(outputs * max(block * columns, depth));
  for (let first = 0; first < rows; first += block) {
    const count = min(block, rows - first);
    const size = count * columns;
    const from = g + ((<usize>(first * columns)) << 2);
    if (what == IMAGES) gemm(weight, 1, depth, from, windows, 1, cols, depth, size, outputs, false, 0, 0, rest);
    slide(x, channels, first, count, cols, what == IMAGES);
    if (what != FILTERS) continue;
    dots(from, <usize>windows << 2, cols, <usize>size << 2, part, <usize>depth << 2, outputs, depth, size);
    add(part, weight, outputs * depth);
  }
}

/**
 * Copies `count` rows of `length` pixels, from row `first` of `most` on, of what `direct` made, whose channels are `step` bytes
 * apart, with bias and relu. Nothing is written behind a channel, where another thread may be.
 */
function narrow(
  from: usize,
  step: usize,
  channels: i32,
  first: i32,
  count: i32,
  length: i32,
  most: i32,
  to: usize,
  bias: usize,
  relu: bool,
): void {
  const row = <usize>length << 2;
  const channel = row * most;
  to += <usize>first * row;
  for (let c = 0; c < channels; c++, from += step, to += channel) {
    const b = bias == 0 ? splat(0) : v128.load32_splat(bias + (<usize>c << 2));
    const end = to + <usize>count * row;
    let at = to;
    for (let r = 0; r < count; r++, at += row) {
      const source = from + ((<usize>(r * paddedWidth)) << 2);
      for (let p: usize = 0; p < row; p += 16) {
        let v = f32x4.add(v128.load(source + p), b);
        if (relu) v = f32x4.max(v, splat(0));
        // The next row is written after.
        if (at + p + 16 <= end) v128.store(at + p, v);
        else storeLanes(at + p, v, <i32>(row - p) >> 2);
      }
    }
  }
}

/** c[i, j] = bias[i]; nothing is written behind c, where another thread may be. */
function spread(bias: usize, c: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) {
    const value = splat(load<f32>(bias));
    const end = c + (<usize>columns << 2);
    for (; c + 16 <= end; c += 16) v128.store(c, value);
    for (; c < end; c += 4) store<f32>(c, load<f32>(bias));
    bias += 4;
  }
}

/** to[i] += x[i] */
export function add(x: usize, to: usize, n: i32): void {
  const end = x + (<usize>n << 2);
  for (; x + 16 <= end; x += 16, to += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(x)));
  for (; x < end; x += 4, to += 4) store<f32>(to, load<f32>(to) + load<f32>(x));
}
