import type { AdamStep, SGDStep, View } from '@kindling/tensor-core/backend';
import { expect, test } from 'vitest';
import { elements, plain, view } from '../testing/views.js';

/** Gradients of five steps; values below are what PyTorch 1.13.1 makes of them in float64, from the parameters [1, -2]. */
const gradients = [
  [0.5, -1],
  [0.25, 3],
  [-1, 0],
  [2, 0.125],
  [-0.5, 1],
];

const sgdBase = { lr: 0.1, momentum: 0, dampening: 0, weightDecay: 0, nesterov: false, maximize: false };
const adamBase = { lr: 0.1, beta1: 0.9, beta2: 0.999, eps: 1e-8, weightDecay: 0, decoupled: false, maximize: false };

/** Two elements in the middle of a larger buffer. */
function pair(a: number, b: number): View {
  return view([9, a, b, 9], [2], { dtype: 'float64', offset: 1 });
}

function runSGD(options: Partial<SGDStep>): number[] {
  const params = [pair(1, -2), view([5], [1], { dtype: 'float64' })];
  const momentumBuffers = options.momentum ? [pair(0, 0), view([0], [1], { dtype: 'float64' })] : [];
  gradients.forEach(([a, b], i) => {
    const grads = [pair(a!, b!), view([0], [1], { dtype: 'float64' })];
    plain.fused.sgd({ ...sgdBase, ...options, params, grads, momentumBuffers, first: i === 0 });
  });
  return elements(params[0]!);
}

function runAdam(options: Partial<AdamStep>, amsgrad = false): number[] {
  const params = [pair(1, -2)];
  const [expAvg, expAvgSq] = [[pair(0, 0)], [pair(0, 0)]];
  const maxExpAvgSq = amsgrad ? [pair(0, 0)] : [];
  gradients.forEach(([a, b], i) => {
    const grads = [pair(a!, b!)];
    plain.fused.adam({ ...adamBase, ...options, params, grads, expAvg, expAvgSq, maxExpAvgSq, step: i + 1 });
  });
  return elements(params[0]!);
}

function expectPair(actual: number[], expected: readonly number[]): void {
  actual.forEach((x, i) => {
    expect(x).toBeCloseTo(expected[i]!, 12);
  });
}

const sgdCases: [Partial<SGDStep>, number[]][] = [
  [{}, [0.875, -2.3125]],
  [{ momentum: 0.9 }, [0.6502700000000001, -2.74594]],
  [{ momentum: 0.9, nesterov: true }, [0.5602429999999999, -2.983846]],
  [{ momentum: 0.5, dampening: 0.25, weightDecay: 0.01 }, [0.8055614920435541, -2.3038470015544914]],
  [{ maximize: true, weightDecay: 0.1 }, [1.0732673254, -1.5945750008]],
];

test.each(sgdCases)('SGD with %j', (options, expected) => {
  expectPair(runSGD(options), expected);
});

const adamCases: [Partial<AdamStep>, boolean, number[]][] = [
  [{}, false, [0.7622298501966306, -2.064691905727653]],
  [{ weightDecay: 0.05 }, false, [0.7476493083332363, -2.045031553072388]],
  [{}, true, [0.7622298501966306, -2.064665476658831]],
  [{ maximize: true }, true, [1.2377701498033695, -1.935334523341169]],
  [{ maximize: true, weightDecay: 0.1 }, false, [1.1981507756795144, -1.8991786232821435]],
  [{ weightDecay: 0.05, decoupled: true }, false, [0.7408592883141198, -2.015887996207934]],
  [{ weightDecay: 0.1, decoupled: true }, true, [0.7199386882178161, -1.9680227833242951]],
  [
    { beta1: 0.8, beta2: 0.9, eps: 0.001, weightDecay: 0.01, decoupled: true },
    false,
    [0.7657215864212186, -2.0641589501858064],
  ],
];

test.each(adamCases)('Adam with %j', (options, amsgrad, expected) => {
  expectPair(runAdam(options, amsgrad), expected);
});
