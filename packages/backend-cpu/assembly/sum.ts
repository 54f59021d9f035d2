// Sums of float32, added up in double, which keeps a float's digits in sums of any length that fits in memory.
import { both, cut, high, low } from './vector';

/** The sum of n floats. */
export function sum(x: usize, n: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  const end = x + (<usize>n << 2);
  const pairs = x + ((<usize>n << 2) & ~31);
  for (; x < pairs; x += 32) {
    const a = v128.load(x);
    const b = v128.load(x, 16);
    s0 = f64x2.add(s0, low(a));
    s1 = f64x2.add(s1, high(a));
    s2 = f64x2.add(s2, low(b));
    s3 = f64x2.add(s3, high(b));
  }
  for (; x < end; x += 16) {
    const a = cut(v128.load(x), <i32>(end - x) >> 2);
    s0 = f64x2.add(s0, low(a));
    s1 = f64x2.add(s1, high(a));
  }
  return both(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
}

/** out[i] = the sum of row i. */
export function sumRows(x: usize, rows: i32, columns: i32, out: usize): void {
  for (let i = 0; i < rows; i++) {
    store<f32>(out, <f32>sum(x, columns));
    x += <usize>columns << 2;
    out += 4;
  }
}

/**
 * out[j] = the sum of column j, on top of the doubles at `sums`, where the sums stay too, unless that is 0. Whole vectors
 * are read and written, two at a time.
 */
export function sumColumns(x: usize, rows: i32, columns: i32, sums: usize, out: usize): void {
  const row = <usize>columns << 2;
  for (let j = 0; j < columns; j += 8) {
    let s0 = f64x2.splat(0);
    let s1 = f64x2.splat(0);
    let s2 = f64x2.splat(0);
    let s3 = f64x2.splat(0);
    if (sums != 0) {
      s0 = v128.load(sums);
      s1 = v128.load(sums, 16);
      s2 = v128.load(sums, 32);
      s3 = v128.load(sums, 48);
    }
    let at = x;
    for (let i = 0; i < rows; i++) {
      const a = v128.load(at);
      const b = v128.load(at, 16);
      s0 = f64x2.add(s0, low(a));
      s1 = f64x2.add(s1, high(a));
      s2 = f64x2.add(s2, low(b));
      s3 = f64x2.add(s3, high(b));
      at += row;
    }
    if (sums != 0) {
      v128.store(sums, s0);
      v128.store(sums, s1, 16);
      v128.store(sums, s2, 32);
      v128.store(sums, s3, 48);
      sums += 64;
    }
    v128.store(out, floats(s0, s1));
    v128.store(out, floats(s2, s3), 16);
    x += 32;
    out += 32;
  }
}

/** Four doubles as floats. */
@inline function floats(a: v128, b: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(a), f32x4.demote_f64x2_zero(b), 0, 1, 4, 5);
}
