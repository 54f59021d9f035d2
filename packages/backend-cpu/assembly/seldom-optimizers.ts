// One step of the optimizers that few programs use, on n parameters in place, which threads share. Whole vectors are written;
// every array has room behind it.
import { job, OPTIMIZER, share, threadsForElements } from './parallel';
import { madd, splat, vectors } from './vector';

/** Elements of a part. */
const PART = 16384;

const RMSPROP = 0;
const ADAGRAD = 1;
const ADADELTA = 2;
const ADAMAX = 3;
const NADAM = 4;

@unmanaged
class Step {
  kind: i32;
  p: usize;
  g: usize;
  first: usize;
  second: usize;
  third: usize;
  n: i32;
  sign: f32;
  weightDecay: f32;
  keep1: f32;
  keep2: f32;
  eps: f32;
  rate: f32;
  rate2: f32;
}

/**
 * A step of the optimizer `kind`, in the order of `kinds` in src/more/wasm/optimizers.ts: what is remembered is at `first`, `second`
 * and `third`, of which the last may be 0 (and for RMSprop the second); `keep1` and `keep2` say how much of it is kept.
 */
export function optimize(
  kind: i32,
  p: usize,
  g: usize,
  first: usize,
  second: usize,
  third: usize,
  n: i32,
  sign: f32,
  weightDecay: f32,
  keep1: f32,
  keep2: f32,
  eps: f32,
  rate: f32,
  rate2: f32,
): void {
  const step = changetype<Step>(job());
  step.kind = kind;
  step.p = p;
  step.g = g;
  step.first = first;
  step.second = second;
  step.third = third;
  step.n = n;
  step.sign = sign;
  step.weightDecay = weightDecay;
  step.keep1 = keep1;
  step.keep2 = keep2;
  step.eps = eps;
  step.rate = rate;
  step.rate2 = rate2;
  share(OPTIMIZER, (n + PART - 1) / PART, threadsForElements(n));
}

/** keep * old + (1 - keep) * x, which takes the place of what was at an address. */
@inline function average(at: usize, keep: v128, rest: v128, x: v128): v128 {
  const mean = madd(keep, v128.load(at), f32x4.mul(rest, x));
  v128.store(at, mean);
  return mean;
}

/** Part `i` of a step. */
export function optimizerPart(i: i32): void {
  const step = changetype<Step>(job());
  const from = i * PART;
  const skip = <usize>from << 2;
  const kind = step.kind;
  const sign = splat(step.sign);
  const weightDecay = splat(step.weightDecay);
  const keep1 = splat(step.keep1);
  const rest1 = splat(<f32>(1 - <f64>step.keep1));
  const keep2 = splat(step.keep2);
  const rest2 = splat(<f32>(1 - <f64>step.keep2));
  const eps = splat(step.eps);
  const rate = splat(-step.rate);
  const rate2 = splat(-step.rate2);
  const centered = step.second != 0;
  const momentum = step.third != 0;
  let p = step.p + skip;
  let g = step.g + skip;
  let a = step.first + skip;
  let b = step.second + skip;
  let c = step.third + skip;
  const end = p + vectors(min(PART, step.n - from));
  for (; p < end; p += 16, g += 16, a += 16, b += 16, c += 16) {
    const x = v128.load(p);
    const d = madd(weightDecay, x, f32x4.mul(sign, v128.load(g)));
    let change: v128;
    if (kind == RMSPROP) {
      let square = average(a, keep1, rest1, f32x4.mul(d, d));
      if (centered) {
        const mean = average(b, keep1, rest1, d);
        square = f32x4.sub(square, f32x4.mul(mean, mean));
      }
      change = f32x4.div(d, f32x4.add(f32x4.sqrt(square), eps));
      if (momentum) {
        change = madd(keep2, v128.load(c), change);
        v128.store(c, change);
      }
    } else if (kind == ADAGRAD) {
      const sum = madd(d, d, v128.load(a));
      v128.store(a, sum);
      change = f32x4.div(d, f32x4.add(f32x4.sqrt(sum), eps));
    } else if (kind == ADADELTA) {
      const square = f32x4.add(average(a, keep1, rest1, f32x4.mul(d, d)), eps);
      const ratio = f32x4.div(f32x4.sqrt(f32x4.add(v128.load(b), eps)), f32x4.sqrt(square));
      change = f32x4.mul(ratio, d);
      average(b, keep1, rest1, f32x4.mul(change, change));
    } else if (kind == ADAMAX) {
      const mean = average(a, keep1, rest1, d);
      const most = f32x4.max(f32x4.mul(keep2, v128.load(b)), f32x4.add(f32x4.abs(d), eps));
      v128.store(b, most);
      change = f32x4.div(mean, most);
    } else {
      const mean = average(a, keep1, rest1, d);
      const size = f32x4.sqrt(average(b, keep2, rest2, f32x4.mul(d, d)));
      if (kind == NADAM) {
        // The root of the bias correction is in both rates, and in eps.
        const by = f32x4.add(size, eps);
        change = f32x4.div(madd(rate2, mean, f32x4.mul(rate, d)), by);
        v128.store(p, f32x4.add(x, change));
        continue;
      }
      // RAdam, whose second rate is 0 as long as the variance is not known.
      change = step.rate2 == 0 ? mean : f32x4.div(mean, f32x4.add(size, eps));
    }
    v128.store(p, madd(rate, change, x));
  }
}
