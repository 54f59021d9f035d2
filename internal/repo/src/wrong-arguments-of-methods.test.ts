import { readdirSync, readFileSync } from 'node:fs';
import { cpu } from '@kindling/backend-cpu';
import * as data from '@kindling/data';
import * as images from '@kindling/data/images';
import * as metrics from '@kindling/metrics';
import * as nn from '@kindling/nn';
import * as optim from '@kindling/optim';
import { LBFGS } from '@kindling/optim/lbfgs';
import * as schedules from '@kindling/optim/lr-scheduler';
import * as averages from '@kindling/optim/swa-utils';
import * as core from '@kindling/tensor-core';
import { NumpyGenerator, RandomState } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import * as train from '@kindling/train';
import { beforeAll, describe, expect, it } from 'vitest';

// biome-ignore lint/suspicious/noExplicitAny: an object as a caller without types sees it.
type Any = any;

beforeAll(async () => core.setBackend(await cpu()));

const matrix = [
  [1, 2],
  [3, 5],
  [5, 1],
  [2, 2],
];
const labels = [0, 1, 1, 0];
const layer = (): nn.Linear => new nn.Linear(2, 1);
const sgd = (): optim.SGD => new optim.SGD(layer().parameters(), { lr: 0.1 });
const pairs = (): Any => new data.TensorDataset(core.ones(4, 2), core.zeros(4, 1));
const table = (): data.Table => data.parseTable('a,b,y\n1,2,x\n3,4,z\n5,6,x\n');

/** An object of each class whose constructor needs something, or that is of use only after a `fit`. */
const needed: Record<string, () => unknown> = {
  // data
  ColumnTransformer: () => new data.ColumnTransformer([['a', new data.StandardScaler(), ['a']]]),
  ConcatDataset: () => new data.ConcatDataset([pairs(), pairs()]),
  DataLoader: () => new data.DataLoader(pairs()),
  IterableDataset: () => new data.IterableDataset(() => [core.ones(2)]),
  Pipeline: () => new data.Pipeline([['scale', new data.StandardScaler()]]),
  PredefinedSplit: () => new data.PredefinedSplit({ testFold: [0, 1, 0, 1] }),
  RandomSampler: () => new data.RandomSampler(pairs()),
  SequentialSampler: () => new data.SequentialSampler(pairs()),
  SelectKBest: () => new data.SelectKBest({ k: 1 }),
  Subset: () => new data.Subset(pairs(), [0, 1]),
  Table: table,
  TensorDataset: pairs,
  WeightedRandomSampler: () => new data.WeightedRandomSampler([1, 2], 3),
  RandomApply: () => new images.RandomApply([new images.ToTensor()]),
  // metrics
  ConfusionMatrix: () => metrics.confusionMatrix(labels, labels),
  ClassificationReport: () => metrics.classificationReport(labels, labels),
  // nn
  Module: layer,
  Sequential: () => new nn.Sequential(layer(), new nn.ReLU()),
  ModuleList: () => new nn.ModuleList([layer()]),
  ModuleDict: () => new nn.ModuleDict({ a: layer() }),
  ParameterList: () => new nn.ParameterList([core.ones(2)]),
  AdaptiveAvgPool2d: () => new nn.AdaptiveAvgPool2d(1),
  AdaptiveMaxPool2d: () => new nn.AdaptiveMaxPool2d(1),
  AvgPool1d: () => new nn.AvgPool1d(1),
  AvgPool2d: () => new nn.AvgPool2d(1),
  BatchNorm1d: () => new nn.BatchNorm1d(2),
  Bilinear: () => new nn.Bilinear(1, 1, 1),
  Conv1d: () => new nn.Conv1d(1, 1, 1),
  Conv2d: () => new nn.Conv2d(1, 1, 1),
  ConvTranspose2d: () => new nn.ConvTranspose2d(1, 1, 1),
  Fold: () => new nn.Fold(1, 1),
  GroupNorm: () => new nn.GroupNorm(1, 2),
  InstanceNorm2d: () => new nn.InstanceNorm2d(2),
  LayerNorm: () => new nn.LayerNorm(2),
  Linear: layer,
  LogSoftmax: () => new nn.LogSoftmax(0),
  MaxPool1d: () => new nn.MaxPool1d(1),
  MaxPool2d: () => new nn.MaxPool2d(1),
  Softmax: () => new nn.Softmax(0),
  Softmin: () => new nn.Softmin(0),
  Threshold: () => new nn.Threshold(0, 0),
  Unflatten: () => new nn.Unflatten(0, [1, 2]),
  Unfold: () => new nn.Unfold(1),
  Upsample: () => new nn.Upsample({ scaleFactor: 2 }),
  Embedding: () => new nn.Embedding(3, 2),
  // optim
  ...Object.fromEntries(
    ['Adadelta', 'Adagrad', 'Adam', 'AdamW', 'Adamax', 'NAdam', 'RAdam', 'RMSprop', 'SGD'].map((name) => [
      name,
      () => new (optim as Any)[name](layer().parameters(), { lr: 0.1 }),
    ]),
  ),
  LBFGS: () => new LBFGS(layer().parameters()),
  AveragedModel: () => new averages.AveragedModel(layer()),
  ExponentialMovingAverage: () => new averages.ExponentialMovingAverage(layer()),
  ConstantLR: () => new schedules.ConstantLR(sgd()),
  CosineAnnealingLR: () => new schedules.CosineAnnealingLR(sgd(), { tMax: 3 }),
  CosineAnnealingWarmRestarts: () => new schedules.CosineAnnealingWarmRestarts(sgd(), { t0: 3 }),
  ExponentialLR: () => new schedules.ExponentialLR(sgd(), { gamma: 0.9 }),
  LambdaLR: () => new schedules.LambdaLR(sgd(), { lrLambda: () => 1 }),
  SequentialLR: () => {
    const optimizer = sgd();
    return new schedules.SequentialLR(optimizer, {
      schedulers: [new schedules.ConstantLR(optimizer), new schedules.StepLR(optimizer, { stepSize: 1 })],
      milestones: [1],
    });
  },
  LinearLR: () => new schedules.LinearLR(sgd()),
  MultiStepLR: () => new schedules.MultiStepLR(sgd(), { milestones: [1] }),
  MultiplicativeLR: () => new schedules.MultiplicativeLR(sgd(), { lrLambda: () => 1 }),
  OneCycleLR: () => new schedules.OneCycleLR(sgd(), { maxLr: 1, totalSteps: 5 }),
  PolynomialLR: () => new schedules.PolynomialLR(sgd()),
  ReduceLROnPlateau: () => new schedules.ReduceLROnPlateau(sgd()),
  StepLR: () => new schedules.StepLR(sgd(), { stepSize: 1 }),
  // generators
  TorchGenerator: () => new TorchGenerator(1),
  NumpyGenerator: () => new NumpyGenerator(1),
  RandomState: () => new RandomState(1),
  SeedrandomGenerator: () => new core.SeedrandomGenerator(1),
  // train
  EarlyStopping: () => new train.EarlyStopping(),
};

