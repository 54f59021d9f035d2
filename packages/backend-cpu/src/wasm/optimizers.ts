import type { AdamStep, SGDStep, View } from '@kindling/tensor-core/backend';
import { valuesOf } from '../buffer.js';
import { CHUNK, CHUNK_BYTES, type Engine } from './engine.js';

/** One SGD step of parameter `j`, in place. */
export function sgd(engine: Engine, step: SGDStep, j: number): void {
  const param = step.params[j]!;
  const grad = step.grads[j]!;
  const momentum = step.momentum === 0 ? null : step.momentumBuffers[j]!;
  const p = engine.base;
  const g = p + CHUNK_BYTES;
  const m = g + CHUNK_BYTES;
  for (let i = 0; i < param.size; i += CHUNK) {
    const n = Math.min(CHUNK, param.size - i);
    load(engine, param, i, n, p);
    load(engine, grad, i, n, g);
    if (momentum !== null && !step.first) load(engine, momentum, i, n, m);
    engine.kernels.sgd(
      p,
      g,
      momentum === null ? 0 : m,
      n,
      Number(step.first),
      step.lr,
      step.momentum,
      1 - step.dampening,
      step.weightDecay,
      Number(step.nesterov),
      step.maximize ? -1 : 1,
    );
    store(engine, p, n, param, i);
    if (momentum !== null) store(engine, m, n, momentum, i);
  }
}

/** One Adam step of parameter `j`, in place. */
export function adam(engine: Engine, step: AdamStep, j: number): void {
  const param = step.params[j]!;
  const largest = step.maxExpAvgSq[j] ?? null;
  const p = engine.base;
  const [g, m, v, l] = [p + CHUNK_BYTES, p + 2 * CHUNK_BYTES, p + 3 * CHUNK_BYTES, p + 4 * CHUNK_BYTES];
  for (let i = 0; i < param.size; i += CHUNK) {
    const n = Math.min(CHUNK, param.size - i);
    load(engine, param, i, n, p);
    load(engine, step.grads[j]!, i, n, g);
    load(engine, step.expAvg[j]!, i, n, m);
    load(engine, step.expAvgSq[j]!, i, n, v);
    if (largest !== null) load(engine, largest, i, n, l);
    engine.kernels.adam(
      p,
      g,
      m,
      v,
      largest === null ? 0 : l,
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
    store(engine, p, n, param, i);
    store(engine, m, n, step.expAvg[j]!, i);
    store(engine, v, n, step.expAvgSq[j]!, i);
    if (largest !== null) store(engine, l, n, largest, i);
  }
}

function load(engine: Engine, x: View, from: number, n: number, address: number): void {
  engine.load(valuesOf(x) as Float32Array, x.offset + from, n, address);
}

function store(engine: Engine, address: number, n: number, x: View, from: number): void {
  engine.store(address, n, valuesOf(x) as Float32Array, x.offset + from);
}
