// Convolutions, an image and some rows of windows at a time, so that the columns of all images never exist: what is made
// of them is used while it is in the cache. How windows slide is set by `setWindows`.
import { finish } from './activation';
import { dots } from './dot';
import { gemm, gemmWork } from './gemm';
import { accumulate, area, col2im, columns, copy, crop, im2col, pad, padded, paddedPlane, plane, rows } from './im2col';
import { splat } from './vector';

/** Elements of the columns that are made at once: enough for a long product where windows are large, and few enough for
 * the second cache. Measured: a fourth of it is a third slower at 128 channels, and twice as many are no faster. */
const BLOCK = 65536;

/** Rows of windows at once. */
@inline function blockRows(depth: i32): i32 {
  return max(1, min(rows, BLOCK / (depth * columns)));
}

/** The bytes of n floats with room behind, in whole lines of the cache. */
@inline function room(n: i32): usize {
  return ((<usize>n << 2) + 127) & ~63;
}

/** The bytes that the product of a block needs, and that of the smaller last one. */
function productWork(m: i32, k: i32, depth: i32): usize {
  const block = blockRows(depth);
  return max(gemmWork(m, block * columns, k), gemmWork(m, (rows % block) * columns, k));
}

/** The bytes of `work` that each of these functions needs: a padded image, columns, a part of the result, a product's. */
export function conv2dWork(channels: i32, outputs: i32): usize {
  const depth = channels * area;
  const n = blockRows(depth) * columns;
  return (
    room(channels * paddedPlane) +
    room(depth * n) +
    room(outputs * max(n, depth)) +
    max(productWork(outputs, depth, depth), productWork(depth, outputs, depth))
  );
}

/**
 * y[n, groups, outputs, windows] = activation(weight[groups, outputs, channels * kh * kw] x the windows of
 * x[n, groups, channels, h, w] + bias[groups, outputs]); `bias` 0 is none.
 */
export function conv2d(
  x: usize,
  weight: usize,
  bias: usize,
  y: usize,
  n: i32,
  groups: i32,
  channels: i32,
  outputs: i32,
  activation: i32,
  work: usize,
): void {
  const depth = channels * area;
  const windows = rows * columns;
  const block = blockRows(depth);
  const cols = work + room(channels * paddedPlane);
  const part = cols + room(depth * block * columns);
  const rest = part + room(outputs * max(block * columns, depth));
  for (let i = 0; i < n * groups; i++) {
    const group = i % groups;
    const w = weight + ((<usize>(group * outputs * depth)) << 2);
    if (padded) pad(x, channels, work);
    for (let first = 0; first < rows; first += block) {
      const count = min(block, rows - first);
      const size = count * columns;
      im2col(padded ? work : x, channels, first, count, cols);
      const c = count == rows ? y : part;
      if (bias != 0) spread(bias + ((<usize>(group * outputs)) << 2), c, outputs, size);
      gemm(w, depth, 1, cols, size, 1, c, outputs, size, depth, bias != 0, rest);
      if (c != y) {
        for (let o = 0; o < outputs; o++) {
          const to = y + ((<usize>(o * windows + first * columns)) << 2);
          memory.copy(to, c + ((<usize>(o * size)) << 2), <usize>size << 2);
        }
      }
    }
    finish(y, 0, outputs, windows, activation);
    x += (<usize>(channels * plane)) << 2;
    y += (<usize>(outputs * windows)) << 2;
  }
}

/** c[i, j] = bias[i] */
function spread(bias: usize, c: usize, rows: i32, columns: i32): void {
  for (let i = 0; i < rows; i++) {
    const value = splat(load<f32>(bias));
    const end = c + (<usize>columns << 2);
    for (let to = c; to < end; to += 16) v128.store(to, value);
    c = end;
    bias += 4;
  }
}

/** dx[n, groups, channels, h, w] of grad[n, groups, outputs, windows]. */
export function conv2dInputGradient(
  grad: usize,
  weight: usize,
  dx: usize,
  n: i32,
  groups: i32,
  channels: i32,
  outputs: i32,
  work: usize,
): void {
  const depth = channels * area;
  const windows = rows * columns;
  const block = blockRows(depth);
  const cols = work + room(channels * paddedPlane);
  const rest = cols + room(depth * block * columns);
  for (let i = 0; i < n * groups; i++) {
    const w = weight + ((<usize>((i % groups) * outputs * depth)) << 2);
    const to = padded ? work : dx;
    memory.fill(to, 0, (<usize>(channels * paddedPlane)) << 2);
    for (let first = 0; first < rows; first += block) {
      const count = min(block, rows - first);
      const size = count * columns;
      const g = grad + ((<usize>(first * columns)) << 2);
      gemm(w, 1, depth, g, windows, 1, cols, depth, size, outputs, false, rest);
      col2im(cols, channels, first, count, to);
    }
    if (padded) crop(work, channels, dx);
    grad += (<usize>(outputs * windows)) << 2;
    dx += (<usize>(channels * plane)) << 2;
  }
}

/** dw[groups, outputs, channels * kh * kw] += grad[n, groups, outputs, windows] x the windows of x, transposed. */
export function conv2dWeightGradient(
  grad: usize,
  x: usize,
  dw: usize,
  n: i32,
  groups: i32,
  channels: i32,
  outputs: i32,
  work: usize,
): void {
  const depth = channels * area;
  const windows = rows * columns;
  const block = blockRows(depth);
  const cols = work + room(channels * paddedPlane);
  const part = cols + room(depth * block * columns);
  for (let i = 0; i < n * groups; i++) {
    if (padded) pad(x, channels, work);
    for (let first = 0; first < rows; first += block) {
      const count = min(block, rows - first);
      const size = count * columns;
      im2col(padded ? work : x, channels, first, count, cols);
      const g = grad + ((<usize>(first * columns)) << 2);
      dots(g, <usize>windows << 2, cols, <usize>size << 2, part, outputs, depth, size);
      accumulate(part, dw + ((<usize>((i % groups) * outputs * depth)) << 2), outputs * depth);
    }
    grad += (<usize>(outputs * windows)) << 2;
    x += (<usize>(channels * plane)) << 2;
  }
}