/** What a transformer is fitted on before its other methods are called. */
const fitted: Record<string, readonly unknown[]> = {
  IsotonicCalibration: [[0.1, 0.4, 0.6, 0.9], labels],
  PlattCalibration: [[0.1, 0.4, 0.6, 0.9], labels],
  TemperatureCalibration: [[0.1, 0.4, 0.6, 0.9], labels],
  ColumnTransformer: [table()],
  LabelEncoder: [['x', 'z', 'x']],
  OneHotEncoder: [[['x'], ['z']]],
  OrdinalEncoder: [[['x'], ['z']]],
  TargetEncoder: [[['x'], ['z'], ['x'], ['z']], labels],
  SelectKBest: [matrix, labels],
};

/** What belongs nowhere, for each argument. */
const wrongs: readonly (readonly [name: string, value: unknown])[] = [
  ['{}', {}],
  ['null', null],
  ["'?'", '?'],
  ['NaN', Number.NaN],
  ['() => 1', () => 1],
  ['{ noSuchOption }', { noSuchOption: 1 }],
  ['true', true],
];

/** What the engine or the host says where nobody checked. */
const unchecked =
  /^(Cannot|undefined|null)|is not (iterable|a function|a constructor)|reading '|Invalid array length|"path" argument|call stack|\[object/;

const all: Record<string, unknown> = {
  ...data,
  ...images,
  ...metrics,
  ...nn,
  ...optim,
  ...schedules,
  ...averages,
  ...train,
};
const extra = { LBFGS, TorchGenerator, NumpyGenerator, RandomState, SeedrandomGenerator: core.SeedrandomGenerator };

const lists = new URL('../public/', import.meta.url);
/** `Class.method` of what users see; what is private, or for our own packages, is not in the committed lists. */
const listed = new Set(
  readdirSync(lists).flatMap((file) =>
    readFileSync(new URL(file, lists), 'utf8')
      .split('\n')
      .filter((line) => line.includes('.')),
  ),
);
const listedAnywhere = new Set([...listed].map((line) => line.slice(line.indexOf('.') + 1)));
/** Hooks of bases that are not exported, for their subclasses alone. */
const hooks = ['apply', 'add', 'options', 'state', 'load', 'groups', 'nameOf'];

