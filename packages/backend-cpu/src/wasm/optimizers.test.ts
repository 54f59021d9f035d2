import type { AdamStep, DType, SGDStep, View } from '@kindling/tensor-core/backend';
import { describe, expect, test } from 'vitest';
import type { PlainBackend } from '../backend.js';
import { wasmBackends } from '../testing/backends.js';
import { elements, plain, uniform, view } from '../testing/views.js';

const sizes = [1, 3, 64, 65, 100, 10800, 16385, 33000];

/** A view in the middle of a larger buffer for each size. */
function parameters(seed: number, low: number, high: number, dtype: DType = 'float32'): View[] {
  return sizes.map((size, i) => view(uniform(size + 7, low, high, seed + i), [size], { offset: 3, dtype }));
}

function runSGD(backend: PlainBackend, options: Partial<SGDStep>, dtype?: DType): View[] {
  const params = parameters(1, -1, 1, dtype);
  const momentumBuffers = options.momentum ? parameters(50, 0, 0, dtype) : [];
  for (let t = 1; t <= 4; t++) {
    backend.fused.sgd({
      lr: 0.1,
      momentum: 0,
      dampening: 0,
      weightDecay: 0,
      nesterov: false,
      maximize: false,
      ...options,
      params,
      grads: parameters(100 * t, -1, 1, dtype),
      momentumBuffers,
      first: t === 1,
    });
  }
  return [...params, ...momentumBuffers];
}

function runAdam(backend: PlainBackend, options: Partial<AdamStep>, amsgrad: boolean): View[] {
  const params = parameters(1, -1, 1);
  const [expAvg, expAvgSq] = [parameters(30, 0, 0), parameters(40, 0, 0)];
  const maxExpAvgSq = amsgrad ? parameters(50, 0, 0) : [];
  for (let t = 1; t <= 4; t++) {
    backend.fused.adam({
      lr: 0.01,
      beta1: 0.9,
      beta2: 0.999,
      eps: 1e-8,
      weightDecay: 0,
      decoupled: false,
      maximize: false,
      ...options,
      params,
      grads: parameters(100 * t, -1, 1),
      expAvg,
      expAvgSq,
      maxExpAvgSq,
      step: t,
    });
  }
  return [...params, ...expAvg, ...expAvgSq, ...maxExpAvgSq];
}

/** Parameters and state agree to what four steps in float32 may round, and nothing around them changed. */
function compare(actual: View[], expected: View[]): void {
  actual.forEach((x, i) => {
    const y = expected[i]!;
    const all = (v: View) => elements({ ...v, shape: [v.buffer.size], strides: [1], offset: 0 });
    const [a, b] = [all(x), all(y)];
    a.forEach((v, at) => {
      const within = at >= x.offset && at < x.offset + x.count;
      if (!(Math.abs(v - b[at]!) <= (within ? 2e-6 : 0))) expect([i, at, v]).toEqual([i, at, b[at]]);
    });
  });
}

describe.each(wasmBackends)('optimizers (%s)', (_, backend) => {
  const sgdCases: Partial<SGDStep>[] = [
    {},
    { momentum: 0.9 },
    { momentum: 0.9, nesterov: true, weightDecay: 0.01 },
    { momentum: 0.5, dampening: 0.25, maximize: true },
    { weightDecay: 0.1, maximize: true },
  ];
  test.each(sgdCases)('SGD with %j', (options) => {
    compare(runSGD(backend, options), runSGD(plain, options));
  });

  const adamCases: [Partial<AdamStep>, boolean][] = [
    [{}, false],
    [{}, true],
    [{ weightDecay: 0.1 }, false],
    [{ weightDecay: 0.1, decoupled: true }, true],
    [{ maximize: true, beta1: 0.5, beta2: 0.9, eps: 1e-3 }, false],
  ];
  test.each(adamCases)('Adam with %j, amsgrad %j', (options, amsgrad) => {
    compare(runAdam(backend, options, amsgrad), runAdam(plain, options, amsgrad));
  });

  test('of float64 take the plain kernels', () => {
    const [actual, expected] = [
      runSGD(backend, { momentum: 0.9 }, 'float64'),
      runSGD(plain, { momentum: 0.9 }, 'float64'),
    ];
    actual.forEach((x, i) => {
      expect(elements(x)).toEqual(elements(expected[i]!));
    });
  });
});
