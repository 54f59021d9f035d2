// One step of an optimizer on n parameters in place. Whole vectors are written; every array has room behind it.
import { madd, splat, vectors } from './vector';

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
  const end = p + vectors(n);
  for (; p < end; p += 16, g += 16) {
    const x = v128.load(p);
    let change = madd(splat(weightDecay), x, f32x4.mul(splat(sign), v128.load(g)));
    if (m != 0) {
      const mean = first ? change : madd(splat(momentum), v128.load(m), f32x4.mul(splat(undamped), change));
      v128.store(m, mean);
      change = nesterov ? madd(splat(momentum), mean, change) : mean;
      m += 16;
    }
    v128.store(p, madd(splat(-lr), change, x));
  }
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
  const end = p + vectors(n);
  for (; p < end; p += 16, g += 16, m += 16, v += 16) {
    const x = v128.load(p);
    const gradient = madd(splat(weightDecay), x, f32x4.mul(splat(sign), v128.load(g)));
    const mean = madd(splat(beta1), v128.load(m), f32x4.mul(splat(rest1), gradient));
    const square = f32x4.mul(f32x4.mul(splat(rest2), gradient), gradient);
    let second = madd(splat(beta2), v128.load(v), square);
    v128.store(m, mean);
    v128.store(v, second);
    if (largest != 0) {
      second = f32x4.max(v128.load(largest), second);
      v128.store(largest, second);
      largest += 16;
    }
    const size = madd(f32x4.sqrt(second), splat(scale), splat(eps));
    const kept = f32x4.mul(splat(shrink), x);
    v128.store(p, f32x4.sub(kept, f32x4.div(f32x4.mul(splat(stepSize), mean), size)));
  }
}
