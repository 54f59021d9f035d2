// One step of an optimizer on n parameters in place. Whole vectors are written; every array has room behind it.
import { ADAM, job, SGD, share, threadCount } from './parallel';
import { madd, splat, vectors } from './vector';

/** Elements of a part. */
const PART = 16384;

/** Does a step of n elements in parts. */
@inline function shareStep(kind: i32, n: i32): void {
  share(kind, (n + PART - 1) / PART, threadCount());
}

@unmanaged
class Sgd {
  p: usize;
  g: usize;
  m: usize;
  n: i32;
  first: bool;
  lr: f32;
  momentum: f32;
  undamped: f32;
  weightDecay: f32;
  nesterov: bool;
  sign: f32;
}

/**
 * SGD as on PyTorch's page: g += weightDecay p, m = momentum m + (1 - dampening) g (g itself at first), p -= lr (g or m).
 * `m` is 0 without momentum; `sign` -1 maximizes.
 */
export function sgd(
  p: usize,
  g: usize,
  m: usize,
  n: i32,
  first: bool,
  lr: f32,
  momentum: f32,
  undamped: f32,
  weightDecay: f32,
  nesterov: bool,
  sign: f32,
): void {
  const step = changetype<Sgd>(job());
  step.p = p;
  step.g = g;
  step.m = m;
  step.n = n;
  step.first = first;
  step.lr = lr;
  step.momentum = momentum;
  step.undamped = undamped;
  step.weightDecay = weightDecay;
  step.nesterov = nesterov;
  step.sign = sign;
  shareStep(SGD, n);
}

/** Part `i` of a step of SGD. */
export function sgdPart(i: i32): void {
  const step = changetype<Sgd>(job());
  const from = i * PART;
  const skip = <usize>from << 2;
  const first = step.first;
  const nesterov = step.nesterov;
  const lr = splat(-step.lr);
  const momentum = splat(step.momentum);
  const undamped = splat(step.undamped);
  const weightDecay = splat(step.weightDecay);
  const sign = splat(step.sign);
  let p = step.p + skip;
  let g = step.g + skip;
  let m: usize = step.m == 0 ? 0 : step.m + skip;
  const end = p + vectors(min(PART, step.n - from));
  for (; p < end; p += 16, g += 16) {
    const x = v128.load(p);
    let change = madd(weightDecay, x, f32x4.mul(sign, v128.load(g)));
    if (m != 0) {
      const mean = first ? change : madd(momentum, v128.load(m), f32x4.mul(undamped, change));
      v128.store(m, mean);
      change = nesterov ? madd(momentum, mean, change) : mean;
      m += 16;
    }
    v128.store(p, madd(lr, change, x));
  }
}

@unmanaged
class Adam {
  p: usize;
  g: usize;
  m: usize;
  v: usize;
  largest: usize;
  n: i32;
  beta1: f32;
  rest1: f32;
  beta2: f32;
  rest2: f32;
  eps: f32;
  stepSize: f32;
  scale: f32;
  weightDecay: f32;
  shrink: f32;
  sign: f32;
}

/**
 * Adam as on PyTorch's pages of Adam and AdamW: p -= stepSize m / (sqrt(v) scale + eps). `shrink` is what a decoupled
 * decay leaves of p, `largest` is 0 without amsgrad; `sign` -1 maximizes.
 */
export function adam(
  p: usize,
  g: usize,
  m: usize,
  v: usize,
  largest: usize,
  n: i32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  eps: f32,
  stepSize: f32,
  scale: f32,
  weightDecay: f32,
  shrink: f32,
  sign: f32,
): void {
  const step = changetype<Adam>(job());
  step.p = p;
  step.g = g;
  step.m = m;
  step.v = v;
  step.largest = largest;
  step.n = n;
  step.beta1 = beta1;
  step.rest1 = rest1;
  step.beta2 = beta2;
  step.rest2 = rest2;
  step.eps = eps;
  step.stepSize = stepSize;
  step.scale = scale;
  step.weightDecay = weightDecay;
  step.shrink = shrink;
  step.sign = sign;
  shareStep(ADAM, n);
}

/** Part `i` of a step of Adam. */
export function adamPart(i: i32): void {
  const step = changetype<Adam>(job());
  const from = i * PART;
  const skip = <usize>from << 2;
  const beta1 = splat(step.beta1);
  const rest1 = splat(step.rest1);
  const beta2 = splat(step.beta2);
  const rest2 = splat(step.rest2);
  const eps = splat(step.eps);
  const stepSize = splat(step.stepSize);
  const scale = splat(step.scale);
  const weightDecay = splat(step.weightDecay);
  const shrink = splat(step.shrink);
  const sign = splat(step.sign);
  let p = step.p + skip;
  let g = step.g + skip;
  let m = step.m + skip;
  let v = step.v + skip;
  let largest: usize = step.largest == 0 ? 0 : step.largest + skip;
  const end = p + vectors(min(PART, step.n - from));
  for (; p < end; p += 16, g += 16, m += 16, v += 16) {
    const x = v128.load(p);
    const gradient = madd(weightDecay, x, f32x4.mul(sign, v128.load(g)));
    const mean = madd(beta1, v128.load(m), f32x4.mul(rest1, gradient));
    const square = f32x4.mul(f32x4.mul(rest2, gradient), gradient);
    let second = madd(beta2, v128.load(v), square);
    v128.store(m, mean);
    v128.store(v, second);
    if (largest != 0) {
      second = f32x4.max(v128.load(largest), second);
      v128.store(largest, second);
      largest += 16;
    }
    const size = madd(f32x4.sqrt(second), scale, eps);
    v128.store(p, f32x4.sub(f32x4.mul(shrink, x), f32x4.div(f32x4.mul(stepSize, mean), size)));
  }
}
