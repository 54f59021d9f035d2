import type { AdamStep, SGDStep, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { CHUNK, CHUNK_BYTES, type Engine } from './engine.js';
import { inPlace } from './operands.js';

/** One SGD step of parameter `j`, in place. */
export function sgd(engine: Engine, step: SGDStep, j: number): void {
  const param = step.params[j]!;
  const grad = step.grads[j]!;
  const momentum = step.momentumBuffers[j];
  const size = param.count;
  const { base } = engine;
  const chunk = stays(engine, param) && stays(engine, grad) && stays(engine, momentum) ? size : CHUNK;
  for (let i = 0; i < size; i += chunk) {
    const n = Math.min(chunk, size - i);
    const p = open(engine, param, i, n, base);
    const g = engine.bring(grad, i, n, base + CHUNK_BYTES);
    const m = open(engine, momentum, i, n, base + 2 * CHUNK_BYTES);
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
    close(engine, p, n, param, i);
    close(engine, m, n, momentum, i);
  }
}

/** One Adam step of parameter `j`, in place. */
export function adam(engine: Engine, step: AdamStep, j: number): void {
  const param = step.params[j]!;
  const grad = step.grads[j]!;
  const mean = step.expAvg[j];
  const square = step.expAvgSq[j];
  const largest = step.maxExpAvgSq[j];
  const size = param.count;
  const { base } = engine;
  const together =
    stays(engine, param) &&
    stays(engine, grad) &&
    stays(engine, mean) &&
    stays(engine, square) &&
    stays(engine, largest);
  const chunk = together ? size : CHUNK;
  for (let i = 0; i < size; i += chunk) {
    const n = Math.min(chunk, size - i);
    const p = open(engine, param, i, n, base);
    const g = engine.bring(grad, i, n, base + CHUNK_BYTES);
    const m = open(engine, mean, i, n, base + 2 * CHUNK_BYTES);
    const v = open(engine, square, i, n, base + 3 * CHUNK_BYTES);
    const l = open(engine, largest, i, n, base + 4 * CHUNK_BYTES);
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
    close(engine, p, n, param, i);
    close(engine, m, n, mean, i);
    close(engine, v, n, square, i);
    close(engine, l, n, largest, i);
  }
}

/** Whether an operand, if there is one, is read and written where it is. */
function stays(engine: Engine, x: View | undefined): boolean {
  return x === undefined || inPlace(engine, x);
}

/**
 * The address of `n` elements that are to be read and written: their own, or `address`, to which they are copied; 0 where
 * there is no operand.
 */
export function open(engine: Engine, x: View | undefined, from: number, n: number, address: number): number {
  if (x === undefined) return 0;
  if (inPlace(engine, x)) return engine.addressOf(x) + from * 4;
  engine.load(valuesOf(x) as Float32Array, x.offset + from, n, address);
  return address;
}

/** Copies back what `open` copied. */
export function close(engine: Engine, address: number, n: number, x: View | undefined, from: number): void {
  if (x !== undefined && !inPlace(engine, x)) {
    engine.store(address, n, valuesOf(x) as Float32Array, x.offset + from);
  }
}
