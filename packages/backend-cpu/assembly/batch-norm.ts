// Batch normalisation in training: each of the groups of x [outer, groups, inner] by its own mean and variance. Threads share the
// groups. Up to 12 bytes behind x and gradients are read; y and dx are written exactly.
import { job, NORMALIZE, share, threadCount } from './parallel';
import { both, cut, madd, plus, splat, storeLanes, zero } from './vector';

/** Floats that are added up in float32 before their sum is added to doubles: eight to a lane. */
const RUN: usize = 128;

/** A normalisation under way, where every thread reads it. */
@unmanaged
class Normalization {
  grad: usize;
  x: usize;
  y: usize;
  outer: i32;
  groups: i32;
  inner: i32;
  w: usize;
  b: usize;
  sums: usize;
  back: bool;
  eps: f64;
}

/** What `measure` found of a group: x - `middle` - `rest` is centred, and times `scale` normalised. */
let middle: f32 = 0;
let rest: f32 = 0;
let scale: f32 = 0;
let average: f64 = 0;
let variance: f64 = 0;

/** (x - mean) / sqrt(variance + eps) */
@inline function normal(x: v128): v128 {
  return f32x4.mul(f32x4.sub(f32x4.sub(x, splat(middle)), splat(rest)), splat(scale));
}

/** Mean and variance of `outer` runs of `inner` floats, `step` bytes apart; what rounding takes from the mean is kept. */
function measure(x: usize, outer: i32, step: usize, inner: i32, eps: f64): void {
  const count = <f64>outer * <f64>inner;
  const length = <usize>inner << 2;
  // What is added up are differences from an element of the middle run, so that few digits of large numbers that hardly differ go.
  const origin = load<f32>(x + <usize>(outer >> 1) * step + ((length >> 1) & ~3));
  const from = splat(isFinite<f32>(origin) ? origin : 0);
  let total = f64x2.splat(0);
  for (let i = 0, run = x; i < outer; i++, run += step) {
    for (let at = run, end = run + length; at < end; ) {
      let part = zero();
      const next = min(at + RUN, end);
      for (; at + 16 <= next; at += 16) part = f32x4.add(part, f32x4.sub(v128.load(at), from));
      if (at < next) {
        part = f32x4.add(part, cut(f32x4.sub(v128.load(at), from), <i32>(next - at) >> 2));
        at = next;
      }
      total = plus(total, part);
    }
  }
  average = both(total) / count + <f64>f32x4.extract_lane(from, 0);
  middle = <f32>average;
  const left = average - <f64>middle;
  rest = <f32>left;
  const mean = splat(middle);
  let squares = f64x2.splat(0);
  for (let i = 0, run = x; i < outer; i++, run += step) {
    for (let at = run, end = run + length; at < end; ) {
      let part = zero();
      const next = min(at + RUN, end);
      for (; at + 16 <= next; at += 16) {
        const c = f32x4.sub(v128.load(at), mean);
        part = madd(c, c, part);
      }
      if (at < next) {
        const c = cut(f32x4.sub(v128.load(at), mean), <i32>(next - at) >> 2);
        part = madd(c, c, part);
        at = next;
      }
      squares = plus(squares, part);
    }
  }
  variance = max(both(squares) / count - left * left, 0);
  scale = <f32>(1 / Math.sqrt(variance + eps));
}

/**
 * y = (x - mean) / sqrt(variance + eps) * w + b for each group; w and b may be 0. Means and variances go to floats at `stats`, in
 * turn.
 */
export function batchNorm(
  x: usize,
  y: usize,
  outer: i32,
  groups: i32,
  inner: i32,
  w: usize,
  b: usize,
  eps: f64,
  stats: usize,
): void {
  normalizeAll(0, x, y, outer, groups, inner, w, b, eps, stats, false);
}

