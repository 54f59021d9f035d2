import { cpu } from '@kindling/backend-cpu';
import { Linear } from '@kindling/nn';
import { ones, setBackend, type Tensor } from '@kindling/tensor-core';
import { describe, expect, test } from 'vitest';
import * as optim from './index.js';
import * as lbfgs from './lbfgs.js';
import * as schedules from './lr-scheduler.js';
import * as averages from './swa-utils.js';

setBackend(await cpu());

// As a caller without types writes.
// biome-ignore lint/suspicious/noExplicitAny: the point of these tests.
type Any = any;
const { Adadelta, Adagrad, Adam, AdamW, Adamax, NAdam, RAdam, RMSprop, SGD } = optim as Any;
const { LBFGS } = lbfgs as Any;
const { AveragedModel, ExponentialMovingAverage } = averages as Any;
const {
  ConstantLR,
  CosineAnnealingLR,
  CosineAnnealingWarmRestarts,
  ExponentialLR,
  LambdaLR,
  LinearLR,
  MultiStepLR,
  MultiplicativeLR,
  OneCycleLR,
  PolynomialLR,
  ReduceLROnPlateau,
  SequentialLR,
  StepLR,
} = schedules as Any;

const model = new Linear(2, 1);
const w = (): Tensor[] => [ones([1], { requiresGrad: true })];
/** The second update is the first one that calls the function. */
const twice = (): void => {
  const averaged = new AveragedModel(model, { averageFn: () => 1 });
  averaged.update();
  averaged.update();
};
const sgd = (): Any => new SGD(w(), { lr: 1 });

type Case = readonly [call: () => unknown, message: string];

const kinds = (Class: Any): Case[] => [
  [
    () => new Class(model),
    `${Class.name}: expected a list of parameters, got the module itself: pass model.parameters()`,
  ],
  [() => new Class(model.parameters), 'a function parameters: call it, as in model.parameters()'],
  [() => new Class(), 'expected a list of parameters, got undefined'],
  [() => new Class(null), 'got null'],
  [() => new Class([null], { lr: 1 }), 'parameter 0 is not a tensor but null'],
  [() => new Class(w(), 0.1), 'the options must be an object, not 0.1'],
  [() => new Class(w(), { learningRate: 0.1 }), "unknown option 'learningRate'"],
  [() => new Class(w(), { weight_decay: 0.1 }), "unknown option 'weight_decay'; did you mean 'weightDecay'?"],
  [() => new Class(w(), { lr: '0.1' }), "a string '0.1'"],
  [() => new Class([{ params: w(), LR: 1 }], { lr: 1 }), "unknown option 'LR'; did you mean 'lr'?"],
];

