// Convolutions of images, which threads share, and what is prepared for them. How windows slide is set by `setWindows`.
import {
  add,
  backward,
  BIAS,
  blockRows,
  FILTERS,
  forward,
  FORWARD,
  IMAGES,
  isDirect,
  OUTPUTS,
  room,
  wideRows,
  wideStep,
} from './conv2d-image';
import { packFilters, PANEL } from './direct';
import { gemmWork } from './gemm';
import {
  area,
  columns,
  height,
  keepWindows,
  paddedPlane,
  plane,
  resultTable,
  rows,
  takeWindows,
  widePlane,
  windowTable,
} from './im2col';
import { alone, CONVOLUTION, job, share, threadCount, threadNumber } from './parallel';

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
  grad: usize;
  dx: usize;
  n: i32;
  groups: i32;
  channels: i32;
  outputs: i32;
  activation: i32;
  /** Images of a part. */
  block: i32;
  /** What `conv2dPlan` made. */
  plan: usize;
  /** The gradients of filters and bias that each part makes, and the bytes from one to the next. */
  sums: usize;
  sumStep: usize;
  /** The work of thread 0, and the bytes to that of the next. */
  work: usize;
  workStep: usize;
}

/** The floats in which the gradient of filters is added up. */
@inline function filterSums(groups: i32, channels: i32, outputs: i32): i32 {
  const wide = outputs < OUTPUTS ? outputs : (outputs + PANEL - 1) & -PANEL;
  return groups * wide * channels * area;
}

/** The bytes of what `conv2dPlan` makes. */
export function conv2dPlanRoom(groups: i32, channels: i32, outputs: i32): usize {
  return room(channels * area) + room(outputs * area) + room(groups * outputs * channels * area);
}

/** The bytes in which a part adds up the gradients of filters and bias. */
export function conv2dSumRoom(groups: i32, channels: i32, outputs: i32): usize {
  return room(filterSums(groups, channels, outputs)) + room(2 * groups * outputs);
}

/** The bytes of work that each thread of `conv2d` needs. */
export function conv2dWork(what: i32, channels: i32, outputs: i32): usize {
  const depth = channels * area;
  const image = room(channels * paddedPlane);
  const back =
    what == FORWARD
      ? 0
      : room(outputs * rows * columns) +
        room(((outputs + PANEL - 1) & -PANEL) * rows * columns) +
        room(outputs * widePlane());
  if (isDirect() && (what == FORWARD || outputs >= OUTPUTS)) {
    const most = what == FORWARD ? outputs : channels;
    const high = what == FORWARD ? rows : height;
    return PRODUCT + image + back + <usize>most * wideStep(min(high, wideRows(most)));
  }
  const n = blockRows(depth) * columns;
  alone(PRODUCT);
  const products = max(gemmWork(outputs, n, depth), gemmWork(depth, n, outputs));
  alone(0);
  const wide = max(outputs, channels) * (<i32>wideStep(min(max(rows, height), wideRows(max(outputs, channels)))) >> 2);
  const rest = room(depth * n) + room(outputs * max(n, depth)) + room(wide);
  return (PRODUCT + image + back + rest + products + 63) & ~63;
}

/** Prepares filters for `conv2d`. */
export function conv2dPlan(what: i32, weight: usize, groups: i32, channels: i32, outputs: i32, plan: usize): void {
  const depth = channels * area;
  windowTable(channels, plan);
  plan += room(depth);
  resultTable(outputs, plan);
  plan += room(outputs * area);
  if (!isDirect() || (what != FORWARD && !(what & IMAGES))) return;
  for (let i = 0; i < groups; i++, weight += (<usize>(outputs * depth)) << 2) {
    if (what == FORWARD) plan = packFilters(weight, outputs, depth, 1, 0, depth, plan);
    else plan = packFilters(weight, channels, area, outputs, depth, area, plan);
  }
}

/**
 * Of x[n, groups, channels, h, w], weight[groups, outputs, channels * kh * kw] and y[n, groups, outputs, windows], where a bias 0
 * is none:
 *
 * - FORWARD: y = activation(weight x the windows of x + bias[groups, outputs])
 *
 * or from the gradient of y what of these is wanted:
 *
 * - IMAGES: dx = the windows that are weight, transposed, x grad, added up
 * - FILTERS: sums += grad x the windows of x, transposed
 * - BIAS: sums += grad
 *
 * Threads share parts of `block` images, whose sums are behind those of all: what they are added up in does not depend on the
 * threads. `conv2dSums` makes gradients of them.
 */
