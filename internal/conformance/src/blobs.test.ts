import { cpu } from '@kindling/backend-cpu';
import { BCELoss, Linear, Sequential, Sigmoid } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import {
  getRngState,
  hstack,
  manualSeed,
  ones,
  randn,
  setBackend,
  setRngState,
  vstack,
  zeros,
} from '@kindling/tensor-core';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { describe, expect, test } from 'vitest';
import runs from '../values/nn/blobs.json';
import { expectSame, tally } from './numbers/ledger.js';

setBackend(await cpu());

/** The largest difference relative to what is expected. */
function relative(actual: ArrayLike<number>, expected: readonly number[]): number {
  return expected.reduce((worst, value, i) => Math.max(worst, Math.abs(actual[i]! - value) / Math.abs(value)), 0);
}

/** The section of the page about the numbers. */
const part = 'Workflows';

function expectClose(what: string, actual: ArrayLike<number>, expected: readonly number[], tolerance: number): void {
  const worst = relative(actual, expected);
  expect(worst).toBeLessThan(tolerance);
  tally(part, what, { tolerance, values: expected.length, worst });
}

function train(seed: number, n: number) {
  manualSeed(seed, { engine: TorchGenerator });
  const a = randn(n / 2, 1);
  const b = randn(n / 2, 1).add(5);
  const x = vstack([hstack([a, b]), hstack([b, a])]);
  const y = vstack([ones(n / 2, 1), zeros(n / 2, 1)]);
  const hidden = new Linear(2, 100);
  const model = new Sequential(hidden, new Sigmoid(), new Linear(100, 1), new Sigmoid());
  const weight = [...hidden.weight.dataSync()];
  const state = getRngState();
  model(randn(5, 2));
  const sample = model(randn(5, 2)).dataSync();
  setRngState(state);
  const optimizer = new SGD(model.parameters(), { lr: 0.1 });
  const criterion = new BCELoss();
  const loss: number[] = [];
  const gradient: number[] = [];
  const update: number[] = [];
  for (let epoch = 0; epoch < 100; epoch++) {
    optimizer.zeroGrad();
    const value = criterion(model(x), y);
    value.backward();
    const before = hidden.weight.detach().clone();
    optimizer.step();
    loss.push(value.item());
    gradient.push(hidden.weight.grad!.abs().sum().item());
    update.push(hidden.weight.detach().sub(before).abs().sum().item());
  }
  const p = model(x).detach();
  const class1 = p
    .slice(0, 0, n / 2)
    .mean()
    .item();
  const class0 = p
    .slice(0, n / 2)
    .mean()
    .item();
  return { weight, sample, loss, gradient, update, meanPrediction: { class1, class0 } };
}

describe.each(runs)('blobs with seed $seed and $n points', (expected) => {
  const actual = train(expected.seed, expected.n);

  test('the fresh weights are PyTorch’s, bit for bit', () => {
    expectSame(part, 'weights of a fresh network', actual.weight, expected.weight.map(Math.fround));
  });

  test('the fresh network predicts the same', () => {
    expectClose('predictions of a fresh network', actual.sample, expected.sample, 1e-6);
  });

  test.each(['loss', 'gradient', 'update'] as const)('%s: all 100 within 1e-5', (name) => {
    expect(actual[name]).toHaveLength(100);
    expectClose('two blobs: loss, gradient, update of 100 steps', actual[name], expected[name], 1e-5);
  });

  test('the mean predictions are the same', () => {
    const { class1, class0 } = actual.meanPrediction;
    const wanted = [expected.meanPrediction.class1, expected.meanPrediction.class0];
    expectClose('two blobs: mean predictions', [class1, class0], wanted, 1e-5);
  });
});

test('with seed 42 the digits are those of the tutorial', () => {
  const { loss, sample, meanPrediction } = train(42, 20);
  const digits = (x: number): string => x.toFixed(4);
  expect([loss[0]!, loss[1]!, loss[98]!, loss[99]!].map(digits)).toEqual(['0.6443', '0.5402', '0.0210', '0.0208']);
  expect([...sample].map(digits)).toEqual(['0.4171', '0.4157', '0.4185', '0.4114', '0.4372']);
  expect([meanPrediction.class1, meanPrediction.class0].map(digits)).toEqual(['0.9774', '0.0179']);
});
