import type { Activation, View } from '@kindling/tensor-core/backend';
import { activationBackward } from '../kernels/activation.js';
import { FAST_ACTIVATION } from './elementwise.js';
import { align, type Engine } from './engine.js';
import { activations } from './matmul.js';
import { bring, fetch, SLACK } from './operands.js';

/**
 * The gradients of x [n, i], weight [o, i] and bias [o] from that of y [n, o], where they are wanted; `null` where the
 * matrices are too large to be in the memory at once.
 */
export function linearBackward(
  engine: Engine,
  grad: View,
  x: View,
  weight: View,
  y: View,
  activation: Activation,
  [ofX, ofWeight, ofBias]: readonly boolean[],
): (Float32Array | null)[] | null {
  const [n, i] = x.shape as readonly [number, number];
  const o = weight.shape[0]!;
  if (Math.max(n * i, o * i, n * o) > engine.limit) return null;
  const { kernels, base: g } = engine;
  // Behind the gradient: y, then each product's other factor and the product.
  const factor = align(g + n * o * 4 + SLACK);
  const result = align(factor + Math.max(n * o, n * i, o * i) * 4 + SLACK);
  const work = align(result + Math.max(n * i, o * i, o) * 4 + SLACK);
  engine.reserve(work + Math.max(kernels.gemmWork(n, i, o), kernels.gemmWork(o, i, n)));
  if (activation === 'identity') bring(engine, grad, g);
  else if (n * o < FAST_ACTIVATION) engine.load(activationBackward(activation, grad, y) as Float32Array, 0, n * o, g);
  else {
    bring(engine, grad, g);
    bring(engine, y, factor);
    kernels.activationBackward(activations.indexOf(activation), g, factor, g, n * o);
  }
  let dx: Float32Array | null = null;
  let dWeight: Float32Array | null = null;
  let dBias: Float32Array | null = null;
  if (ofX) {
    bring(engine, weight, factor);
    kernels.gemm(g, o, 1, factor, i, 1, result, n, i, o, 0, work);
    dx = fetch(engine, result, n * i);
  }
  if (ofWeight) {
    bring(engine, x, factor);
    kernels.gemm(g, 1, o, factor, i, 1, result, o, i, n, 0, work);
    dWeight = fetch(engine, result, o * i);
  }
  if (ofBias) {
    kernels.columnSums(g, n, o, result);
    dBias = fetch(engine, result, o);
  }
  return [dx, dWeight, dBias];
}
