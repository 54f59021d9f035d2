import { cpu } from '@kindling/backend-cpu';
import { hstack, manualSeed, noGrad, ones, randn, setBackend, tensor, vstack, zeros } from '@kindling/tensor-core';
import { expect, test } from 'vitest';
import { BCELoss, Linear, Sequential, Sigmoid } from './index.js';

setBackend(await cpu());

test('the fresh network and its first steps give the numbers of the tutorial', () => {
  manualSeed(42, { engine: 'torch' });
  const a = randn(10, 1);
  const b = randn(10, 1).add(5);
  const x = vstack([hstack([a, b]), hstack([b, a])]);
  const y = vstack([ones(10, 1), zeros(10, 1)]);
  const model = new Sequential(new Linear(2, 100), new Sigmoid(), new Linear(100, 1), new Sigmoid());
  const criterion = new BCELoss();
  const losses: number[] = [];
  for (let epoch = 0; epoch < 100; epoch++) {
    model.zeroGrad();
    const loss = criterion(model(x), y);
    loss.backward();
    noGrad(() => {
      for (const p of model.parameters()) p.sub_(p.grad!.mul(0.1));
    });
    losses.push(loss.item());
  }
  expect([losses[0], losses[1], losses[98], losses[99]].map((loss) => loss!.toFixed(4))).toEqual([
    '0.6443',
    '0.5402',
    '0.0210',
    '0.0208',
  ]);
});
