// The largest and smallest of float32, and where they are, of rows that threads share; NaN comes before all. Up to 12 bytes behind rows are read.
import { EXTREMES, job, POSITIONS, share, threadsForElements } from './parallel';
import { choose, firstLanes, splat, zero } from './vector';

/** The one that counts of each pair; NaN passes, and 0 is more than -0. */
@inline function better(least: bool, a: v128, b: v128): v128 {
  return least ? f32x4.min(a, b) : f32x4.max(a, b);
}

/** Of numbers that are not NaN, where nothing is said of zeros: an instruction, which `better` takes several for. */
@inline function quick(least: bool, a: v128, b: v128): v128 {
  return least ? f32x4.pmin(a, b) : f32x4.pmax(a, b);
}

@inline function extreme(least: bool, x: usize, n: i32): f32 {
  const none = splat(least ? Infinity : -Infinity);
  let a = none;
  let b = none;
  let c = none;
  let d = none;
  let nan = zero();
  const end = x + (<usize>n << 2);
  let at = x;
  for (const whole = x + ((<usize>n << 2) & ~63); at < whole; at += 64) {
    const v0 = v128.load(at);
    const v1 = v128.load(at, 16);
    const v2 = v128.load(at, 32);
    const v3 = v128.load(at, 48);
    a = quick(least, a, v0);
    b = quick(least, b, v1);
    c = quick(least, c, v2);
    d = quick(least, d, v3);
    const first = v128.or(f32x4.ne(v0, v0), f32x4.ne(v1, v1));
    nan = v128.or(nan, v128.or(first, v128.or(f32x4.ne(v2, v2), f32x4.ne(v3, v3))));
  }
  for (; at < end; at += 16) {
    const left = <i32>(end - at) >> 2;
    const v = left < 4 ? choose(firstLanes(left), v128.load(at), none) : v128.load(at);
    a = quick(least, a, v);
    nan = v128.or(nan, f32x4.ne(v, v));
  }
  if (v128.any_true(nan)) return NaN;
  a = across(least, quick(least, quick(least, a, b), quick(least, c, d)));
  const result = f32x4.extract_lane(a, 0);
  return result == 0 ? zeroOf(least, x, n) : result;
}

/** The best of four, in each of them. */
@inline function across(least: bool, a: v128): v128 {
  const pair = better(least, a, v128.shuffle<f32>(a, a, 2, 3, 0, 1));
  return better(least, pair, v128.shuffle<f32>(pair, pair, 1, 0, 3, 2));
}

/** Which of both zeros the best of a row is: the sign is that of all zeros together. */
function zeroOf(least: bool, x: usize, n: i32): f32 {
  let a = splat(least ? 0 : -0);
  const end = x + (<usize>n << 2);
  for (; x < end; x += 16) {
    const left = <i32>(end - x) >> 2;
    const v = v128.load(x);
    const some = left < 4 ? choose(firstLanes(left), v, a) : v;
    a = better(least, a, choose(f32x4.eq(some, zero()), some, a));
  }
  return f32x4.extract_lane(across(least, a), 0);
}

function most(x: usize, n: i32): f32 {
  return extreme(false, x, n);
}

function fewest(x: usize, n: i32): f32 {
  return extreme(true, x, n);
}

/** Elements of a part. */
const PART = 16384;

@unmanaged
class Rows {
  least: bool;
  x: usize;
  rows: i32;
  columns: i32;
  out: usize;
  perPart: i32;
}

function shared(kind: i32, least: bool, x: usize, rows: i32, columns: i32, out: usize): void {
  const all = changetype<Rows>(job());
  all.least = least;
  all.x = x;
  all.rows = rows;
  all.columns = columns;
  all.out = out;
  const per = max(1, PART / columns);
  all.perPart = per;
  share(kind, (rows + per - 1) / per, threadsForElements((<i64>rows * columns) >> 1));
}

/** out[i] = the largest of row i, or the smallest; rows are not empty. */
export function extremeRows(least: bool, x: usize, rows: i32, columns: i32, out: usize): void {
  shared(EXTREMES, least, x, rows, columns, out);
}

/** out[i] = the position of the first largest of row i, or of the smallest; rows are not empty. */
export function positionRows(least: bool, x: usize, rows: i32, columns: i32, out: usize): void {
  shared(POSITIONS, least, x, rows, columns, out);
}

/** The extremes of some rows, or where they are. */
export function extremesPart(i: i32, positions: bool): void {
  const all = changetype<Rows>(job());
  const from = i * all.perPart;
  const end = min(from + all.perPart, all.rows);
  const columns = all.columns;
  let x = all.x + (<usize>from * columns << 2);
  let out = all.out + (<usize>from << 2);
  for (let row = from; row < end; row++, out += 4, x += <usize>columns << 2) {
    const best = all.least ? fewest(x, columns) : most(x, columns);
    if (positions) store<i32>(out, first(x, best));
    else store<f32>(out, best);
  }
}

/** The position of the first of some elements that is as large as one of them. */
function first(x: usize, best: f32): i32 {
  const wanted = splat(best);
  let at = x;
  let found = 0;
  for (; found == 0; at += 16) {
    const v = v128.load(at);
    found = i32x4.bitmask(best == best ? f32x4.eq(v, wanted) : f32x4.ne(v, v));
  }
  return (<i32>(at - 16 - x) >> 2) + ctz(found);
}

/** out[j] = the largest of column j and what is there, or the smallest; whole vectors. */
export function extremeColumns(least: bool, x: usize, rows: i32, columns: i32, out: usize): void {
  const row = <usize>columns << 2;
  for (let i = 0; i < rows; i++, x += row) {
    if (least) for (let j: usize = 0; j < row; j += 16) v128.store(out + j, f32x4.min(v128.load(out + j), v128.load(x + j)));
    else for (let j: usize = 0; j < row; j += 16) v128.store(out + j, f32x4.max(v128.load(out + j), v128.load(x + j)));
  }
}
