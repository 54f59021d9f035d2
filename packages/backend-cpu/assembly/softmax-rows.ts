// Softmax, its logarithm and their gradients along rows, which threads share. A row is read up to 12 bytes beyond its end, and
// written exactly, as another thread may be writing behind it.
import { expOfNegative, normalExp } from './math';
import { job, share, SOFTMAX, threadsForElements } from './parallel';
import { both, choose, cut, firstLanes, high, low, splat, storeLanes } from './vector';

/** The host's logarithm: of one number a row. */
@external("env", "log") declare function log(x: f64): f64;

/** Elements of a part. */
const PART = 8192;
/** From here on to 0 no exponential is subnormal. */
const NORMAL: f32 = -86;

const FORWARD = 0;
const LOGARITHM = 1;
const BACKWARD = 2;

@unmanaged
class Rows {
  kind: i32;
  x: usize;
  y: usize;
  out: usize;
  rows: i32;
  columns: i32;
  rowsAPart: i32;
}

/**
 * Writes to rows at `out` e^(x - max) / sum of those at x (`kind` 0), the logarithm of that (1), or, of gradients x and results y,
 * the gradient of one (2) or the other (3). `out` may be x.
 */
export function softmaxRows(kind: i32, x: usize, y: usize, out: usize, rows: i32, columns: i32): void {
  const all = changetype<Rows>(job());
  all.kind = kind;
  all.x = x;
  all.y = y;
  all.out = out;
  all.rows = rows;
  all.columns = columns;
  const step = max(1, PART / columns);
  all.rowsAPart = step;
  share(SOFTMAX, (rows + step - 1) / step, threadsForElements(<i64>rows * columns));
}

/** Part `i` of the rows. */
export function softmaxPart(i: i32): void {
  const all = changetype<Rows>(job());
  const columns = all.columns;
  const row = <usize>columns << 2;
  const from = i * all.rowsAPart;
  const skip = row * from;
  let left = min(all.rowsAPart, all.rows - from);
  const kind = all.kind;
  let out = all.out + skip;
  let x = all.x + skip;
  if (kind < BACKWARD) {
    for (; left > 0; left--, x += row, out += row) forward(kind == LOGARITHM, x, out, columns);
    return;
  }
  let y = all.y + skip;
  for (; left > 0; left--, x += row, y += row, out += row) {
    if (kind == BACKWARD) backward(x, y, out, columns);
    else logarithmBackward(x, y, out, columns);
  }
}

function forward(logarithm: bool, x: usize, out: usize, n: i32): void {
  const whole = x + ((<usize>n << 2) & ~15);
  const rest = n & 3;
  let most = splat(-Infinity);
  let least = splat(Infinity);
  let a = most;
  let b = least;
  // These forms of min and max are an instruction each, but pass over NaN.
  let nan = f32x4.splat(0);
  let at = x;
  for (; at + 16 < whole; at += 32) {
    const v = v128.load(at);
    const w = v128.load(at, 16);
    most = f32x4.pmax(most, v);
    least = f32x4.pmin(least, v);
    a = f32x4.pmax(a, w);
    b = f32x4.pmin(b, w);
    nan = v128.or(nan, v128.or(f32x4.ne(v, v), f32x4.ne(w, w)));
  }
  for (; at < whole; at += 16) {
    const v = v128.load(at);
    most = f32x4.pmax(most, v);
    least = f32x4.pmin(least, v);
    nan = v128.or(nan, f32x4.ne(v, v));
  }
  if (rest != 0) {
    const v = v128.load(at);
    const mask = firstLanes(rest);
    most = f32x4.pmax(most, choose(mask, v, splat(-Infinity)));
    least = f32x4.pmin(least, choose(mask, v, splat(Infinity)));
    nan = v128.or(nan, v128.and(mask, f32x4.ne(v, v)));
  }
  most = f32x4.max(most, a);
  least = f32x4.min(least, b);
  if (v128.any_true(nan)) most = f32x4.splat(NaN);
  most = f32x4.max(most, v128.shuffle<f32>(most, most, 2, 3, 0, 1));
  least = f32x4.min(least, v128.shuffle<f32>(least, least, 2, 3, 0, 1));
  const shift = max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1));
  const range = min(f32x4.extract_lane(least, 0), f32x4.extract_lane(least, 1)) - shift;
  // NaN is not at least anything.
  const sum = range >= NORMAL ? exponentials(true, x, n, shift, out, logarithm) : seldomExponentials(x, n, shift, out, logarithm);
  const end = x + (<usize>n << 2);
  if (logarithm) {
    const first = splat(shift);
    const second = splat(<f32>log(sum));
    for (; x < whole; x += 16, out += 16) v128.store(out, f32x4.sub(f32x4.sub(v128.load(x), first), second));
    if (x < end) storeLanes(out, f32x4.sub(f32x4.sub(v128.load(x), first), second), rest);
    return;
  }
  const by = splat(<f32>(1 / sum));
  const last = out + ((<usize>n << 2) & ~15);
  for (; out < last; out += 16) v128.store(out, f32x4.mul(v128.load(out), by));
  if (rest != 0) storeLanes(out, f32x4.mul(v128.load(out), by), rest);
}

