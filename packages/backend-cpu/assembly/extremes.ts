// The largest and smallest of float32, and where they are; NaN comes before all. Up to 12 bytes behind rows are read.
import { choose, firstLanes, splat } from './vector';

/** The one that counts of each pair; NaN passes, and 0 is more than -0. */
@inline function better(least: bool, a: v128, b: v128): v128 {
  return least ? f32x4.min(a, b) : f32x4.max(a, b);
}

@inline function extreme(least: bool, x: usize, n: i32): f32 {
  const none = splat(least ? Infinity : -Infinity);
  let a = none;
  let b = none;
  let c = none;
  let d = none;
  const end = x + (<usize>n << 2);
  for (const whole = x + ((<usize>n << 2) & ~63); x < whole; x += 64) {
    a = better(least, a, v128.load(x));
    b = better(least, b, v128.load(x, 16));
    c = better(least, c, v128.load(x, 32));
    d = better(least, d, v128.load(x, 48));
  }
  for (; x < end; x += 16) {
    const left = <i32>(end - x) >> 2;
    const v = v128.load(x);
    a = better(least, a, left < 4 ? choose(firstLanes(left), v, none) : v);
  }
  a = better(least, better(least, a, b), better(least, c, d));
  a = better(least, a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return f32x4.extract_lane(better(least, a, v128.shuffle<f32>(a, a, 1, 0, 3, 2)), 0);
}

function most(x: usize, n: i32): f32 {
  return extreme(false, x, n);
}

function fewest(x: usize, n: i32): f32 {
  return extreme(true, x, n);
}

/** out[i] = the largest of row i, or the smallest. */
export function extremeRows(least: bool, x: usize, rows: i32, columns: i32, out: usize): void {
  for (let i = 0; i < rows; i++, out += 4, x += <usize>columns << 2) {
    store<f32>(out, least ? fewest(x, columns) : most(x, columns));
  }
}

/** out[j] = the largest of column j and what is there, or the smallest; whole vectors. */
export function extremeColumns(least: bool, x: usize, rows: i32, columns: i32, out: usize): void {
  const row = <usize>columns << 2;
  for (let i = 0; i < rows; i++, x += row) {
    if (least) for (let j: usize = 0; j < row; j += 16) v128.store(out + j, f32x4.min(v128.load(out + j), v128.load(x + j)));
    else for (let j: usize = 0; j < row; j += 16) v128.store(out + j, f32x4.max(v128.load(out + j), v128.load(x + j)));
  }
}

/** out[i] = the position of the first largest of row i, or of the smallest; rows are not empty. */
export function positionRows(least: bool, x: usize, rows: i32, columns: i32, out: usize): void {
  for (let i = 0; i < rows; i++, out += 4, x += <usize>columns << 2) {
    const best = least ? fewest(x, columns) : most(x, columns);
    const wanted = splat(best);
    let at = x;
    for (; ; at += 16) {
      const v = v128.load(at);
      const found = i32x4.bitmask(best == best ? f32x4.eq(v, wanted) : f32x4.ne(v, v));
      if (found != 0) {
        store<i32>(out, (<i32>(at - x) >> 2) + ctz(found));
        break;
      }
    }
  }
}
