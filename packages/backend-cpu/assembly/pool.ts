// The usual max-pooling: windows of two by two, side by side. Threads share the channels.
import { job, POOL, share, threadCount } from './parallel';
import { choose, firstLanes, storeLanes } from './vector';

/** Elements of a part, roughly. */
const PART = 16384;

/** Pooling under way, where every thread reads it. */
@unmanaged
class Pooling {
  back: bool;
  x: usize;
  planes: i32;
  h: i32;
  w: i32;
  out: usize;
  indices: usize;
  /** Channels of a part. */
  block: i32;
  /** Whether a position is in no such window. */
  strange: i32;
}

/** Whether lanes of `x` come before those of `best`: they are larger, or NaN. */
@inline function before(x: v128, best: v128): v128 {
  return v128.or(f32x4.gt(x, best), f32x4.ne(x, x));
}

/**
 * The largest element of each window of `planes` channels x [h, w] and its position in its channel; a last odd row or column
 * is in none. Up to 28 bytes behind x are read.
 */
export function maxPool2(x: usize, planes: i32, h: i32, w: i32, out: usize, indices: usize): void {
  pool(false, x, planes, h, w, out, indices);
}

/**
 * The gradient: `grad` of each window where `indices` say, zeros elsewhere. Returns whether each is in its window; if not, `x` is
 * anything. Up to 12 bytes behind gradients and indices are read.
 */
export function maxPool2Backward(grad: usize, indices: usize, planes: i32, h: i32, w: i32, x: usize): bool {
  pool(true, x, planes, h, w, grad, indices);
  return changetype<Pooling>(job()).strange == 0;
}

function pool(back: bool, x: usize, planes: i32, h: i32, w: i32, out: usize, indices: usize): void {
  const all = changetype<Pooling>(job());
  all.back = back;
  all.x = x;
  all.planes = planes;
  all.h = h;
  all.w = w;
  all.out = out;
  all.indices = indices;
  all.strange = 0;
  const block = max(1, PART / max(1, h * w));
  all.block = block;
  share(POOL, (planes + block - 1) / block, threadCount());
}

/** The channels of part `i`. */
export function poolPart(i: i32): void {
  const all = changetype<Pooling>(job());
  const h = all.h;
  const w = all.w;
  const first = i * all.block;
  const count = min(all.block, all.planes - first);
  const made = (<usize>(first * (h >> 1) * (w >> 1))) << 2;
  const x = all.x + ((<usize>(first * h * w)) << 2);
  if (!all.back) forward(x, count, h, w, all.out + made, all.indices + made);
  else if (!backward(x, count, h, w, all.out + made, all.indices + made)) all.strange = 1;
}

function forward(x: usize, planes: i32, h: i32, w: i32, out: usize, indices: usize): void {
  const row = <usize>w << 2;
  const columns = w >> 1;
  const below = i32x4.splat(w);
  const right = i32x4.splat(1);
  for (let p = 0; p < planes; p++) {
    for (let i = 0; i + 1 < h; i += 2) {
      let from = x + <usize>i * row;
      let at = i32x4.add(i32x4.splat(i * w), i32x4(0, 2, 4, 6));
      for (let left = columns; left > 0; left -= 4, from += 32) {
        const a = v128.load(from);
        const b = v128.load(from, 16);
        const c = v128.load(from + row);
        const d = v128.load(from + row, 16);
        let best = v128.shuffle<f32>(a, b, 0, 2, 4, 6);
        let place = at;
        let next = v128.shuffle<f32>(a, b, 1, 3, 5, 7);
        let mask = before(next, best);
        best = choose(mask, next, best);
        place = choose(mask, i32x4.add(at, right), place);
        const under = i32x4.add(at, below);
        next = v128.shuffle<f32>(c, d, 0, 2, 4, 6);
        mask = before(next, best);
        best = choose(mask, next, best);
        place = choose(mask, under, place);
        next = v128.shuffle<f32>(c, d, 1, 3, 5, 7);
        mask = before(next, best);
        storeLanes(out, choose(mask, next, best), left);
        storeLanes(indices, choose(mask, i32x4.add(under, right), place), left);
        const step = <usize>min(left, 4) << 2;
        out += step;
        indices += step;
        at = i32x4.add(at, i32x4.splat(8));
      }
    }
    x += row * h;
  }
}

/** Writes the gradients of whole channels; returns whether each position is in its window. */
function backward(x: usize, planes: i32, h: i32, w: i32, grad: usize, indices: usize): bool {
  const row = <usize>w << 2;
  const columns = w >> 1;
  const below = i32x4.splat(w);
  const right = i32x4.splat(1);
  let found = i32x4.splat(-1);
  for (let p = 0; p < planes; p++) {
    for (let i = 0; i + 1 < h; i += 2) {
      let at = i32x4.add(i32x4.splat(i * w), i32x4(0, 2, 4, 6));
      let to = x;
      for (let left = columns; left > 0; left -= 4, to += 32) {
        const g = v128.load(grad);
        const place = v128.load(indices);
        const under = i32x4.add(at, below);
        const a = i32x4.eq(place, at);
        const b = i32x4.eq(place, i32x4.add(at, right));
        const c = i32x4.eq(place, under);
        const d = i32x4.eq(place, i32x4.add(under, right));
        const one = v128.or(v128.or(a, b), v128.or(c, d));
        found = v128.and(found, left < 4 ? v128.or(one, v128.not(firstLanes(left))) : one);
        pair(to, v128.and(g, a), v128.and(g, b), left);
        pair(to + row, v128.and(g, c), v128.and(g, d), left);
        const step = <usize>min(left, 4) << 2;
        grad += step;
        indices += step;
        at = i32x4.add(at, i32x4.splat(8));
      }
      if (w & 1) {
        store<f32>(x + row - 4, 0);
        store<f32>(x + 2 * row - 4, 0);
      }
      x += 2 * row;
    }
    if (h & 1) {
      memory.fill(x, 0, row);
      x += row;
    }
  }
  return i32x4.all_true(found);
}

/** Stores the lanes of two vectors in turn, of so many windows. */
@inline function pair(to: usize, even: v128, odd: v128, left: i32): void {
  storeLanes(to, v128.shuffle<f32>(even, odd, 0, 4, 1, 5), left * 2);
  if (left > 2) storeLanes(to + 16, v128.shuffle<f32>(even, odd, 2, 6, 3, 7), left * 2 - 4);
}
