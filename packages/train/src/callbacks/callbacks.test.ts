import { cpu } from '@kindling/backend-cpu';
import { Linear } from '@kindling/nn';
import { setBackend, tensor } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { fit } from '../fit.js';
import { type Callback, EarlyStopping, withPlateauSchedule, withSchedule } from './index.js';

setBackend(await cpu());

/** Trains with validation scores that are given; a NaN is one that cannot be measured. */
function train(scores: number[], callbacks: Callback[], epochs = scores.length) {
  let at = 0;
  const x = tensor([[1], [2]]);
  return fit(new Linear(1, 1), {
    loss: (p) => p.sum(),
    optimizer: { zeroGrad() {}, step() {} },
    trainData: { x, y: x, batchSize: 1 },
    validation: { x, y: x },
    metrics: { score: () => scores[at++]! },
    epochs,
    callbacks,
  });
}

it.each<[string, number[], object, number]>([
  ['waits as long as it is told', [5, 4, 6, 6, 3, 0], { patience: 2 }, 4],
  ['begins to wait anew with each improvement', [5, 6, 4, 6, 3, 6, 6], { patience: 2 }, 7],
  ['counts only what is better by minDelta', [5, 4.9, 4.8, 4.7], { patience: 2, minDelta: 1 }, 3],
  ['takes small steps that add up for improvement', [5, 4.6, 4.2, 3.9, 3.9], { patience: 3, minDelta: 1 }, 5],
  ['can watch for the largest', [1, 2, 1, 2, 1], { mode: 'max', patience: 2 }, 4],
  ['takes NaN for no improvement', [Number.NaN, Number.NaN, 1, Number.NaN, Number.NaN, 0], { patience: 2 }, 2],
  ['goes on to the end otherwise', [5, 4, 3], { patience: 1 }, 3],
])('EarlyStopping %s', async (_, scores, options, epochs) => {
  const history = await train(scores, [new EarlyStopping({ monitor: 'score', ...options })]);
  expect(history.epochs).toBe(epochs);
  expect(history.ending).toBe(epochs === scores.length ? 'completed' : 'stopped');
});

it('EarlyStopping forgets the training before', async () => {
  const stopping = new EarlyStopping({ monitor: 'score', patience: 1 });
  expect((await train([1, 2, 3], [stopping])).epochs).toBe(2);
  expect((await train([9, 8, 9], [stopping])).epochs).toBe(3);
});

it('EarlyStopping refuses what it cannot do', async () => {
  expect(() => new EarlyStopping({ patience: 0 })).toThrow('patience must be a whole number from 1, got 0');
  expect(() => new EarlyStopping({ minDelta: -1 })).toThrow('minDelta must be 0 or more, got -1');
  await expect(train([1], [new EarlyStopping({ monitor: 'acc' })])).rejects.toThrow(
    'EarlyStopping: no "acc" to watch; there are: loss, valLoss, score',
  );
  const x = tensor([[1]]);
  const blind = fit(new Linear(1, 1), {
    loss: (p) => p.sum(),
    optimizer: { zeroGrad() {}, step() {} },
    trainData: { x, y: x },
    epochs: 2,
    callbacks: [new EarlyStopping()],
  });
  await expect(blind).rejects.toThrow('EarlyStopping: no validation, so there is no valLoss to watch');
});

it('schedules step after epochs or batches, or see what was measured', async () => {
  const calls: unknown[] = [];
  const schedule = { step: (...args: unknown[]) => calls.push(args) };
  await train([7, 8, 9], [withSchedule(schedule)]);
  expect(calls.splice(0)).toEqual([[], [], []]);
  await train([7, 8, 9], [withSchedule(schedule, { every: 'batch' })]);
  expect(calls.splice(0)).toEqual(Array(6).fill([]));
  await train([7, 8, 9], [withPlateauSchedule(schedule, 'score')]);
  expect(calls).toEqual([[7], [8], [9]]);
});
