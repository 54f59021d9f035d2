// Comparisons of float32, a byte each, and choices by such bytes, which threads share. Sixteen elements are read and written at a time, so up to
// 60 bytes behind floats and 15 behind bytes. An operand that stands still (a step of 0) is there sixteen times.
import { CHOICE, COMPARISON, job, share, threadsForElements } from './parallel';
import { choose } from './vector';

/** Elements of a part. */
const PART = 8192;

@unmanaged
class Pairs {
  op: i32;
  condition: usize;
  a: usize;
  aStep: usize;
  b: usize;
  bStep: usize;
  out: usize;
  n: i32;
}

/** Whether the comparison holds for each of four pairs: 0 equal, 1 not equal, 2 less, 3 less or equal. */
@inline function holds(op: i32, a: v128, b: v128): v128 {
  if (op == 0) return f32x4.eq(a, b);
  if (op == 1) return f32x4.ne(a, b);
  return op == 2 ? f32x4.lt(a, b) : f32x4.le(a, b);
}

@inline function compareAll(op: i32, a: usize, aStep: usize, b: usize, bStep: usize, out: usize, n: i32): void {
  for (const end = out + n; out < end; out += 16, a += aStep, b += bStep) {
    const low = i16x8.narrow_i32x4_s(holds(op, v128.load(a), v128.load(b)), holds(op, v128.load(a, 16), v128.load(b, 16)));
    const high = i16x8.narrow_i32x4_s(
      holds(op, v128.load(a, 32), v128.load(b, 32)),
      holds(op, v128.load(a, 48), v128.load(b, 48)),
    );
    v128.store(out, i8x16.neg(i8x16.narrow_i16x8_s(low, high)));
  }
}

/** out[i] = whether the comparison holds for a[i] and b[i]; steps are 64 bytes or 0. */
export function compare(op: i32, a: usize, aStep: usize, b: usize, bStep: usize, out: usize, n: i32): void {
  shared(COMPARISON, op, 0, a, aStep, b, bStep, out, n);
}

/** out[i] = a[i] where the byte is not 0, else b[i]. */
export function where(condition: usize, a: usize, aStep: usize, b: usize, bStep: usize, out: usize, n: i32): void {
  shared(CHOICE, 0, condition, a, aStep, b, bStep, out, n);
}

function shared(
  kind: i32,
  op: i32,
  condition: usize,
  a: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  out: usize,
  n: i32,
): void {
  const all = changetype<Pairs>(job());
  all.op = op;
  all.condition = condition;
  all.a = a;
  all.aStep = aStep;
  all.b = b;
  all.bStep = bStep;
  all.out = out;
  all.n = n;
  share(kind, (n + PART - 1) / PART, threadsForElements(n));
}

export function comparisonPart(i: i32): void {
  const all = changetype<Pairs>(job());
  const from = i * PART;
  // Steps go on by sixteen elements.
  const a = all.a + (<usize>from >> 4) * all.aStep;
  const b = all.b + (<usize>from >> 4) * all.bStep;
  const n = min(PART, all.n - from);
  const out = all.out + from;
  switch (all.op) {
    case 0: return compareAll(0, a, all.aStep, b, all.bStep, out, n);
    case 1: return compareAll(1, a, all.aStep, b, all.bStep, out, n);
    case 2: return compareAll(2, a, all.aStep, b, all.bStep, out, n);
    default: compareAll(3, a, all.aStep, b, all.bStep, out, n);
  }
}

export function choicePart(i: i32): void {
  const all = changetype<Pairs>(job());
  const from = i * PART;
  const aStep = all.aStep;
  const bStep = all.bStep;
  let a = all.a + (<usize>from >> 4) * aStep;
  let b = all.b + (<usize>from >> 4) * bStep;
  let out = all.out + (<usize>from << 2);
  let condition = all.condition + from;
  for (const end = condition + min(PART, all.n - from); condition < end; condition += 16, a += aStep, b += bStep, out += 64) {
    // 0 where the byte is 0, else -1.
    const bytes = i8x16.ne(v128.load(condition), i8x16.splat(0));
    const low = i16x8.extend_low_i8x16_s(bytes);
    const high = i16x8.extend_high_i8x16_s(bytes);
    v128.store(out, choose(i32x4.extend_low_i16x8_s(low), v128.load(a), v128.load(b)));
    v128.store(out, choose(i32x4.extend_high_i16x8_s(low), v128.load(a, 16), v128.load(b, 16)), 16);
    v128.store(out, choose(i32x4.extend_low_i16x8_s(high), v128.load(a, 32), v128.load(b, 32)), 32);
    v128.store(out, choose(i32x4.extend_high_i16x8_s(high), v128.load(a, 48), v128.load(b, 48)), 48);
  }
}
