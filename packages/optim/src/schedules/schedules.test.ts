import { cpu } from '@kindling/backend-cpu';
import { ones, setBackend } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import { Adagrad, SGD } from '../index.js';
import {
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  OneCycleLR,
  ReduceLROnPlateau,
  SequentialLR,
  StepLR,
} from '../lr-scheduler.js';

setBackend(await cpu());

const fresh = (): SGD => new SGD([{ params: [ones(1)] }, { params: [ones(2)], lr: 0.5 }], { lr: 1 });

describe('schedules check their options, and change nothing when they fail', () => {
  const own = fresh();
  test.each([
    [() => new StepLR(own, { stepSize: 0 }), 'StepLR: stepSize must be a whole number from 1, not 0'],
    [() => new ConstantLR(own, { factor: 0 }), 'ConstantLR: factor must be above 0 and at most 1, not 0'],
    [() => new LinearLR(own, { startFactor: 2 }), 'LinearLR: startFactor must be above 0 and at most 1, not 2'],
    [() => new LinearLR(own, { endFactor: -1 }), 'LinearLR: endFactor must be above 0 and at most 1, not -1'],
    [() => new CosineAnnealingLR(own, { tMax: 0 }), 'CosineAnnealingLR: tMax must be above 0, not 0'],
    [() => new CosineAnnealingWarmRestarts(own, { t0: 1.5 }), 't0 must be a whole number from 1, not 1.5'],
    [() => new CosineAnnealingWarmRestarts(own, { t0: 1, tMult: 0 }), 'tMult must be a whole number from 1, not 0'],
    [() => new LambdaLR(own, { lrLambda: [() => 1] }), 'LambdaLR: 1 values for 2 parameter groups'],
    [() => new OneCycleLR(own, { maxLr: 1 }), 'OneCycleLR: give totalSteps, or epochs and stepsPerEpoch'],
    [() => new OneCycleLR(own, { maxLr: 1, totalSteps: 0 }), 'totalSteps must be a whole number from 1, not 0'],
    [() => new OneCycleLR(own, { maxLr: 1, totalSteps: 9, pctStart: 2 }), 'pctStart must lie between 0 and 1, not 2'],
    [() => new OneCycleLR(own, { maxLr: [1], totalSteps: 9 }), 'OneCycleLR: maxLr: 1 values for 2 parameter groups'],
    [() => new ReduceLROnPlateau(own, { factor: 1 }), 'ReduceLROnPlateau: the factor must be below 1, not 1'],
    [() => new ReduceLROnPlateau(own, { mode: 'up' as 'min' }), "the mode must be 'min' or 'max', not a string 'up'"],
    [() => new SequentialLR(own, { schedulers: [], milestones: [] }), 'the list of schedules is empty'],
  ])('%#', (make, message) => {
    expect(make).toThrow(message);
    expect(own.paramGroups.map((group) => [group.lr, group.initialLr])).toEqual([
      [1, undefined],
      [0.5, undefined],
    ]);
  });

  test('OneCycleLR needs momentum to cycle, and ends', () => {
    const adagrad = new Adagrad([ones(1)]);
    expect(() => new OneCycleLR(adagrad, { maxLr: 1, totalSteps: 5 })).toThrow('has no momentum to cycle');
    const schedule = new OneCycleLR(adagrad, { maxLr: 1, totalSteps: 5, cycleMomentum: false });
    for (let i = 0; i < 5; i++) schedule.step();
    expect(() => schedule.step()).toThrow('lies behind the end, 5 steps');
  });

  test('SequentialLR takes schedules of its optimizer, and ascending milestones', () => {
    const first = fresh();
    const schedulers = [0, 1, 2].map(() => new ExponentialLR(first, { gamma: 0.5 }));
    expect(() => new SequentialLR(fresh(), { schedulers, milestones: [1, 2] })).toThrow('schedule 0 is of another');
    expect(() => new SequentialLR(first, { schedulers, milestones: [2, 1] })).toThrow('must ascend: 2, 1');
    expect(() => new SequentialLR(first, { schedulers, milestones: [2] })).toThrow('3 schedules need 2 milestones');
    const schedule = new SequentialLR(first, { schedulers, milestones: [1, 2] });
    const state = { ...schedule.stateDict(), schedulers: [] };
    expect(() => schedule.loadStateDict(state)).toThrow('schedulers must be an array of 3 state dicts');
  });

  test('a step below 0 is an error', () => {
    const schedule = new CosineAnnealingWarmRestarts(fresh(), { t0: 2 });
    expect(() => schedule.step(-1)).toThrow('a step must be 0 or more, not -1');
  });
});

test('SequentialLR goes on from a state dict', () => {
  const make = (own: SGD): SequentialLR => {
    const schedulers = [new LinearLR(own, { totalIters: 3 }), new CosineAnnealingLR(own, { tMax: 6 })];
    return new SequentialLR(own, { schedulers, milestones: [4] });
  };
  const straight = fresh();
  const whole = make(straight);
  const first = fresh();
  const half = make(first);
  for (let i = 0; i < 6; i++) for (const schedule of [whole, half]) schedule.step();
  const second = fresh();
  const rest = make(second);
  rest.loadStateDict(JSON.parse(JSON.stringify(half.stateDict())));
  second.loadStateDict(first.stateDict());
  for (let i = 0; i < 6; i++) for (const schedule of [whole, rest]) schedule.step();
  expect(rest.getLastLr()).toEqual(whole.getLastLr());
  expect(second.paramGroups.map(({ lr }) => lr)).toEqual(whole.getLastLr());
});