/** Made by others: `fitClassifier`, `preprocess` and their like; bases, which are made by none. */
const madeByOthers = [
  // Tensors have a walk of their own.
  'Parameter',
  'Classifier',
  'VotingClassifier',
  'TunedThreshold',
  'ModelAverage',
  'Preprocessor',
  'ImageFolder',
  'Lambda',
  'LeaveOneOut',
  'LRScheduler',
];

const exported: Record<string, Any> = { ...all, ...extra };
const walked = new Set<unknown>();
/** The methods with parameters, each once, with a class that has it. */
const methods = Object.entries(exported).flatMap(([name, Class]) => {
  if (typeof Class !== 'function' || !/^[A-Z]/.test(name) || /Error$/.test(name) || madeByOthers.includes(name))
    return [];
  const found: [label: string, name: string, method: string][] = [];
  for (
    let at = Class.prototype;
    at && at !== Object.prototype && at !== Function.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    const owner = at.constructor.name;
    for (const method of Object.getOwnPropertyNames(at)) {
      const { value } = Object.getOwnPropertyDescriptor(at, method)!;
      if (typeof value !== 'function' || method === 'constructor' || walked.has(value)) continue;
      const seen =
        owner in exported ? listed.has(`${owner}.${method}`) : listedAnywhere.has(method) && !hooks.includes(method);
      // A parameter with a default is not counted in `length`.
      if (!seen || !/^[\w\s*]*\(\s*[^)\s]/.test(String(value))) continue;
      walked.add(value);
      found.push([`${owner in exported ? owner : name}.${method}`, name, method]);
    }
  }
  return found;
});

/** Right with one of these, and what for. */
const takes: Record<string, readonly string[]> = {
  // Whether there is one of a name, of any name.
  'Table.has': wrongs.map(([kind]) => kind),
  'ModuleDict.has': wrongs.map(([kind]) => kind),
  'ModuleDict.delete': wrongs.map(([kind]) => kind),
  // It takes anything, and returns it.
  'Identity.forward': wrongs.map(([kind]) => kind),
  // The name of a sample, where the dataset gives names.
  'Subset.nameOf': wrongs.map(([kind]) => kind),
  // Asked by the module itself: any answer is a yes or a no.
  'Module.ownBuffers': wrongs.map(([kind]) => kind),
  // The layer's own options, whose names its constructor checks.
  ...Object.fromEntries(
    ['Linear', 'Embedding', 'Bilinear', 'Conv1d', 'Conv2d', 'ConvTranspose2d'].map((name) => [
      `${name}.resetParameters`,
      wrongs.map(([kind]) => kind),
    ]),
  ),
  // Right values, or options that may all be left out.
  'Module.zeroGrad': ['{}', '() => 1'],
  'Optimizer.zeroGrad': ['{}'],
  'Module.train': ['true'],
  'Module.requiresGrad_': ['true'],
  'Module.apply': ['() => 1'],
  'Optimizer.step': ['() => 1'],
  'Table.filter': ['() => 1'],
  'IterableDataset.map': ['() => 1'],
  'SeedrandomGenerator.manualSeed': ["'?'"],
  // A measure that is no number is no better than the best.
  'ReduceLROnPlateau.step': ['NaN'],
};

/** For {@link truncNormal} and `fit` to call, which check what they pass on. */
const called = [
  'TorchGenerator.truncNormal',
  'Adam.update',
  'SGD.update',
  'EarlyStopping.onEpochEnd',
  'EarlyStopping.onTrainBegin',
  // The layer itself is called, which says what it got.
  'BatchNorm1d.forward',
  'InstanceNorm2d.forward',
];

function make(name: string, method: string): Any {
  const Class = exported[name];
  const made = needed[name] === undefined ? new Class() : needed[name]();
  const args = fitted[name] ?? (typeof made.transform === 'function' ? [matrix] : undefined);
  if (args !== undefined && !/^(fit|partialFit)/.test(method)) made.fit(...args);
  return made;
}

/** What a call says; nothing where it is taken in silence. */
async function said(name: string, method: string, args: unknown[]): Promise<string | undefined> {
  const made = make(name, method);
  try {
    await made[method](...args);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('wrong arguments of methods', () => {
  it.each(methods.filter(([label]) => !called.includes(label)))('%s', async (label, name, method) => {
    for (const [kind, value] of wrongs)
      for (const count of [1, 2]) {
        const message = await said(name, method, Array<unknown>(count).fill(value));
        if (message !== undefined) expect(message, `${kind}, ${count} times`).not.toMatch(unchecked);
        else if (!takes[label]?.includes(kind)) expect.fail(`${label} took ${kind}, ${count} times, in silence`);
      }
  });

  it('walks over most of the methods that are public', () => {
    expect(methods.length).toBeGreaterThan(150);
  });
});
