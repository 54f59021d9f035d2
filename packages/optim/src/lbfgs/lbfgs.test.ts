import { cpu } from '@kindling/backend-cpu';
import { ones, setBackend, type Tensor, tensor } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import { SGD } from '../index.js';
import { LBFGS } from '../lbfgs.js';

setBackend(await cpu());

const square = (w: Tensor): Tensor => w.mul(w).sum();

function step(optimizer: LBFGS, lossOf: () => Tensor): Tensor {
  return optimizer.step(() => {
    optimizer.zeroGrad();
    const loss = lossOf();
    loss.backward();
    return loss;
  });
}

test('a parameter without a gradient stays, one that gets it later joins', () => {
  const [a, b] = [ones([1], { requiresGrad: true }), ones([1], { requiresGrad: true })];
  const optimizer = new LBFGS([a, b]);
  step(optimizer, () => square(a));
  expect(b.item()).toBe(1);
  expect(Math.abs(a.item() as number)).toBeLessThan(1e-6);
  step(optimizer, () => square(b).add(square(a)));
  expect(Math.abs(b.item() as number)).toBeLessThan(1e-6);
});

test('at the lowest place nothing is changed or remembered, and the loss is returned', () => {
  const w = tensor([0], { requiresGrad: true });
  const optimizer = new LBFGS([w]);
  expect(step(optimizer, () => square(w)).item()).toBe(0);
  expect(optimizer.state.size).toBe(0);
});

test('an error of the loss within a line search leaves the parameters where it began', () => {
  const w = tensor([3], { requiresGrad: true });
  const optimizer = new LBFGS([w], { lineSearchFn: 'strongWolfe' });
  let calls = 0;
  const lossOf = (): Tensor => {
    if (++calls === 2) throw new Error('no loss');
    return square(w);
  };
  expect(() => step(optimizer, lossOf)).toThrow('no loss');
  expect(w.item()).toBe(3);
});

test('no more is remembered than historySize says', () => {
  const w = tensor([-1.2, 1], { requiresGrad: true });
  const optimizer = new LBFGS([w], { historySize: 3, lr: 0.001 });
  const valley = (): Tensor => {
    const [x, y] = [w.select(0, 0), w.select(0, 1)];
    return y.sub(x.mul(x)).pow(2).mul(100).add(x.sub(1).pow(2));
  };
  for (let i = 0; i < 3; i++) step(optimizer, valley);
  const names = Object.keys(optimizer.state.get(w)!).filter((key) => /^[ys]\d/.test(key));
  expect(names).toEqual(['y0', 's0', 'y1', 's1', 'y2', 's2']);
});

describe('a state dict', () => {
  const trained = (): LBFGS => {
    const w = tensor([3], { requiresGrad: true });
    const optimizer = new LBFGS([w], { maxIter: 4, lr: 0.1 });
    step(optimizer, () => square(w));
    return optimizer;
  };

  test('is taken whole', () => {
    const optimizer = new LBFGS([ones([1], { requiresGrad: true })]);
    optimizer.loadStateDict(trained().stateDict());
    expect(optimizer.stateDict().state).toEqual(trained().stateDict().state);
  });

  test.each([
    ['lacks a tensor', ({ grads: _, ...rest }: Record<string, unknown>) => rest],
    ['lacks half of a change', ({ s0: _, ...rest }: Record<string, unknown>) => rest],
    ['has what others remember', (known: Record<string, unknown>) => ({ ...known, momentumBuffer: ones(1) })],
    ['has a text for a number', (known: Record<string, unknown>) => ({ ...known, stepSize: 'x' })],
  ])('that %s is refused', (_, change) => {
    const optimizer = trained();
    const before = optimizer.stateDict();
    const state = { ...before, state: { 0: change(before.state[0]!) } };
    expect(() => optimizer.loadStateDict(state as never)).toThrow('is not of LBFGS');
    expect(optimizer.stateDict()).toEqual(before);
  });

  test('of another optimizer is refused, and its own by others', () => {
    const sgd = new SGD([ones([1], { requiresGrad: true })], { lr: 1 });
    expect(() => trained().loadStateDict(sgd.stateDict())).toThrow(
      "LBFGS: group 0 of the state dict: unknown option 'momentum'",
    );
    expect(() => sgd.loadStateDict(trained().stateDict())).toThrow('SGD: group 0 of the state dict: unknown option');
  });
});