/** What a caller may get wrong at each name that the package exports. */
const cases: Record<string, Case[]> = {
  SGD: [
    ...kinds(SGD),
    [() => new SGD(w()), 'SGD: invalid learning rate (lr): undefined'],
    [() => new SGD(w(), { lr: 1, nesterov: 'yes' }), "SGD: nesterov must be true or false, not a string 'yes'"],
    [() => new SGD(w(), { lr: 1, dampening: 'x' }), "SGD: dampening must be a number, not a string 'x'"],
    [() => sgd().step(3), 'SGD.step: the closure must be a function that returns the loss, not 3'],
    [() => sgd().addParamGroup(), 'SGD: a group must be an object with params, not undefined'],
    [() => sgd().loadStateDict(), 'SGD.loadStateDict: the state dict must be an object of paramGroups and state'],
    [
      () => sgd().zeroGrad({ set_to_none: true }),
      "SGD.zeroGrad: unknown option 'set_to_none'; did you mean 'setToNone'?",
    ],
  ],
  Adam: [
    ...kinds(Adam),
    [() => new Adam(w(), { betas: 0.9 }), 'Adam: betas must be an array of 2 numbers, not 0.9'],
    [() => new Adam(w(), { betas: 'ab' }), "Adam: betas must be an array of 2 numbers, not a string 'ab'"],
    [() => new Adam(w(), { betas: [0.9] }), 'Adam: betas must be an array of 2 numbers, not an array of 1'],
    [() => new Adam(w(), { amsgrad: 1 }), 'Adam: amsgrad must be true or false, not 1'],
  ],
  AdamW: kinds(AdamW),
  Adamax: kinds(Adamax),
  Adagrad: kinds(Adagrad),
  Adadelta: kinds(Adadelta),
  NAdam: kinds(NAdam),
  RAdam: kinds(RAdam),
  RMSprop: [...kinds(RMSprop), [() => new RMSprop(w(), { centered: 'no' }), 'RMSprop: centered must be true or false']],
  LBFGS: [
    // It has no decay.
    ...kinds(LBFGS).filter(([, message]) => !message.includes('weight_decay')),
    [() => new LBFGS(w(), { line_search_fn: 'x' }), "unknown option 'line_search_fn'; did you mean 'lineSearchFn'?"],
    [
      () => new LBFGS(w(), { lineSearchFn: 'strong_wolfe' }),
      "LBFGS: lineSearchFn must be 'strongWolfe' or null, not a string 'strong_wolfe'",
    ],
    [() => new LBFGS(w(), { maxIter: 0 }), 'LBFGS: maxIter must be a whole number from 1, not 0'],
    [() => new LBFGS(w(), { maxEval: 'x' }), "LBFGS: maxEval must be a whole number from 1, not a string 'x'"],
    [() => new LBFGS(w(), { historySize: 1.5 }), 'LBFGS: historySize must be a whole number from 1, not 1.5'],
    [() => new LBFGS(w(), { lr: -1 }), 'LBFGS: invalid learning rate (lr): -1'],
    [() => new LBFGS([{ params: w() }, { params: w() }]), 'LBFGS: all parameters must be in one group'],
    [() => new LBFGS(w()).step(), 'LBFGS.step: the closure must be a function that computes the loss anew'],
    [() => new LBFGS(w()).step(() => 3), 'LBFGS.step: the closure must return the loss, one number, not 3'],
    [() => new LBFGS(w()).loadStateDict(), 'LBFGS.loadStateDict: the state dict must be an object'],
    [
      () => new LBFGS(w()).loadStateDict(sgd().stateDict()),
      "LBFGS: group 0 of the state dict: unknown option 'momentum'",
    ],
  ],
  AveragedModel: [
    [() => new AveragedModel(), 'AveragedModel: the model must be a module, not undefined'],
    [() => new AveragedModel(model.parameters()), 'AveragedModel: the model must be a module, not an array'],
    [() => new AveragedModel(model, { use_buffers: true }), "unknown option 'use_buffers'; did you mean 'useBuffers'?"],
    [() => new AveragedModel(model, { averageFn: 0.9 }), 'AveragedModel: averageFn must be a function, not 0.9'],
    [() => new AveragedModel(model, { useBuffers: 1 }), 'AveragedModel: useBuffers must be true or false, not 1'],
    [() => new AveragedModel(model).use(() => 1), 'AveragedModel: nothing is averaged yet: call update()'],
    [() => new AveragedModel(model).use(1), 'AveragedModel.use: what is run must be a function, not 1'],
    [twice, 'averageFn: weight must stay [1, 2]'],
    [() => new AveragedModel(model).copyTo(), 'AveragedModel.copyTo: the model must be a module, not undefined'],
    [() => new AveragedModel(model).loadStateDict(), 'AveragedModel.loadStateDict: the state dict must be an object'],
    [
      () => new AveragedModel(model).loadStateDict({ averages: {}, count: 1 }),
      "the average of 'weight' must be a tensor, not undefined",
    ],
  ],
  ExponentialMovingAverage: [
    [
      () => new ExponentialMovingAverage(model, 0.9),
      'ExponentialMovingAverage: the options must be an object, not 0.9',
    ],
    [
      () => new ExponentialMovingAverage(model, { decay: 2 }),
      'ExponentialMovingAverage: decay must be a number between 0 and 1, not 2',
    ],
    [() => new ExponentialMovingAverage(), 'ExponentialMovingAverage: the model must be a module, not undefined'],
  ],
  Optimizer: [],
};

const lrs = (Class: Any, good: object): Case[] => [
  [() => new Class(), `${Class.name}: what it sets the rate of must be an optimizer, not undefined`],
  [() => new Class(model, good), 'must be an optimizer, not '],
  [() => new Class(sgd(), { ...good, lastEpoc: 3 }), `${Class.name}: unknown option 'lastEpoc'`],
  [() => new Class(sgd(), 5), 'the options must be an object, not 5'],
  [() => new Class(sgd(), good).loadStateDict([]), `${Class.name}.loadStateDict: the state dict must be an object`],
];