@inline function powerOfE(simple: bool, x: v128): v128 {
  return simple ? normalExp(x) : expOfNegative(x);
}

/** Rows of numbers that are far apart, infinite or NaN. */
@outOfLine function seldomExponentials(x: usize, n: i32, shift: f32, out: usize, logarithm: bool): f64 {
  return exponentials(false, x, n, shift, out, logarithm);
}

/** out = e^(x - shift), unless it is their logarithm that is wanted; returns the sum in double, as a logarithm near 0 needs it. */
@inline function exponentials(simple: bool, x: usize, n: i32, shift: f32, out: usize, logarithm: bool): f64 {
  const by = splat(shift);
  const whole = x + ((<usize>n << 2) & ~15);
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  let s2 = f64x2.splat(0);
  let s3 = f64x2.splat(0);
  for (; x + 16 < whole; x += 32, out += 32) {
    const e = powerOfE(simple, f32x4.sub(v128.load(x), by));
    const f = powerOfE(simple, f32x4.sub(v128.load(x, 16), by));
    if (!logarithm) {
      v128.store(out, e);
      v128.store(out, f, 16);
    }
    s0 = f64x2.add(s0, low(e));
    s1 = f64x2.add(s1, high(e));
    s2 = f64x2.add(s2, low(f));
    s3 = f64x2.add(s3, high(f));
  }
  for (let left = (<i32>(whole - x) >> 2) + (n & 3); left > 0; left -= 4, x += 16, out += 16) {
    const e = powerOfE(false, f32x4.sub(cut(v128.load(x), left), by));
    if (!logarithm) storeLanes(out, e, left);
    const own = cut(e, left);
    s0 = f64x2.add(s0, low(own));
    s1 = f64x2.add(s1, high(own));
  }
  return both(f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3)));
}

/** The sum of the gradients, times `y` unless it is 0, in double. */
@inline function along(g: usize, y: usize, n: i32): f64 {
  let s0 = f64x2.splat(0);
  let s1 = f64x2.splat(0);
  for (let left = n; left > 0; left -= 4, g += 16) {
    let v = v128.load(g);
    if (y != 0) {
      v = f32x4.mul(v, v128.load(y));
      y += 16;
    }
    v = cut(v, left);
    s0 = f64x2.add(s0, low(v));
    s1 = f64x2.add(s1, high(v));
  }
  return both(f64x2.add(s0, s1));
}

/** out = y (g - the sum of g y) */
function backward(g: usize, y: usize, out: usize, n: i32): void {
  const sum = splat(<f32>along(g, y, n));
  for (let left = n; left > 0; left -= 4, g += 16, y += 16, out += 16) {
    storeLanes(out, f32x4.mul(v128.load(y), f32x4.sub(v128.load(g), sum)), left);
  }
}

/** out = g - e^y times the sum of g */
function logarithmBackward(g: usize, y: usize, out: usize, n: i32): void {
  const sum = splat(<f32>along(g, 0, n));
  for (let left = n; left > 0; left -= 4, g += 16, y += 16, out += 16) {
    const e = expOfNegative(v128.load(y));
    storeLanes(out, f32x4.sub(v128.load(g), f32x4.mul(e, sum)), left);
  }
}
