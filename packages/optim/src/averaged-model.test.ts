import { cpu } from '@kindling/backend-cpu';
import { BatchNorm1d, Linear, Sequential } from '@kindling/nn';
import { noGrad, ones, setBackend, tensor } from '@kindling/tensor-core';
import { expect, test } from 'vitest';
import { AveragedModel, ExponentialMovingAverage } from './swa-utils.js';

setBackend(await cpu());

function model(value: number): Linear {
  const made = new Linear(1, 1);
  noGrad(() => {
    for (const parameter of made.parameters()) parameter.fill_(value);
  });
  return made;
}

function averageOf(own: Linear, ...values: number[]): AveragedModel {
  const averaged = new AveragedModel(own);
  for (const value of values) {
    noGrad(() => own.weight.fill_(value));
    averaged.update();
  }
  return averaged;
}

test('the weights come back after an error, and after a promise has ended', async () => {
  const own = model(0);
  const averaged = averageOf(own, 1, 3);
  const fail = (): never => {
    throw new Error(`at ${own.weight.item()}`);
  };
  expect(() => averaged.use(fail)).toThrow('at 2');
  expect(own.weight.item()).toBe(3);
  const later = averaged.use(async () => {
    await Promise.resolve();
    return own.weight.item();
  });
  expect(await later).toBe(2);
  expect(own.weight.item()).toBe(3);
});

test('the averages go into another model of the kind, and into no other', () => {
  const averaged = averageOf(model(0), 1, 3);
  const other = model(7);
  averaged.copyTo(other);
  expect(other.weight.item()).toBe(2);
  expect(() => averaged.copyTo(new Linear(2, 1))).toThrow("'weight' is [1, 1], the model has [1, 2]");
  expect(() => averaged.copyTo(new Sequential())).toThrow("'weight' is [1, 1], the model has no such weights");
});

test('with useBuffers running means are averaged, without they stay the model’s', () => {
  const norm = new BatchNorm1d(1);
  const [all, parameters] = [
    new ExponentialMovingAverage(norm, { decay: 0.5, useBuffers: true }),
    new AveragedModel(norm),
  ];
  for (const value of [0, 4]) {
    noGrad(() => norm.runningMean!.fill_(value));
    all.update();
    parameters.update();
  }
  expect(all.use(() => norm.runningMean!.item())).toBe(2);
  expect(parameters.use(() => norm.runningMean!.item())).toBe(4);
});

test('a state dict goes on; what does not fit changes nothing', () => {
  const own = model(0);
  const averaged = averageOf(own, 1, 3);
  const next = new AveragedModel(own);
  next.loadStateDict(averaged.stateDict());
  noGrad(() => own.weight.fill_(8));
  next.update();
  expect([next.count, next.use(() => own.weight.item())]).toEqual([3, 4]);
  const { averages } = averaged.stateDict();
  const load = (state: object): void => next.loadStateDict(state as never);
  expect(() => load({ averages, count: -1 })).toThrow('the count must be a whole number from 0, not -1');
  expect(() => load({ averages: { ...averages, x: ones(1) }, count: 1 })).toThrow(
    "the model has no weights a string 'x'",
  );
  expect(() => load({ averages: { ...averages, bias: ones(2) }, count: 1 })).toThrow("'bias' is float32 [2]");
  expect(() => load({ averages: { ...averages, bias: tensor([1], { dtype: 'int32' }) }, count: 1 })).toThrow('int32');
  expect(next.use(() => own.weight.item())).toBe(4);
});
