import type { AdamStep, SGDStep, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { CHUNK, CHUNK_BYTES, type Engine } from './engine.js';
import { inPlace } from './operands.js';

/** One SGD step of parameter `j`, in place. */
export function sgd(engine: Engine, step: SGDStep, j: number): void {
  const param = step.params[j]!;
  const grad = step.grads[j]!;
  const momentum = step.momentum === 0 ? null : step.momentumBuffers[j]!;
  const { base } = engine;
  const atOnce = inPlace(engine, param) && inPlace(engine, grad) && (momentum === null || inPlace(engine, momentum));
  for (let i = 0; i < param.size; i += CHUNK) {
    const n = atOnce ? param.size : Math.min(CHUNK, param.size - i);
    const p = open(engine, param, i, n, base);
    const g = engine.bring(grad, i, n, base + CHUNK_BYTES);
    const m = momentum === null ? 0 : open(engine, momentum, i, n, base + 2 * CHUNK_BYTES);
    engine.kernels.sgd(
      p,
      g,
      m,
      n,
      Number(step.first),
      step.lr,
      step.momentum,
      1 - step.dampening,
      step.weightDecay,
      Number(step.nesterov),
      step.maximize ? -1 : 1,
    );
    if (atOnce) return;
    close(engine, p, n, param, i);
    if (momentum !== null) close(engine, m, n, momentum, i);
  }
}

/** One Adam step of parameter `j`, in place. */
export function adam(engine: Engine, step: AdamStep, j: number): void {
  const param = step.params[j]!;
  const grad = step.grads[j]!;
  const mean = step.expAvg[j]!;
  const square = step.expAvgSq[j]!;
  const largest = step.maxExpAvgSq[j] ?? null;
  const { base } = engine;
  const atOnce =
    inPlace(engine, param) &&
    inPlace(engine, grad) &&
    inPlace(engine, mean) &&
    inPlace(engine, square) &&
    (largest === null || inPlace(engine, largest));
  for (let i = 0; i < param.size; i += CHUNK) {
    const n = atOnce ? param.size : Math.min(CHUNK, param.size - i);
    const p = open(engine, param, i, n, base);
    const g = engine.bring(grad, i, n, base + CHUNK_BYTES);
    const m = open(engine, mean, i, n, base + 2 * CHUNK_BYTES);
    const v = open(engine, square, i, n, base + 3 * CHUNK_BYTES);
    const l = largest === null ? 0 : open(engine, largest, i, n, base + 4 * CHUNK_BYTES);
    engine.kernels.adam(
      p,
      g,
      m,
      v,
      l,
      n,
      step.beta1,
      1 - step.beta1,
      step.beta2,
      1 - step.beta2,
      step.eps,
      step.lr / (1 - step.beta1 ** step.step),
      1 / Math.sqrt(1 - step.beta2 ** step.step),
      step.decoupled ? 0 : step.weightDecay,
      step.decoupled ? 1 - step.lr * step.weightDecay : 1,
      step.maximize ? -1 : 1,
    );
    if (atOnce) return;
    close(engine, p, n, param, i);
    close(engine, m, n, mean, i);
    close(engine, v, n, square, i);
    if (largest !== null) close(engine, l, n, largest, i);
  }
}

/** The address of `n` elements that are to be read and written: their own, or `address`, to which they are copied. */
function open(engine: Engine, x: View, from: number, n: number, address: number): number {
  if (inPlace(engine, x)) return engine.addressOf(x) + from * 4;
  engine.load(valuesOf(x) as Float32Array, x.offset + from, n, address);
  return address;
}

/** Copies back what `open` copied. */
function close(engine: Engine, address: number, n: number, x: View, from: number): void {
  if (!inPlace(engine, x)) engine.store(address, n, valuesOf(x) as Float32Array, x.offset + from);
}