/** The gradients: `dx` may be 0; those of weight and bias go to floats at `sums`, in turn. */
export function batchNormBackward(
  grad: usize,
  x: usize,
  dx: usize,
  outer: i32,
  groups: i32,
  inner: i32,
  w: usize,
  eps: f64,
  sums: usize,
): void {
  normalizeAll(grad, x, dx, outer, groups, inner, w, 0, eps, sums, true);
}

function normalizeAll(
  grad: usize,
  x: usize,
  y: usize,
  outer: i32,
  groups: i32,
  inner: i32,
  w: usize,
  b: usize,
  eps: f64,
  sums: usize,
  back: bool,
): void {
  const all = changetype<Normalization>(job());
  all.grad = grad;
  all.x = x;
  all.y = y;
  all.outer = outer;
  all.groups = groups;
  all.inner = inner;
  all.w = w;
  all.b = b;
  all.sums = sums;
  all.back = back;
  all.eps = eps;
  share(NORMALIZE, groups, threadCount());
}

/** Group `g`. */
export function normalizePart(g: i32): void {
  const all = changetype<Normalization>(job());
  const outer = all.outer;
  const inner = all.inner;
  const step = (<usize>(all.groups * inner)) << 2;
  const at = (<usize>(g * inner)) << 2;
  const sums = all.sums + (<usize>g << 3);
  const x = all.x + at;
  const weight = all.w == 0 ? <f32>1 : load<f32>(all.w + (<usize>g << 2));
  measure(x, outer, step, inner, all.eps);
  if (all.back) backward(all.grad + at, x, all.y == 0 ? 0 : all.y + at, outer, step, inner, weight, sums);
  else {
    const bias = all.b == 0 ? <f32>0 : load<f32>(all.b + (<usize>g << 2));
    forward(x, all.y + at, outer, step, inner, weight, bias);
    store<f32>(sums, <f32>average);
    store<f32>(sums, <f32>variance, 4);
  }
}

function forward(x: usize, y: usize, outer: i32, step: usize, inner: i32, weight: f32, bias: f32): void {
  const w = splat(weight);
  const b = splat(bias);
  for (let i = 0; i < outer; i++, x += step, y += step) {
    for (let j = 0, from = x, to = y; j < inner; j += 4, from += 16, to += 16) {
      storeLanes(to, f32x4.add(f32x4.mul(normal(v128.load(from)), w), b), inner - j);
    }
  }
}

function backward(grad: usize, x: usize, dx: usize, outer: i32, step: usize, inner: i32, weight: f32, to: usize): void {
  const length = <usize>inner << 2;
  let products = f64x2.splat(0);
  let grads = f64x2.splat(0);
  for (let i = 0, run = x, g = grad; i < outer; i++, run += step, g += step) {
    for (let p: usize = 0; p < length; ) {
      let product = zero();
      let part = zero();
      const next = min(p + RUN, length);
      for (; p + 16 <= next; p += 16) {
        const d = v128.load(g + p);
        part = f32x4.add(part, d);
        product = madd(d, normal(v128.load(run + p)), product);
      }
      if (p < next) {
        const left = <i32>(next - p) >> 2;
        const d = cut(v128.load(g + p), left);
        part = f32x4.add(part, d);
        product = madd(d, cut(normal(v128.load(run + p)), left), product);
        p = next;
      }
      products = plus(products, product);
      grads = plus(grads, part);
    }
  }
  store<f32>(to, <f32>both(products));
  store<f32>(to, <f32>both(grads), 4);
  if (dx == 0) return;
  const count = <f64>outer * <f64>inner;
  const w = splat(weight);
  const a = splat(<f32>((<f64>weight * both(grads)) / count));
  const c = splat(<f32>((-<f64>weight * both(products)) / count));
  const s = splat(scale);
  for (let i = 0; i < outer; i++, x += step, grad += step, dx += step) {
    for (let p: usize = 0; p < length; p += 16) {
      const slope = f32x4.sub(f32x4.mul(v128.load(grad + p), w), a);
      storeLanes(dx + p, f32x4.mul(madd(normal(v128.load(x + p)), c, slope), s), <i32>(length - p) >> 2);
    }
  }
}
