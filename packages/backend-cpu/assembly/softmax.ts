// Softmax and its logarithm along rows, in place.
import { exp } from './math';
import { both, choose, cut, firstLanes, high, low, splat, storeLanes } from './vector';

/** The host's logarithm: of one number a row, so its tables need not be in the module. */
@external("env", "log") declare function log(x: f64): f64;

/** The largest of n floats; NaN wins. */
function largest(x: usize, n: i32): f32 {
  let best = splat(-Infinity);
  const end = x + (<usize>n << 2);
  for (; x < end; x += 16) {
    const left = <i32>(end - x) >> 2;
    const v = v128.load(x);
    best = f32x4.max(best, left < 4 ? choose(firstLanes(left), v, best) : v);
  }
  best = f32x4.max(best, v128.shuffle<f32>(best, best, 2, 3, 0, 1));
  return max(f32x4.extract_lane(best, 0), f32x4.extract_lane(best, 1));
}

/** out = e^(x - shift), unless `out` is 0; returns the sum. */
function sumOfExp(x: usize, n: i32, shift: f32, out: usize): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  const by = splat(shift);
  const end = x + (<usize>n << 2);
  for (; x < end; x += 16) {
    const left = <i32>(end - x) >> 2;
    let e = exp(f32x4.sub(v128.load(x), by));
    if (out != 0) {
      storeLanes(out, e, left);
      out += 16;
    }
    e = cut(e, left);
    s0 = f64x2.add(s0, low(e));
    s1 = f64x2.add(s1, high(e));
  }
  return both(f64x2.add(s0, s1));
}

/** x = x / by */
function divide(x: usize, n: i32, by: f32): void {
  const d = splat(by);
  const end = x + (<usize>n << 2);
  for (; x < end; x += 16) storeLanes(x, f32x4.div(v128.load(x), d), <i32>(end - x) >> 2);
}

/** x = x - first - second */
function subtract(x: usize, n: i32, first: f32, second: f32): void {
  const a = splat(first);
  const b = splat(second);
  const end = x + (<usize>n << 2);
  for (; x < end; x += 16) {
    storeLanes(x, f32x4.sub(f32x4.sub(v128.load(x), a), b), <i32>(end - x) >> 2);
  }
}

/** Each row x of a matrix becomes e^(x - max) / sum or, `logarithm`, x - max - ln(sum of e^(x - max)). */
export function softmax(x: usize, rows: i32, columns: i32, logarithm: bool): void {
  for (let i = 0; i < rows; i++) {
    const most = largest(x, columns);
    const sum = sumOfExp(x, columns, most, logarithm ? 0 : x);
    if (logarithm) subtract(x, columns, most, <f32>log(sum));
    else divide(x, columns, <f32>sum);
    x += <usize>columns << 2;
  }
}