export function conv2d(
  what: i32,
  x: usize,
  weight: usize,
  bias: usize,
  y: usize,
  grad: usize,
  dx: usize,
  n: i32,
  groups: i32,
  channels: i32,
  outputs: i32,
  activation: i32,
  block: i32,
  plan: usize,
  sums: usize,
  work: usize,
): void {
  const all = changetype<Convolution>(job());
  const sumStep = conv2dSumRoom(groups, channels, outputs);
  all.what = what;
  all.x = x;
  all.weight = weight;
  all.bias = bias;
  all.y = y;
  all.grad = grad;
  all.dx = dx;
  all.n = n;
  all.groups = groups;
  all.channels = channels;
  all.outputs = outputs;
  all.activation = activation;
  all.block = block;
  all.plan = plan;
  all.sums = sums + sumStep;
  all.sumStep = sumStep;
  all.work = work;
  all.workStep = conv2dWork(what, channels, outputs);
  keepWindows(job() + WINDOWS);
  const parts = (n + block - 1) / block;
  share(CONVOLUTION, parts, threadCount());
  if (!(what & (FILTERS | BIAS))) return;
  const size = filterSums(groups, channels, outputs);
  for (let i = 0, from = sums + sumStep; i < parts; i++, from += sumStep) {
    add(from, sums, size);
    for (let at = room(size); at < sumStep; at += 8) store<f64>(sums + at, load<f64>(sums + at) + load<f64>(from + at));
  }
}

/** dw[groups, outputs, depth] and db[groups, outputs], of which 0 is not wanted, from what was added up. */
export function conv2dSums(sums: usize, groups: i32, channels: i32, outputs: i32, dw: usize, db: usize): void {
  const depth = channels * area;
  const doubles = sums + room(filterSums(groups, channels, outputs));
  if (db != 0) {
    for (let i = 0; i < groups * outputs; i++) store<f32>(db + (<usize>i << 2), <f32>load<f64>(doubles + (<usize>i << 3)));
  }
  if (dw == 0) return;
  if (outputs < OUTPUTS) {
    memory.copy(dw, sums, (<usize>(groups * outputs * depth)) << 2);
    return;
  }
  for (let i = 0; i < groups; i++) {
    for (let o = 0; o < outputs; o += PANEL, sums += <usize>depth << 5) {
      const most = min(PANEL, outputs - o);
      for (let j = 0; j < most; j++) {
        for (let k = 0, at = sums + (<usize>j << 2); k < depth; k++, at += 32, dw += 4) store<f32>(dw, load<f32>(at));
      }
    }
  }
}

/** The images of part `i`. */
export function conv2dPart(i: i32): void {
  const all = changetype<Convolution>(job());
  takeWindows(job() + WINDOWS);
  const what = all.what;
  const groups = all.groups;
  const channels = all.channels;
  const outputs = all.outputs;
  const activation = all.activation;
  const depth = channels * area;
  const windows = rows * columns;
  const first = i * all.block;
  const count = min(all.block, all.n - first);
  const imageStep = (<usize>(channels * plane)) << 2;
  const resultStep = (<usize>(outputs * windows)) << 2;
  const sums = all.sums + <usize>i * all.sumStep;
  if (what & (FILTERS | BIAS)) memory.fill(sums, 0, all.sumStep);
  const sumStep = (<usize>(filterSums(1, channels, outputs))) << 2;
  const doubles = sums + room(filterSums(groups, channels, outputs));
  const toX = <usize>(first * groups) * imageStep;
  const toY = <usize>(first * groups) * resultStep;
  let x = all.x + toX;
  let dx = all.dx + toX;
  let y = all.y + toY;
  let grad = all.grad + toY;
  // Taken before this thread describes its own products.
  const weights = all.weight;
  const biases = all.bias;
  const plan = all.plan;
  const work = all.work + <usize>threadNumber() * all.workStep;
  alone(work);
  for (let j = 0; j < count; j++) {
    for (let group = 0; group < groups; group++) {
      const weight = weights + ((<usize>(group * outputs * depth)) << 2);
      const packed = plan + room(depth) + room(outputs * area) + ((<usize>(group * outputs * depth)) << 2);
      if (what == FORWARD) {
        const bias = biases == 0 ? 0 : biases + ((<usize>(group * outputs)) << 2);
        forward(x, weight, bias, y, channels, outputs, activation, plan, packed, work + PRODUCT);
      } else {
        backward(
          what,
          x,
          weight,
          y,
          grad,
          dx,
          channels,
          outputs,
          activation,
          plan,
          packed,
          sums + <usize>group * sumStep,
          doubles + ((<usize>(group * outputs)) << 3),
          work + PRODUCT,
        );
      }
      x += imageStep;
      dx += imageStep;
      y += resultStep;
      grad += resultStep;
    }
  }
  alone(0);
}