const scheduleCases: Record<string, Case[]> = {
  StepLR: [
    ...lrs(StepLR, { stepSize: 1 }),
    [() => new StepLR(sgd()), 'StepLR: stepSize must be a whole number from 1, not undefined'],
    [() => new StepLR(sgd(), { step_size: 3 }), "StepLR: unknown option 'step_size'; did you mean 'stepSize'?"],
    [() => new StepLR(sgd(), { stepSize: 3, gamma: '1' }), "StepLR: gamma must be a number, not a string '1'"],
    [() => new StepLR(sgd(), { stepSize: 3 }).step('x'), 'StepLR.step: the epoch must be a whole number from 0'],
  ],
  MultiStepLR: [
    ...lrs(MultiStepLR, { milestones: [1] }),
    [() => new MultiStepLR(sgd(), {}), 'MultiStepLR: milestones must be an array of whole numbers, not undefined'],
    [() => new MultiStepLR(sgd(), { milestones: ['a'] }), 'MultiStepLR: each milestone must be a whole number from 0'],
  ],
  LinearLR: [
    ...lrs(LinearLR, {}),
    [() => new LinearLR(sgd(), { totalIters: 'x' }), 'LinearLR: totalIters must be a number'],
    [() => new LinearLR(sgd(), { totalIters: 0 }), 'LinearLR: totalIters must be a whole number from 1, not 0'],
  ],
  ExponentialLR: [
    ...lrs(ExponentialLR, { gamma: 1 }),
    [() => new ExponentialLR(sgd()), 'ExponentialLR: gamma must be a number, not undefined'],
    [() => new ExponentialLR(sgd(), { gamma: 'x' }), "ExponentialLR: gamma must be a number, not a string 'x'"],
  ],
  ConstantLR: [
    ...lrs(ConstantLR, {}),
    [() => new ConstantLR(sgd(), { factor: 2 }), 'ConstantLR: factor must be above 0'],
  ],
  PolynomialLR: [
    ...lrs(PolynomialLR, {}),
    [() => new PolynomialLR(sgd(), { power: [] }), 'PolynomialLR: power must be a'],
  ],
  CosineAnnealingLR: [
    ...lrs(CosineAnnealingLR, { tMax: 1 }),
    [
      () => new CosineAnnealingLR(sgd(), { T_max: 3 }),
      "CosineAnnealingLR: unknown option 'T_max'; did you mean 'tMax'?",
    ],
    [() => new CosineAnnealingLR(sgd(), {}), 'CosineAnnealingLR: tMax must be a number, not undefined'],
  ],
  CosineAnnealingWarmRestarts: [
    ...lrs(CosineAnnealingWarmRestarts, { t0: 1 }),
    [() => new CosineAnnealingWarmRestarts(sgd(), { T_0: 1 }), "unknown option 'T_0'; did you mean 't0'?"],
  ],
  LambdaLR: [
    ...lrs(LambdaLR, { lrLambda: () => 1 }),
    [() => new LambdaLR(sgd()), 'LambdaLR: lrLambda must be a function, not undefined'],
    [() => new LambdaLR(sgd(), { lrLambda: 0.5 }), 'LambdaLR: lrLambda must be a function, not 0.5'],
  ],
  MultiplicativeLR: lrs(MultiplicativeLR, { lrLambda: () => 1 }),
  OneCycleLR: [
    ...lrs(OneCycleLR, { maxLr: 1, totalSteps: 9, cycleMomentum: false }),
    [() => new OneCycleLR(sgd()), 'OneCycleLR: give totalSteps, or epochs and stepsPerEpoch'],
    [() => new OneCycleLR(sgd(), { max_lr: 1 }), "OneCycleLR: unknown option 'max_lr'; did you mean 'maxLr'?"],
    [
      () => new OneCycleLR(sgd(), { maxLr: 'x', totalSteps: 9 }),
      "OneCycleLR: maxLr must be a number, not a string 'x'",
    ],
    [
      () => new OneCycleLR(sgd(), { maxLr: 1, totalSteps: 9, annealStrategy: 'lin' }),
      "OneCycleLR: annealStrategy must be 'cos' or 'linear', not a string 'lin'",
    ],
  ],
  ReduceLROnPlateau: [
    ...lrs(ReduceLROnPlateau, {}),
    [() => new ReduceLROnPlateau(sgd(), { patience: '3' }), 'ReduceLROnPlateau: patience must be a number'],
    [() => new ReduceLROnPlateau(sgd()).step(), 'ReduceLROnPlateau.step: the metric must be a number, not undefined'],
  ],
  SequentialLR: [
    ...lrs(SequentialLR, { schedulers: [], milestones: [] }).slice(0, 4),
    [() => new SequentialLR(sgd()), 'SequentialLR: schedulers must be an array of schedules, not undefined'],
    [() => new SequentialLR(sgd(), { schedulers: [] }), 'SequentialLR: milestones must be an array of whole numbers'],
    [
      () => new SequentialLR(sgd(), { schedulers: [null], milestones: [] }),
      'SequentialLR: schedule 0 is of another optimizer',
    ],
  ],
  LRScheduler: [],
};

describe.each([
  ['@kindling/optim', { ...optim, ...lbfgs, ...averages }, cases],
  ['@kindling/optim/lr-scheduler', schedules, scheduleCases],
] as const)('%s', (_, names, table: Record<string, Case[]>) => {
  test('every public name is here', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(names).sort());
  });

  test.each(Object.entries(table))('%s says what is wrong', (_, list) => {
    for (const [call, message] of list) expect(call).toThrow(message);
  });
});
