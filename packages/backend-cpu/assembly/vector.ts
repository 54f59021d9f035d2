// Small vector helpers, compiled into their callers.

@inline export function zero(): v128 {
  return f32x4.splat(0);
}

/** a * b + c: rounded once in the relaxed build where the machine can, twice in the other. */
@inline export function madd(a: v128, b: v128, c: v128): v128 {
  return f32x4.relaxed_madd(a, b, c);
}

/** [a0 + a1 + a2 + a3, b0 + …, c0 + …, d0 + …] */
@inline export function sumEach(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** Ones in the first `count` lanes (0 to 4), zeros behind. */
@inline export function firstLanes(count: i32): v128 {
  return i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(count));
}

/** x with zeros in the lanes from `count` on; all of it from 4 on. */
@inline export function cut(x: v128, count: i32): v128 {
  return count < 4 ? v128.and(x, firstLanes(count)) : x;
}

/** The first two floats as doubles. */
@inline export function low(x: v128): v128 {
  return f64x2.promote_low_f32x4(x);
}

/** The last two floats as doubles. */
@inline export function high(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(x, x, 2, 3, 2, 3));
}

/** The sum of two doubles. */
@inline export function both(x: v128): f64 {
  return f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1);
}

/** Four floats added to two doubles. */
@inline export function plus(sums: v128, x: v128): v128 {
  return f64x2.add(sums, f64x2.add(low(x), high(x)));
}

/** The same number four times. */
@inline export function splat(x: f32): v128 {
  return f32x4.splat(x);
}

/** Lanes of `a` where a comparison held, else of `b`. */
@inline export function choose(mask: v128, a: v128, b: v128): v128 {
  return i32x4.relaxed_laneselect(a, b, mask);
}

/** Stores the first `count` lanes; all from 4 on. */
@inline export function storeLanes(to: usize, x: v128, count: i32): void {
  if (count >= 4) {
    v128.store(to, x);
    return;
  }
  v128.store_lane<f32>(to, x, 0);
  if (count > 1) v128.store_lane<f32>(to, x, 1, 4);
  if (count > 2) v128.store_lane<f32>(to, x, 2, 8);
}

/** The bytes of `n` floats, rounded up to whole vectors. */
@inline export function vectors(n: i32): usize {
  return (<usize>(n + 3) << 2) & ~15;
}
