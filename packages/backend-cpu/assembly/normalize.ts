// Normalisation by the mean and variance of each group of x [outer, groups, inner], with sums in double. Up to 12 bytes
// behind x, gradients, weights and biases are read; y and dx are written exactly.
import { sum } from './sum';
import { both, cut, high, low, madd, plus, splat, storeLanes } from './vector';

/** What `measure` found of a group: x - `middle` - `rest` is centred, and times `scale` normalised. */
let middle: f32 = 0;
let rest: f32 = 0;
let scale: f32 = 0;
let average: f64 = 0;
let variance: f64 = 0;

/** Mean and variance of `outer` runs of `inner` floats, `step` bytes apart; what rounding takes from the mean is kept. */
function measure(x: usize, outer: i32, step: usize, inner: i32, eps: f64): void {
  const count = <f64>outer * <f64>inner;
  let total: f64 = 0;
  for (let i = 0, run = x; i < outer; i++, run += step) total += sum(run, inner);
  average = total / count;
  middle = <f32>average;
  const left = average - <f64>middle;
  rest = <f32>left;
  let squares = f64x2.splat(0);
  for (let i = 0, run = x; i < outer; i++, run += step) {
    for (let j = 0, at = run; j < inner; j += 4, at += 16) {
      const c = cut(f32x4.sub(v128.load(at), splat(middle)), inner - j);
      squares = plus(squares, f32x4.mul(c, c));
    }
  }
  variance = max(both(squares) / count - left * left, 0);
  scale = <f32>(1 / Math.sqrt(variance + eps));
}

/** (x - mean) / sqrt(variance + eps) */
@inline function normal(x: v128): v128 {
  return f32x4.mul(f32x4.sub(f32x4.sub(x, splat(middle)), splat(rest)), splat(scale));
}

/** A weight: of the group, or of each of the inner; 0 is none. */
@inline function weightAt(w: usize, group: i32, j: i32, perGroup: bool): v128 {
  return perGroup ? v128.load32_splat(w + (<usize>group << 2)) : v128.load(w + (<usize>j << 2));
}

/** y = (x - mean) / sqrt(variance + eps) * w + b; w and b may be 0. Means and variances go to floats at `stats`, in turn. */
export function normalize(
  x: usize,
  y: usize,
  outer: i32,
  groups: i32,
  inner: i32,
  w: usize,
  b: usize,
  perGroup: bool,
  eps: f64,
  stats: usize,
): void {
  const run = <usize>inner << 2;
  const step = run * groups;
  for (let g = 0; g < groups; g++, x += run, y += run, stats += 8) {
    measure(x, outer, step, inner, eps);
    store<f32>(stats, <f32>average);
    store<f32>(stats, <f32>variance, 4);
    for (let i = 0; i < outer; i++) {
      let from = x + <usize>i * step;
      let to = y + <usize>i * step;
      for (let j = 0; j < inner; j += 4, from += 16, to += 16) {
        let v = normal(v128.load(from));
        if (w != 0) v = f32x4.mul(v, weightAt(w, g, j, perGroup));
        if (b != 0) v = f32x4.add(v, weightAt(b, g, j, perGroup));
        storeLanes(to, v, inner - j);
      }
    }
  }
}

/** The gradients: `dx` may be 0; those of weight and bias are added to doubles at `dw` and `db`, with room for whole vectors. */
export function normalizeBackward(
  grad: usize,
  x: usize,
  dx: usize,
  outer: i32,
  groups: i32,
  inner: i32,
  w: usize,
  perGroup: bool,
  eps: f64,
  dw: usize,
  db: usize,
): void {
  const run = <usize>inner << 2;
  const step = run * groups;
  const count = <f64>outer * <f64>inner;
  for (let g = 0; g < groups; g++, x += run, grad += run, dx += dx != 0 ? run : 0) {
    measure(x, outer, step, inner, eps);
    let slopes = f64x2.splat(0);
    let along = f64x2.splat(0);
    let products = f64x2.splat(0);
    let grads = f64x2.splat(0);
    for (let i = 0; i < outer; i++) {
      let at = x + <usize>i * step;
      let from = grad + <usize>i * step;
      for (let j = 0; j < inner; j += 4, at += 16, from += 16) {
        const n = normal(v128.load(at));
        const d = cut(v128.load(from), inner - j);
        const product = cut(f32x4.mul(d, n), inner - j);
        if (perGroup) {
          products = plus(products, product);
          grads = plus(grads, d);
          continue;
        }
        const to = dw + (<usize>j << 3);
        v128.store(to, f64x2.add(v128.load(to), low(product)));
        v128.store(to, f64x2.add(v128.load(to, 16), high(product)), 16);
        const too = db + (<usize>j << 3);
        v128.store(too, f64x2.add(v128.load(too), low(d)));
        v128.store(too, f64x2.add(v128.load(too, 16), high(d)), 16);
        const weight = w != 0 ? cut(weightAt(w, g, j, false), inner - j) : splat(1);
        slopes = plus(slopes, f32x4.mul(d, weight));
        along = plus(along, f32x4.mul(product, weight));
      }
    }
    let ofSlopes = both(slopes);
    let ofAlong = both(along);
    if (perGroup) {
      const weight = w != 0 ? <f64>load<f32>(w + (<usize>g << 2)) : 1;
      ofSlopes = weight * both(grads);
      ofAlong = weight * both(products);
      store<f64>(dw + (<usize>g << 3), both(products));
      store<f64>(db + (<usize>g << 3), both(grads));
    }
    if (dx == 0) continue;
    const a = splat(<f32>(ofSlopes / count));
    const c = splat(<f32>(-ofAlong / count));
    for (let i = 0; i < outer; i++) {
      let at = x + <usize>i * step;
      let from = grad + <usize>i * step;
      let to = dx + <usize>i * step;
      for (let j = 0; j < inner; j += 4, at += 16, from += 16, to += 16) {
        let slope = v128.load(from);
        if (w != 0) slope = f32x4.mul(slope, weightAt(w, g, j, perGroup));
        const n = normal(v128.load(at));
        storeLanes(to, f32x4.mul(madd(n, c, f32x4.sub(slope, a)), splat(scale)), inner - j);
      }
    }
  }
}
