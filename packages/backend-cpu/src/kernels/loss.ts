import type { LossKind, LossReduction, TypedArray, View } from '@kindling/tensor-core/backend';
import { allocate } from '../memory.js';
import { rowMajor } from './copy.js';
import { pairwiseSum } from './sum.js';

/** A function of an input and its target. */
type OfPair = (x: number, t: number) => number;

const losses: Record<LossKind, OfPair> = {
  bce: (x, t) => (t - 1) * Math.max(Math.log1p(-x), -100) - t * Math.max(Math.log(x), -100),
  // In PyTorch's order, which says what infinite logits give.
  bceWithLogits: (x, t) => (1 - t) * x + Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  mse: (x, t) => (x - t) * (x - t),
};

/** PyTorch keeps it in float32. */
const EPSILON = Math.fround(1e-12);

const slopes: Record<LossKind, OfPair> = {
  bce: (x, t) => (x - t) / Math.max((1 - x) * x, EPSILON),
  bceWithLogits: (x, t) => 1 / (1 + Math.exp(-x)) - t,
  mse: (x, t) => 2 * (x - t),
};

/** The losses of inputs and targets, reduced. */
export function loss(kind: LossKind, x: View, target: View, reduction: LossReduction): TypedArray {
  const { count: size, dtype } = x;
  const out = reduction === 'none' ? allocate(dtype, size) : new Float64Array(size);
  const values = rowMajor(x);
  const targets = rowMajor(target);
  const of = losses[kind];
  for (let i = 0; i < size; i++) out[i] = of(values[i]!, targets[i]!);
  if (reduction === 'none') return out;
  const result = allocate(dtype, 1);
  const total = pairwiseSum(out, 0, 1, size);
  result[0] = reduction === 'mean' ? total / size : total;
  return result;
}

/** The gradient of the input from that of the reduced loss. */
export function lossBackward(kind: LossKind, grad: View, x: View, target: View, reduction: LossReduction): TypedArray {
  const { count: size, dtype } = x;
  const out = allocate(dtype, size);
  const g = rowMajor(grad);
  const step = reduction === 'none' ? 1 : 0;
  const share = reduction === 'mean' ? size : 1;
  const values = rowMajor(x);
  const targets = rowMajor(target);
  const slope = slopes[kind];
  for (let i = 0; i < size; i++) out[i] = (g[i * step]! / share) * slope(values[i]!, targets[i]!);
  return out;
}
