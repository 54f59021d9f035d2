import type { LossKind, LossReduction, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { allocateFloats } from '../memory.js';
import { CHUNK, CHUNK_BYTES, type Engine } from './engine.js';

/** The losses by their number in the kernels. */
const kinds: readonly LossKind[] = ['bce', 'bceWithLogits', 'mse'];

/** The losses of dense float32 inputs and targets, reduced. */
export function loss(engine: Engine, kind: LossKind, x: View, target: View, reduction: LossReduction): Float32Array {
  const size = x.count;
  const none = reduction === 'none';
  const out = allocateFloats(none ? size : 1);
  const number = kinds.indexOf(kind);
  const { kernels, base } = engine;
  const t = base + CHUNK_BYTES;
  let total = 0;
  for (let i = 0; i < size; i += CHUNK) {
    const n = Math.min(CHUNK, size - i);
    const [p, q] = [engine.bring(x, i, n, base), engine.bring(target, i, n, t)];
    total += kernels.loss(number, p, q, none ? base : 0, n);
    if (none) engine.store(base, n, out, i);
  }
  if (!none) out[0] = reduction === 'mean' ? total / size : total;
  return out;
}

/** The gradient of the input from that of the reduced loss, of dense float32 views. */
export function lossBackward(
  engine: Engine,
  kind: LossKind,
  grad: View,
  x: View,
  target: View,
  reduction: LossReduction,
): Float32Array {
  const size = x.count;
  const out = allocateFloats(size);
  const gradients = valuesOf(grad) as Float32Array;
  const number = kinds.indexOf(kind);
  const factor = gradients[grad.offset]! / (reduction === 'mean' ? size : 1);
  const { kernels, base } = engine;
  const t = base + CHUNK_BYTES;
  const g = reduction === 'none' ? t + CHUNK_BYTES : 0;
  for (let i = 0; i < size; i += CHUNK) {
    const n = Math.min(CHUNK, size - i);
    const [p, q] = [engine.bring(x, i, n, base), engine.bring(target, i, n, t)];
    kernels.lossBackward(number, p, q, g === 0 ? 0 : engine.bring(grad, i, n, g), factor, base, n);
    engine.store(base, n, out, i);
  }
  return out;
}
