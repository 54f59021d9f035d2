// Sums, running sums and extremes of float32 in any order of the dimensions, which threads share. Sums are carried in double.
import { CUMSUM, job, MIDDLE, share, SUMS, threadsForElements } from './parallel';
import { both, choose, cut, high, low } from './vector';

/** Elements of a part. */
const PART = 16384;

@unmanaged
class Reduction {
  kind: i32;
  x: usize;
  out: usize;
  outer: i32;
  n: i32;
  inner: i32;
  perPart: i32;
  columnParts: i32;
  sums: usize;
}

/** The sum of n floats, two of which become doubles as they are read, with no shuffle. */
function sumOf(x: usize, n: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  const end = x + (<usize>n << 2);
  for (const whole = x + ((<usize>n << 2) & ~31); x < whole; x += 32) {
    s0 = f64x2.add(s0, f64x2.promote_low_f32x4(v128.load64_zero(x)));
    s1 = f64x2.add(s1, f64x2.promote_low_f32x4(v128.load64_zero(x, 8)));
    s2 = f64x2.add(s2, f64x2.promote_low_f32x4(v128.load64_zero(x, 16)));
    s3 = f64x2.add(s3, f64x2.promote_low_f32x4(v128.load64_zero(x, 24)));
  }
  for (; x < end; x += 16) {
    const a = cut(v128.load(x), <i32>(end - x) >> 2);
    s0 = f64x2.add(s0, low(a));
    s1 = f64x2.add(s1, high(a));
  }
  return both(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
}

/** out[i] = the sum of row i of n floats. */
export function sumsOfRows(x: usize, rows: i32, n: i32, out: usize): void {
  const all = changetype<Reduction>(job());
  all.kind = 0;
  all.x = x;
  all.out = out;
  all.outer = rows;
  all.n = n;
  const step = max(1, PART / max(n, 1));
  all.perPart = step;
  share(SUMS, (rows + step - 1) / step, threadsForElements((<i64>rows * n) >> 1));
}

/** `total` and n floats, of which each part leaves its sum as a double at `work`: which parts there are does not depend on threads. */
export function sumOfMany(x: usize, n: i32, work: usize, total: f64): f64 {
  const all = changetype<Reduction>(job());
  all.kind = 1;
  all.x = x;
  all.out = work;
  all.n = n;
  const parts = (n + PART - 1) / PART;
  share(SUMS, parts, threadsForElements(n >> 1));
  for (let i = 0; i < parts; i++) total += load<f64>(work + (<usize>i << 3));
  return total;
}

export function sumsPart(i: i32): void {
  const all = changetype<Reduction>(job());
  const n = all.n;
  if (all.kind == 1) {
    const from = i * PART;
    store<f64>(all.out + (<usize>i << 3), sumOf(all.x + (<usize>from << 2), min(PART, n - from)));
    return;
  }
  const from = i * all.perPart;
  const end = min(from + all.perPart, all.outer);
  let x = all.x + (<usize>from * n << 2);
  for (let row = from; row < end; row++, x += <usize>n << 2) store<f32>(all.out + (<usize>row << 2), <f32>sumOf(x, n));
}

const SUM = 0;
const MOST = 1;
const LEAST = 2;

/** Columns of a part. */
const WIDE = 64;

/**
 * out [outer, inner] = the sums over the middle of x [outer, n, inner] (kind 0), its largest (1) or smallest elements (2), or where the
 * first largest (3) or smallest (4) is; NaN comes before all. Where `inner` is no whole vectors `outer` is 1, and up to 12 bytes behind x
 * and out are read and written. `sums`, unless it is 0, holds doubles for as many columns, on top of which the sums are, and stay.
 */
export function reduceMiddle(kind: i32, x: usize, outer: i32, n: i32, inner: i32, sums: usize, out: usize): void {
  const all = changetype<Reduction>(job());
  all.kind = kind;
  all.x = x;
  all.out = out;
  all.outer = outer;
  all.n = n;
  all.inner = inner;
  all.sums = sums;
  const parts = (inner + WIDE - 1) / WIDE;
  all.columnParts = parts;
  share(MIDDLE, parts * outer, threadsForElements((<i64>outer * n * inner) >> 1));
}

/** Sixteen columns, a line of the cache. */
@inline function sixteen(x: usize, row: usize, n: i32, sums: usize, to: usize): void {
  let s0 = f64x2.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  if (sums != 0) {
    s0 = v128.load(sums);
    s1 = v128.load(sums, 16);
    s2 = v128.load(sums, 32);
    s3 = v128.load(sums, 48);
    s4 = v128.load(sums, 64);
    s5 = v128.load(sums, 80);
    s6 = v128.load(sums, 96);
    s7 = v128.load(sums, 112);
  }
  for (; n > 0; n--, x += row) {
    s0 = f64x2.add(s0, f64x2.promote_low_f32x4(v128.load64_zero(x)));
    s1 = f64x2.add(s1, f64x2.promote_low_f32x4(v128.load64_zero(x, 8)));
    s2 = f64x2.add(s2, f64x2.promote_low_f32x4(v128.load64_zero(x, 16)));
    s3 = f64x2.add(s3, f64x2.promote_low_f32x4(v128.load64_zero(x, 24)));
    s4 = f64x2.add(s4, f64x2.promote_low_f32x4(v128.load64_zero(x, 32)));
    s5 = f64x2.add(s5, f64x2.promote_low_f32x4(v128.load64_zero(x, 40)));
    s6 = f64x2.add(s6, f64x2.promote_low_f32x4(v128.load64_zero(x, 48)));
    s7 = f64x2.add(s7, f64x2.promote_low_f32x4(v128.load64_zero(x, 56)));
  }
  if (sums != 0) {
    v128.store(sums, s0);
    v128.store(sums, s1, 16);
    v128.store(sums, s2, 32);
    v128.store(sums, s3, 48);
    v128.store(sums, s4, 64);
    v128.store(sums, s5, 80);
    v128.store(sums, s6, 96);
    v128.store(sums, s7, 112);
  }
  v128.store(to, floats(s0, s1));
  v128.store(to, floats(s2, s3), 16);
  v128.store(to, floats(s4, s5), 32);
  v128.store(to, floats(s6, s7), 48);
}

/** Four doubles as floats. */
@inline function floats(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(a), f32x4.demote_f64x2_zero(b), 0, 1, 4, 5);
}

