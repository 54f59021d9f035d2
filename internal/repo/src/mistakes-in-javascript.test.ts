import { cpu } from '@kindling/backend-cpu';
import * as data from '@kindling/data';
import * as metrics from '@kindling/metrics';
import * as nn from '@kindling/nn';
import * as utils from '@kindling/nn/utils';
import * as optim from '@kindling/optim';
import * as lrScheduler from '@kindling/optim/lr-scheduler';
import * as core from '@kindling/tensor-core';
import * as train from '@kindling/train';
import { beforeAll, expect, it, vi } from 'vitest';
import { eachIsTold, type Mistake } from './mistakes-are-told.js';

// biome-ignore lint/suspicious/noExplicitAny: what somebody writes who has no compiler.
type Any = any;
const { T, NN, O, D, M, TR, LR } = {
  T: core,
  NN: { ...nn, ...utils },
  O: optim,
  D: data,
  M: metrics,
  TR: train,
  LR: lrScheduler,
} as Any;

beforeAll(async () => core.setBackend(await cpu()));

const x = (): Any => T.ones(4, 2);
const y = (): Any => T.zeros(4, 1);
const rows = (): Any => new D.TensorDataset(x(), y());
const model = (): Any => new NN.Sequential(new NN.Linear(2, 3), new NN.ReLU(), new NN.Linear(3, 1));
const sgd = (options: object = { lr: 1 }): Any => new O.SGD(model().parameters(), options);
const fitModel = (m: Any, more: object = {}): Any =>
  TR.fit(m, {
    loss: new nn.MSELoss(),
    optimizer: new optim.SGD(m.parameters(), { lr: 0.1 }),
    trainData: { x: x(), y: y() },
    epochs: 1,
    ...more,
  });
const fit = (more: object): Any => fitModel(model(), more);
const folds = (more: object): Any =>
  TR.crossValidate({
    makeModel: model,
    makeOptimizer: (m: Any) => new O.SGD(m.parameters(), { lr: 1 }),
    loss: new nn.MSELoss(),
    data: { x: x(), y: y() },
    folds: new data.KFold({ nSplits: 2 }).split([1, 2, 3, 4]),
    epochs: 1,
    ...more,
  });
/** A network whose `forward` is given. */
const net = (forward: unknown): Any => {
  const made = new (class extends NN.Module {
    layer = new NN.Linear(2, 1);
  })();
  Object.getPrototypeOf(made).forward = forward;
  return made;
};

