import type { Activation, Buffer, View } from '@kindling/tensor-core/backend';
import type { CpuBuffer } from '../buffer.js';
import type { Wrap } from '../fused.js';
import { activationBackward } from '../kernels/activation.js';
import { FAST_ACTIVATION } from './elementwise.js';
import { align, type Engine } from './engine.js';
import { Home } from './home.js';
import { activations } from './matmul.js';
import { bring, fetch, inPlace, SLACK } from './operands.js';

/**
 * The gradients of x [n, i], weight [o, i] and bias [o] from that of y [n, o], where they are wanted; `null` where the
 * matrices are too large to be in the memory at once. The gradient of a weight that stays in the memory stays there too.
 */
export function linearBackward(
  engine: Engine,
  grad: View,
  x: View,
  weight: View,
  y: View,
  activation: Activation,
  [ofX, ofWeight, ofBias]: readonly boolean[],
  wrap: Wrap,
): (Buffer | null)[] | null {
  const [n, i] = x.shape as readonly [number, number];
  const o = weight.shape[0]!;
  if (Math.max(n * i, o * i, n * o) > engine.sizes.limit) return null;
  const { kernels } = engine;
  // On the workbench: the gradient, y, then each product's other factor and the product.
  const ofY = align(n * o * 4 + SLACK);
  const factorRoom = align(Math.max(n * o, n * i, o * i) * 4 + SLACK);
  const resultRoom = align(Math.max(n * i, o * i, o) * 4 + SLACK);
  const workRoom = Math.max(kernels.gemmWork(n, i, o), kernels.gemmWork(o, i, n));
  engine.reserve(ofY + factorRoom + resultRoom + workRoom);
  const { base } = engine;
  const factor = base + ofY;
  const result = factor + factorRoom;
  const work = result + resultRoom;
  let g = base;
  if (activation === 'identity') g = bring(engine, grad, base);
  else if (n * o < FAST_ACTIVATION)
    engine.load(activationBackward(activation, grad, y) as Float32Array, 0, n * o, base);
  else {
    const before = bring(engine, grad, base);
    kernels.activationBackward(activations.indexOf(activation), before, bring(engine, y, factor), base, n * o);
  }
  let dx: Buffer | null = null;
  let dWeight: Buffer | null = null;
  let dBias: Buffer | null = null;
  if (ofX) {
    kernels.gemm(g, o, 1, bring(engine, weight, factor), i, 1, result, n, i, o, 0, 0, 0, work);
    dx = wrap('float32', fetch(engine, result, n * i));
  }
  if (ofWeight) {
    const right = bring(engine, x, factor);
    const home = inPlace(engine, weight) ? Home.beside(weight.buffer as CpuBuffer) : null;
    kernels.gemm(g, 1, o, right, i, 1, home?.address ?? result, o, i, n, 0, 0, 0, work);
    dWeight = home === null ? wrap('float32', fetch(engine, result, o * i)) : home.house(o * i);
  }
  if (ofBias) {
    kernels.sumColumns(g, n, o, 0, result);
    dBias = wrap('float32', fetch(engine, result, o));
  }
  return [dx, dWeight, dBias];
}