@inline function four(x: usize, row: usize, n: i32, sums: usize, to: usize): void {
  let s0 = sums != 0 ? v128.load(sums) : f64x2.splat(0);
  let s1 = sums != 0 ? v128.load(sums, 16) : f64x2.splat(0);
  for (; n > 0; n--, x += row) {
    const v = v128.load(x);
    s0 = f64x2.add(s0, low(v));
    s1 = f64x2.add(s1, high(v));
  }
  if (sums != 0) {
    v128.store(sums, s0);
    v128.store(sums, s1, 16);
  }
  v128.store(to, floats(s0, s1));
}

/** Where the first largest of four columns is, or the smallest. */
@inline function position(least: bool, x: usize, row: usize, n: i32, to: usize): void {
  let best = v128.load(x);
  let at = i32x4.splat(0);
  for (let k = 1; k < n; k++) {
    x += row;
    const v = v128.load(x);
    const better = least ? f32x4.lt(v, best) : f32x4.gt(v, best);
    const taken = v128.or(better, v128.andnot(f32x4.ne(v, v), f32x4.ne(best, best)));
    best = choose(taken, v, best);
    at = choose(taken, i32x4.splat(k), at);
  }
  v128.store(to, at);
}

export function middlePart(i: i32): void {
  const all = changetype<Reduction>(job());
  const kind = all.kind;
  const inner = all.inner;
  const n = all.n;
  const row = <usize>inner << 2;
  const parts = all.columnParts;
  const o = i / parts;
  let j = (i - o * parts) * WIDE;
  const last = min(j + WIDE, inner);
  let x = all.x + row * n * o + (<usize>j << 2);
  let to = all.out + row * o + (<usize>j << 2);
  if (kind == SUM) {
    let sums = all.sums != 0 ? all.sums + (<usize>j << 3) : 0;
    for (; j + 16 <= last; j += 16, x += 64, to += 64) {
      sixteen(x, row, n, sums, to);
      if (sums != 0) sums += 128;
    }
    for (; j < last; j += 4, x += 16, to += 16) {
      four(x, row, n, sums, to);
      if (sums != 0) sums += 32;
    }
    return;
  }
  for (; j < last; j += 4, x += 16, to += 16) {
    if (kind == MOST || kind == LEAST) {
      let best = v128.load(x);
      let at = x;
      if (kind == MOST) for (let k = n; k > 0; k--, at += row) best = f32x4.max(best, v128.load(at));
      else for (let k = n; k > 0; k--, at += row) best = f32x4.min(best, v128.load(at));
      v128.store(to, best);
    } else if (kind == 3) position(false, x, row, n, to);
    else position(true, x, row, n, to);
  }
}

/** out = the running sums of rows of n elements, carried in double. */
export function runningSums(x: usize, rows: i32, n: i32, out: usize): void {
  const all = changetype<Reduction>(job());
  all.x = x;
  all.out = out;
  all.outer = rows;
  all.n = n;
  const step = max(1, PART / n);
  all.perPart = step;
  share(CUMSUM, (rows + step - 1) / step, threadsForElements(<i64>rows * n));
}

export function runningSumsPart(i: i32): void {
  const all = changetype<Reduction>(job());
  const n = all.n;
  const from = i * all.perPart;
  const end = min(from + all.perPart, all.outer);
  const skip = <usize>from * n << 2;
  let x = all.x + skip;
  let out = all.out + skip;
  for (let row = from; row < end; row++) {
    let sum: f64 = 0;
    for (const last = x + (<usize>n << 2); x < last; x += 4, out += 4) {
      sum += <f64>load<f32>(x);
      store<f32>(out, <f32>sum);
    }
  }
}
