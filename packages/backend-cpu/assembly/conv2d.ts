// Convolutions, an image and some rows of windows at a time, so that the columns of all images never exist: what is made
// of them is used while it is in the cache. How windows slide is set by `setWindows`. Threads share the images.
import { finish } from './activation';
import { dots } from './dot';
import { gemm, gemmWork } from './gemm';
import { area, columns, crop, keepWindows, pad, paddedPlane, plane, rows, slide, takeWindows } from './im2col';
import { alone, CONVOLUTION, job, share, threadCount, threadNumber } from './parallel';
import { splat } from './vector';

/**
 * Elements of the columns that are made at once: enough for long products where windows are large, and few enough for the
 * second cache. Measured: a fourth of it is a third slower at 128 channels, and twice as many are no faster.
 */
const BLOCK = 65536;

/** What `conv2d` makes: the result, the gradient of the images, or that of the filters. */
const FORWARD = 0;
const IMAGES = 1;
const FILTERS = 2;

/** Rows of windows at once. */
@inline function blockRows(depth: i32): i32 {
  return max(1, min(rows, BLOCK / max(1, depth * columns)));
}

/** The bytes of n floats with room behind, in whole lines of the cache. */
@inline function room(n: i32): usize {
  return ((<usize>n << 2) + 127) & ~63;
}

/** Where a thread describes its products: the first bytes of its work. */
const PRODUCT: usize = 256;
/** Where in the description of the work windows are described. */
const WINDOWS: usize = 128;

/** A convolution under way, where every thread reads it. */
@unmanaged
class Convolution {
  what: i32;
  x: usize;
  weight: usize;
  bias: usize;
  y: usize;
  n: i32;
  groups: i32;
  channels: i32;
  outputs: i32;
  activation: i32;
  /** Images of a part. */
  block: i32;
  /** The gradients of filters that each part makes. */
  sums: usize;
  /** The work of thread 0, and the bytes to that of the next. */
  work: usize;
  workStep: usize;
}

/** The bytes of `work` that each thread of `conv2d` needs: a padded image, columns, a part of the result, and what products need. */
export function conv2dWork(channels: i32, outputs: i32): usize {
  const depth = channels * area;
  const block = blockRows(depth);
  const n = block * columns;
  alone(PRODUCT);
  const products = max(gemmWork(outputs, n, depth), gemmWork(depth, n, outputs));
  alone(0);
  const rest = room(channels * paddedPlane) + room(depth * n) + room(outputs * max(n, depth));
  return (PRODUCT + rest + products + 63) & ~63;
}

/**
 * Of x[n, groups, channels, h, w], weight[groups, outputs, channels * kh * kw] and y[n, groups, outputs, windows], or the
 * gradients of what they are, makes the one that `what` says from the others:
 *
 * - FORWARD: y = activation(weight x the windows of x + bias[groups, outputs]), where `bias` 0 is none
 * - IMAGES: x = the windows that are weight, transposed, x y, added up
 * - FILTERS: weight += y x the windows of x, transposed
 *
 * Threads share parts of `block` images. `sums` has room for as many filters as there are parts, rounded up to a line of the
 * cache each: what they are added up in does not depend on the threads.
 */
export function conv2d(
  what: i32,
  x: usize,
  weight: usize,
  bias: usize,
  y: usize,
  n: i32,
  groups: i32,
  channels: i32,
  outputs: i32,
  activation: i32,
  block: i32,
  sums: usize,
  work: usize,
): void {
  const all = changetype<Convolution>(job());
  all.what = what;
  all.x = x;
  all.weight = weight;
  all.bias = bias;
  all.y = y;
  all.n = n;
  all.groups = groups;
  all.channels = channels;
  all.outputs = outputs;
  all.activation = activation;
  all.block = block;
  all.sums = sums;
  all.work = work;
  all.workStep = conv2dWork(channels, outputs);
  keepWindows(job() + WINDOWS);
  const parts = (n + block - 1) / block;
  share(CONVOLUTION, parts, threadCount());
  if (what != FILTERS) return;
  const size = groups * outputs * channels * area;
  for (let i = 0; i < parts; i++, sums += room(size)) add(sums, weight, size);
}

/** to[i] += x[i] */
function add(x: usize, to: usize, n: i32): void {
  const end = x + (<usize>n << 2);
  for (; x + 16 <= end; x += 16, to += 16) v128.store(to, f32x4.add(v128.load(to), v128.load(x)));
  for (; x < end; x += 4, to += 4) store<f32>(to, load<f32>(to) + load<f32>(x));
}

/** The images of part `i`. */
export function conv2dPart(i: i32): void {
  const all = changetype<Convolution>(job());
  takeWindows(job() + WINDOWS);
  const what = all.what;
  const groups = all.groups;
  const channels = all.channels;
  const outputs = all.outputs;
  const first = i * all.block;
  const size = groups * outputs * channels * area;
  const result = <usize>(groups * outputs * rows * columns);
  const weight = what == FILTERS ? all.sums + <usize>i * room(size) : all.weight;
  if (what == FILTERS) memory.fill(weight, 0, <usize>size << 2);
  const x = all.x + ((<usize>first * (groups * channels * plane)) << 2);
  const y = all.y + ((<usize>first * result) << 2);
  const count = min(all.block, all.n - first);
  const bias = all.bias;
  const activation = all.activation;
  const work = all.work + <usize>threadNumber() * all.workStep;
  alone(work);
  images(what, x, weight, bias, y, count, groups, channels, outputs, activation, work + PRODUCT);
  alone(0);
}

/** Some images, one after the other. */
function images(
  what: i32,
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
  const padded = plane != paddedPlane;
  for (let i = 0; i < n * groups; i++) {
    const group = i % groups;
    const w = weight + ((<usize>(group * outputs * depth)) << 2);
    const image = padded ? work : x;
    if (what == IMAGES) memory.fill(image, 0, (<usize>(channels * paddedPlane)) << 2);
    else if (padded) pad(x, channels, work);
    for (let first = 0; first < rows; first += block) {
      const count = min(block, rows - first);
      const size = count * columns;
      const from = y + ((<usize>(first * columns)) << 2);
      if (what == IMAGES) gemm(w, 1, depth, from, windows, 1, cols, depth, size, outputs, false, 0, 0, rest);
      slide(image, channels, first, count, cols, what == IMAGES);
      if (what == FILTERS) {
        dots(from, <usize>windows << 2, cols, <usize>size << 2, part, <usize>depth << 2, outputs, depth, size);
        add(part, w, outputs * depth);
      } else if (what == FORWARD) {
        // All windows of an image are its result, which then needs no copying.
        const c = count == rows ? y : part;
        if (bias != 0) spread(bias + ((<usize>(group * outputs)) << 2), c, outputs, size);
        gemm(w, depth, 1, cols, size, 1, c, outputs, size, depth, bias != 0, 0, 0, rest);
        if (c != y) {
          for (let o = 0; o < outputs; o++) {
            memory.copy(from + ((<usize>(o * windows)) << 2), c + ((<usize>(o * size)) << 2), <usize>size << 2);
          }
        }
      }
    }
    if (what == FORWARD) finish(y, 0, outputs, windows, activation);
    else if (what == IMAGES && padded) crop(work, channels, x);
    x += (<usize>(channels * plane)) << 2;
    y += (<usize>(outputs * windows)) << 2;
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