/** What goes wrong, and words that the message must have. */
const mistakes: readonly Mistake[] = [
  // What was swapped, or belongs elsewhere.
  [
    'loss(target, prediction)',
    () => new NN.CrossEntropyLoss()(T.zeros([2], { dtype: 'int32' }), T.ones(2, 2)),
    'CrossEntropyLoss: target is [2, 2], input [2]',
  ],
  [
    'metric(probabilities, classes)',
    () => M.accuracyScore([0.2, 0.9], [0, 1]),
    'accuracyScore: yTrue[0] is 0.2',
    'classes first',
  ],
  ['torch.where(x, condition, y)', () => T.where(x(), x().gt(0), x()), 'where: the condition must be bool'],
  ['predict(x, model)', () => TR.predict(x(), model()), 'predict: the model must be a module, not a Tensor [4, 2]'],
  ['fit(model, x, y)', () => TR.fit(model(), x(), y()), 'fit: the options must be an object, not a Tensor [4, 2]'],
  [
    'evaluate(data, model)',
    () => TR.evaluate({ x: x(), y: y() }, model(), {}),
    'evaluate: the model must be a module, not an object { x, y }',
  ],
  ['model(loader)', () => model()(new D.DataLoader(rows())), 'must be a Tensor, not a DataLoader', "layer '0'"],
  [
    'DataLoader({ x, y })',
    () => new D.DataLoader({ x: x(), y: y() }),
    'new TensorDataset(x, y), not an object { x, y }',
  ],
  [
    'TensorDataset([x, y])',
    () => new D.TensorDataset([x(), y()]),
    'TensorDataset: each argument must be a tensor, not an array of 2',
  ],
  [
    'load_state_dict(optimizer state)',
    () => model().loadStateDict(sgd().stateDict()),
    'Unexpected key(s): "state", "paramGroups"',
  ],
  [
    'load_state_dict(Map)',
    () => model().loadStateDict(new Map(Object.entries(model().stateDict()))),
    'an object of tensors by name, not a Map',
  ],
  // What was not waited for.
  [
    'a Promise of values',
    () => T.tensor(x().data()),
    'tensor: values must be',
    'a Promise, which `await` would resolve',
  ],
  [
    'a Promise as an operand',
    () => x().add(x().data()),
    'add: the second operand',
    'a Promise, which `await` would resolve',
  ],
  [
    'a Promise of x',
    () => fit({ trainData: { x: Promise.resolve(x()), y: y() } }),
    'trainData: x',
    'a Promise, which `await` would resolve',
  ],
  [
    'a Promise of a state',
    () => model().loadStateDict(Promise.resolve({})),
    'loadStateDict: the state dict',
    'a Promise',
  ],
  [
    'an async forward',
    () => fitModel(net(async (v: Any) => v)),
    'fit: epoch 1, batch 1',
    'forward returns must be a tensor, not a Promise',
  ],
  [
    'an async makeModel',
    () => folds({ makeModel: async () => model() }),
    'crossValidate: what makeModel makes must be a module, not a Promise',
  ],
  ['an async function in noGrad', () => T.noGrad(async () => 1), 'noGrad: the function is asynchronous'],
  // Modules and classes.
  [
    'forward without return',
    () => fitModel(net((v: Any) => void v)),
    'fit: epoch 1, batch 1',
    'forward returns must be a tensor, not undefined',
  ],
  [
    'predict of it',
    () =>
      TR.predict(
        net((v: Any) => void v),
        x(),
      ),
    'predict: what the model',
    'not undefined',
  ],
  ['a module without forward', () => net(undefined)(x()), 'it has no forward'],
  ['Linear(2, 1) without new', () => NN.Linear(2, 1), 'Linear', "without 'new'"],
  ['nn.ReLU(True)', () => new NN.ReLU(true), 'ReLU: takes no arguments'],
  [
    'new Net(options), whose class takes none',
    () => new (class Net extends NN.Module {} as Any)({ hidden: 3 }),
    'Net: takes no arguments',
  ],
  ['crossValidate with a model', () => folds({ makeModel: model() }), 'must be a Tensor, not 1'],
  // Rates and sizes.
  ['lr NaN', () => sgd({ lr: Number.NaN }), 'SGD: invalid learning rate (lr): NaN'],
  ['lr 1 / 0', () => sgd({ lr: 1 / 0 }), 'SGD: invalid learning rate (lr): Infinity'],
  [
    'a text written into a group',
    () => {
      const o = sgd();
      o.paramGroups[0].lr = '0.1';
      o.step();
    },
    "SGD: lr must be a number, not a string '0.1'",
  ],
  [
    'NaN written into a group',
    () => {
      const o = sgd();
      o.paramGroups[0].lr = Number.NaN;
      o.step();
    },
    'SGD',
    'lr',
    'NaN',
  ],
  [
    "batchSize: '32'",
    () => fit({ trainData: { x: x(), y: y(), batchSize: '32' } }),
    "fit: batchSize must be a whole number from 1, not a string '32'",
  ],
  ['epochs: Infinity', () => fit({ epochs: 1 / 0 }), 'epochs must be a whole number from 1, not Infinity'],
  [
    'max_norm=-1',
    () => NN.clipGradNorm_(model().parameters(), -1),
    'clipGradNorm_: maxNorm must be a number from 0, not -1',
  ],
  ['torch.zeros(-1)', () => T.zeros(-1), 'zeros: sizes must be whole numbers from 0, not [-1]'],
  ['scheduler.step(loss)', () => new LR.StepLR(sgd(), { stepSize: 1 }).step(0.3), 'StepLR.step: the epoch', '0.3'],
  ['optimizer.step(loss)', () => sgd().step(T.tensor(1)), 'SGD.step: the closure must be a function', 'a Tensor []'],
  // Values.
  ['ragged rows', () => T.tensor([[1, 2], [3]]), 'tensor: arrays of one level must have one length'],
  ['a sparse array', () => T.tensor(new Array(3)), 'tensor: values must be numbers or booleans, not undefined'],
  ['an array of tensors', () => T.tensor([T.ones(2)]), 'tensor: values must be numbers or booleans, not a Tensor [2]'],
  ['a bigint', () => x().add(1n), 'add: the second operand must be a Tensor or a number, not a bigint 1'],
  ['a Date', () => T.tensor([new Date(0)]), 'not a Date'],
  ['a Map', () => new D.StandardScaler().fit(new Map()), 'StandardScaler', 'got a Map'],
  ['a Set', () => T.cat(new Set([x()])), 'cat: the input must be an array of Tensors, not a Set'],
  ['texts as labels', () => fit({ trainData: { x: x(), y: ['a', 'b', 'a', 'b'] } }), 'trainData: y', "a string 'a'"],
  [
    'texts as indices',
    () => [...new D.DataLoader(rows(), { sampler: ['0'] })],
    "DataLoader: each index of the sampler must be a whole number, not a string '0'",
  ],
  [
    'a tensor of another backend',
    async () => x().add(await x().to(await cpu())),
    'add: one input is on cpu, another on cpu (two instances)',
  ],
  // Tensors taken for what they are in Python.
  ['x.exp(5)', () => x().exp(5), 'exp: takes no argument; argument 1 is 5'],
  [
    "x.sum(0, keepdim, 'float64')",
    () => x().sum(0, { keepdim: true }, 'float64'),
    "sum: takes at most 2 arguments; argument 3 is a string 'float64'",
  ],
  ['x.view((4, 2), 1)', () => x().view([4, 2], 1), 'view: takes at most 1 argument; argument 2 is 1'],
  ['x.item(0, 0)', () => x().item(0, 0), 'item: takes no argument; argument 1 is 0'],
  ['list(x)', () => Array.from(x()), 'a Tensor has no length', 'tolist()', 'unbind()'],
  ['np.array(x)', () => new Float32Array(x()), 'a Tensor has no length'],
  [
    'x.requires_grad = True',
    () => {
      x().requires_grad = true;
    },
    'a Tensor has no requires_grad; it is requiresGrad',
  ],
];

eachIsTold('a mistake in plain JavaScript', mistakes);

it("the optimizer of another model's parameters is said by fit, once", async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  await fit({ optimizer: sgd(), epochs: 2 });
  expect(warn.mock.calls.map(([text]) => String(text))).toEqual([expect.stringContaining('are they another model')]);
  warn.mockRestore();
});
