import type { Activation, Buffer, View } from '@kindling/tensor-core/backend';
import type { CpuBuffer } from '../buffer.js';
import type { Wrap } from '../fused.js';
import { activationBackward } from '../kernels/activation.js';
import { FAST_ACTIVATION } from './elementwise.js';
import { align, type Engine } from './engine.js';
import { Home } from './home.js';
import { lodging } from './lodging.js';
import { activations, makeRoom } from './matmul.js';
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
  const largest = Math.max(n * i, o * i, n * o, o);
  if (largest > engine.sizes.limit) return null;
  // On the workbench: the gradient, y or each product's other factor, and the product.
  const room = align(largest * 4 + SLACK);
  makeRoom(engine, 3 * room, n, i, o);
  makeRoom(engine, 3 * room, o, i, n);
  const { kernels, base } = engine;
  const factor = base + room;
  const result = factor + room;
  const work = result + room;
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
    const out = lodging.arrayFor(engine, n * i);
    const to = lodging.addressIn(out, 0, result);
    kernels.gemm(g, o, 1, bring(engine, weight, factor), i, 1, to, n, i, o, 0, 0, 0, work);
    if (to === result) engine.store(result, n * i, out, 0);
    dx = wrap(out);
  }
  if (ofWeight) {
    const right = bring(engine, x, factor);
    const home = inPlace(engine, weight) ? Home.beside(weight.buffer as CpuBuffer) : null;
    kernels.gemm(g, 1, o, right, i, 1, home?.address ?? result, o, i, n, 0, 0, 0, work);
    dWeight = home === null ? wrap(fetch(engine, result, o * i)) : home.house(o * i);
  }
  if (ofBias) {
    kernels.sumColumns(g, n, o, 0, result);
    dBias = wrap(fetch(engine, result, o));
  }
  return [dx, dWeight, dBias];
}
