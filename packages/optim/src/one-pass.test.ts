import { cpu } from '@kindling/backend-cpu';
import { type Backend, manualSeed, rand, type Tensor, tensor } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import { Adadelta, Adagrad, Adamax, NAdam, type Optimizer, RAdam, RMSprop } from './index.js';

const backends: readonly [string, Backend][] = [
  ['one thread', await cpu({ threads: 1 })],
  ['plain SIMD', await cpu({ wasm: 'simd', threads: 1 })],
  ['two threads', await cpu({ threads: 2 })],
];
const plain = await cpu({ wasm: false });

/** Steps over random gradients of two parameters, one of which has none at times. */
function steps(backend: Backend, make: (params: Tensor[]) => Optimizer<object>, sizes: readonly number[]): number[] {
  manualSeed(3);
  const numbers = (size: number): number[] => [...rand([size], { backend: plain }).sub(0.5).dataSync()];
  const params = sizes.map((size) => tensor(numbers(size), { backend, requiresGrad: true }));
  const optimizer = make(params);
  for (let i = 0; i < 9; i++) {
    params.forEach((param, j) => {
      const grad = tensor(numbers(param.numel()), { backend });
      param.grad = j === 1 && i % 3 === 0 ? null : grad;
    });
    optimizer.step();
  }
  return params.flatMap((param) => [...param.dataSync()]);
}

const all: readonly [string, (params: Tensor[]) => Optimizer<object>][] = [
  ['RMSprop', (p) => new RMSprop(p)],
  [
    'RMSprop, centered, momentum',
    (p) => new RMSprop(p, { centered: true, momentum: 0.9, weightDecay: 0.1, eps: 1e-2 }),
  ],
  ['Adagrad', (p) => new Adagrad(p, { lrDecay: 0.1, weightDecay: 0.1, maximize: true })],
  ['Adadelta', (p) => new Adadelta(p, { maximize: true })],
  ['Adamax', (p) => new Adamax(p, { weightDecay: 0.1 })],
  ['NAdam', (p) => new NAdam(p, { weightDecay: 0.1 })],
  ['RAdam', (p) => new RAdam(p)],
];

describe.each(backends)('in one pass, with %s', (name, backend) => {
  test.each(all)('%s gives what its operations give', (_, make) => {
    const sizes = name === 'two threads' ? [70_001, 300] : [1000, 300, 5];
    const expected = steps(plain, make, sizes);
    const worst = steps(backend, make, sizes).reduce((most, x, i) => Math.max(most, Math.abs(x - expected[i]!)), 0);
    expect(worst).toBeLessThan(3e-6);
  });
});

test('a class with a formula of its own keeps it', () => {
  class Still extends RMSprop {
    protected override change(): void {}
  }
  const [, backend] = backends[0]!;
  const w = tensor(new Array<number>(100).fill(1), { backend, requiresGrad: true });
  const optimizer = new Still([w]);
  optimizer.state.set(w, { squareAvg: tensor(new Array<number>(100).fill(1), { backend }) });
  w.sum().backward();
  optimizer.step();
  expect(w.sum().item()).toBe(100);
});

test('what changed is told to autograd', () => {
  const [, backend] = backends[0]!;
  const w = tensor(new Array<number>(100).fill(1), { backend, requiresGrad: true });
  const optimizer = new RMSprop([w]);
  w.mul(2).sum().backward();
  optimizer.step();
  const loss = w.mul(w).sum();
  optimizer.step();
  expect(() => loss.backward()).toThrow(/in place/);
});
