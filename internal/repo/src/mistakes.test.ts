import { cpu } from '@kindling/backend-cpu';
import * as data from '@kindling/data';
import * as metrics from '@kindling/metrics';
import * as nn from '@kindling/nn';
import * as init from '@kindling/nn/init';
import * as utils from '@kindling/nn/utils';
import * as optim from '@kindling/optim';
import * as lrScheduler from '@kindling/optim/lr-scheduler';
import * as core from '@kindling/tensor-core';
import * as train from '@kindling/train';
import * as viz from '@kindling/viz';
import { beforeAll } from 'vitest';
import { eachIsTold, type Mistake } from './mistakes-are-told.js';

// biome-ignore lint/suspicious/noExplicitAny: what somebody writes who ports a script and has no compiler.
type Any = any;
const { T, NN, O, D, M, TR, V, LR } = {
  T: core,
  NN: { ...nn, ...utils, init },
  O: optim,
  D: data,
  M: metrics,
  TR: train,
  V: viz,
  LR: lrScheduler,
} as Any;

beforeAll(async () => core.setBackend(await cpu()));

const model = (): Any => new nn.Sequential(new nn.Linear(2, 3), new nn.ReLU(), new nn.Linear(3, 1));
const fitWith = (more: object): Any => {
  const m = model();
  const x = core.ones(4, 2);
  const y = core.zeros(4, 1);
  return TR.fit(m, {
    loss: new nn.MSELoss(),
    optimizer: new optim.SGD(m.parameters(), { lr: 0.1 }),
    trainData: { x, y },
    epochs: 1,
    ...more,
  });
};

/** What goes wrong, and words that the message must have. */
const mistakes: readonly Mistake[] = [
  // Tensors.
  ['torch.zeros((2, 3)) as a text', () => T.zeros('2, 3'), 'zeros', "'2, 3'"],
  ['torch.ones(2.5)', () => T.ones(2.5), 'ones', '2.5'],
  ['torch.tensor(x, dtype=torch.float)', () => T.tensor([1], { dtype: 'float' }), 'tensor', "'float'", 'float32'],
  [
    'torch.tensor(x, requires_grad=True)',
    () => T.tensor([1], { requires_grad: true }),
    'requires_grad',
    'requiresGrad',
  ],
  ['x.sum(dim=1)', () => T.ones(2, 2).sum({ dim: 1 }), 'sum', 'an object { dim }'],
  ['x.sum(0, keepdim=True)', () => T.ones(2, 2).sum(0, true), 'sum', 'options', 'true'],
  ['x.view((2, "a"))', () => T.ones(4).view([2, 'a']), 'view', "'a'"],
  ['x.reshape(3, -1)', () => T.ones(4).reshape(3, -1), 'reshape', '[4]', '3'],
  ['x.transpose(0)', () => T.ones(2, 2).transpose(0), 'transpose', 'undefined'],
  ['x.permute(0, 0)', () => T.ones(2, 2).permute(0, 0), 'permute'],
  ['x.matmul([[1], [2]])', () => T.ones(2, 2).matmul([[1], [2]]), 'matmul', 'an array of 2', 'tensor()'],
  ['x + [1, 2]', () => T.ones(2).add([1, 2]), 'add', 'an array of 2'],
  ['x.add("1")', () => T.ones(2).add('1'), 'add', "'1'"],
  ['torch.cat(a, b)', () => T.cat(T.ones(1), T.ones(1)), 'cat', 'an array of Tensors', 'a Tensor [1]'],
  ['torch.stack([a, 1])', () => T.stack([T.ones(1), 1]), 'stack', 'tensor 1'],
  ['torch.where(mask)', () => T.where(T.ones(2).gt(0)), 'where', 'undefined'],
  ['x[mask] with numbers', () => T.ones(2).at([0, 1]), 'at', 'an array of 2'],
  ['x.clamp(min=0)', () => T.ones(2).clamp({ min: 0 }), 'clamp', 'min', 'an object { min }'],
  ['x.pow("2")', () => T.ones(2).pow('2'), 'pow', "'2'"],
  ['torch.manual_seed()', () => T.manualSeed(), 'manualSeed', 'undefined'],
  ['torch.randn(2, generator=g)', () => T.randn([2], { generator: 5 }), 'randn', 'generator', '5'],
  ['torch.rand("2")', () => T.rand('2'), 'rand', "'2'"],
  ['torch.arange("5")', () => T.arange('5'), 'arange', "'5'"],
  ['no_grad without a function', () => T.noGrad(), 'noGrad', 'undefined'],
  [
    'loss.backward(retain_graph=True)',
    () => T.ones([1], { requiresGrad: true }).sum().backward({ retain_graph: true }),
    'backward',
    'retain_graph',
  ],
  ['x.to("cuda")', () => T.ones(2).to('cuda'), 'to', "'cuda'"],
  ['setBackend(cpu())', () => T.setBackend(cpu()), 'setBackend', 'Promise', 'await'],
  ['setBackend("cpu")', () => T.setBackend('cpu'), 'setBackend', "'cpu'"],
  ['torch.autograd.grad(y, [1])', () => T.grad(T.ones(1).requiresGrad_().sum(), [1]), 'grad', '1'],
  // Layers and losses.
  ['nn.Linear(2, 1, False)', () => new NN.Linear(2, 1, false), 'Linear', 'options', 'false'],
  ['nn.Linear(2)', () => new NN.Linear(2), 'Linear', 'undefined'],
  [
    'nn.Linear(in_features=2, out_features=1)',
    () => new NN.Linear({ in_features: 2, out_features: 1 }),
    'Linear',
    'in_features',
  ],
  ['nn.Conv2d(1, 8)', () => new NN.Conv2d(1, 8), 'Conv2d', 'undefined'],
  ['nn.Conv2d(1, 8, 3, 2)', () => new NN.Conv2d(1, 8, 3, 2), 'Conv2d', 'options', '2'],
  ['nn.Dropout(50)', () => new NN.Dropout(50), 'Dropout', '50'],
  ['nn.BatchNorm1d()', () => new NN.BatchNorm1d(), 'BatchNorm1d', 'undefined'],
  ['nn.Sequential(nn.ReLU)', () => new NN.Sequential(nn.ReLU), 'Sequential', 'a class ReLU'],
  ['nn.LSTM-like embedding of floats', () => new NN.Embedding(3, 2)(T.ones(2)), 'embedding', 'float32'],
  ['nn.MSELoss("sum")', () => new NN.MSELoss('sum'), 'MSELoss', "'sum'"],
  [
    'nn.CrossEntropyLoss(weight=[1, 2])',
    () => new NN.CrossEntropyLoss({ weight: [1, 2] }),
    'CrossEntropyLoss',
    'weight',
    'an array of 2',
  ],
  ['nn.BCEWithLogitsLoss(pos_weight=3)', () => new NN.BCEWithLogitsLoss({ pos_weight: 3 }), 'pos_weight', 'posWeight'],
  ['criterion(output)', () => new NN.MSELoss()(T.ones(1)), 'MSELoss', 'target', 'undefined'],
  ['nn.init.normal_(w, "0")', () => NN.init.normal_(T.ones(2), '0'), 'normal_', "'0'"],
  ['clip_grad_norm_(model, 1)', () => NN.clipGradNorm_(model(), 1), 'clipGradNorm_', 'a Sequential', 'parameters()'],
  ['clip_grad_norm_(params)', () => NN.clipGradNorm_(model().parameters()), 'clipGradNorm_', 'undefined'],
  ['model.to("cuda")', () => model().to('cuda'), 'Sequential.to', "'cuda'"],
  ['model.train("no")', () => model().train('no'), 'train', "'no'"],
  ['model.load_state_dict(bytes)', () => model().loadStateDict(new Uint8Array(4)), 'loadStateDict', 'Uint8Array'],
  ['register_buffer(x)', () => model().registerBuffer(T.ones(1)), 'registerBuffer', 'Tensor'],
  ['model(x, mask)', () => model()(T.ones(1, 2), T.ones(1, 2)), 'forward takes 1', '2'],
  ['nn.MSELoss()(y, t, weight)', () => new NN.MSELoss()(T.ones(1), T.ones(1), T.ones(1)), 'forward takes 2', '3'],
  ['model.eval(False)', () => model().eval(false), 'eval', 'train()'],
  // Optimizers and schedules.
  ['optim.Adam(model)', () => new O.Adam(model()), 'Adam', 'parameters()'],
  ['optim.SGD(params)', () => new O.SGD(model().parameters()), 'SGD', 'lr'],
  ['optim.Adam(params, 0.1)', () => new O.Adam(model().parameters(), 0.1), 'Adam', '0.1'],
  ['optim.Adam(params, betas=0.9)', () => new O.Adam(model().parameters(), { betas: 0.9 }), 'Adam', 'betas', '0.9'],
  [
    'optim.Adam(params, weight_decay=1)',
    () => new O.Adam(model().parameters(), { weight_decay: 1 }),
    'weight_decay',
    'weightDecay',
  ],
  ['StepLR(optimizer, 30)', () => new LR.StepLR(new O.SGD(model().parameters(), { lr: 1 }), 30), 'StepLR', '30'],
  ['StepLR(30)', () => new LR.StepLR({ stepSize: 30 }), 'StepLR', 'optimizer'],
  // Data.
  ['TensorDataset([1], [2])', () => new D.TensorDataset([1], 2), 'TensorDataset', 'an array of 1'],
  ['DataLoader(x)', () => new D.DataLoader(5), 'DataLoader', '5'],
  [
    'DataLoader(d, batch_size=2)',
    () => new D.DataLoader(new D.TensorDataset(T.ones(2)), { batch_size: 2 }),
    'batch_size',
    'batchSize',
  ],
  ['DataLoader(d, 2)', () => new D.DataLoader(new D.TensorDataset(T.ones(2)), 2), 'DataLoader', '2'],
  [
    'DataLoader batchSize 0',
    () => new D.DataLoader(new D.TensorDataset(T.ones(2)), { batchSize: 0 }),
    'batchSize',
    '0',
  ],
  [
    "DataLoader(d, shuffle='yes')",
    () => new D.DataLoader(new D.TensorDataset(T.ones(2)), { shuffle: 'yes' }),
    'DataLoader',
    'shuffle',
    "'yes'",
  ],
  [
    'DataLoader(d, sampler=3)',
    () => new D.DataLoader(new D.TensorDataset(T.ones(2)), { sampler: 3 }),
    'DataLoader',
    'sampler',
    '3',
  ],
  [
    'DataLoader(d, collate_fn={})',
    () => new D.DataLoader(new D.TensorDataset(T.ones(2)), { collate: {} }),
    'DataLoader',
    'collate',
    'a function',
  ],
  ['fit(callbacks=[f])', () => fitWith({ callbacks: [() => 1] }), 'fit', 'callbacks[0]', 'onEpochEnd'],
  [
    'fit(callbacks=[{on_epoch_end}])',
    () => fitWith({ callbacks: [{ on_epoch_end() {} }] }),
    'callbacks[0]',
    'onEpochEnd',
  ],
  ['train_test_split(x, y, test_size=2)', () => D.trainTestSplit([1, 2], [1, 2], { testSize: 1.5 }), 'testSize', '1.5'],
  ['train_test_split(x, y, 0.3)', () => D.trainTestSplit([1, 2], [1, 2], 0.3), 'trainTestSplit', '0.3'],
  ['KFold(5)', () => new D.KFold(5), 'KFold', '5'],
  ['StandardScaler().transform(x)', () => new D.StandardScaler().transform([[1]]), 'StandardScaler', 'fit'],
  ['StandardScaler().fit("x")', () => new D.StandardScaler().fit('x'), 'StandardScaler', "'x'"],
  ['parseCsv(5)', () => D.parseCsv(5), 'parseCsv', '5'],
  ['gaussianBlobs("100")', () => D.gaussianBlobs('100'), 'gaussianBlobs', '100'],
  ['LabelEncoder().fit(5)', () => new D.LabelEncoder().fit(5), 'LabelEncoder', '5'],
  // Metrics.
  ['accuracy_score(y)', () => M.accuracyScore([0, 1]), 'accuracyScore', 'undefined'],
  ['roc_auc_score of classes as texts', () => M.rocAucScore([0, 1], ['a', 'b']), 'rocAucScore', 'a'],
  ['f1_score(average="macros")', () => M.f1Score([0, 1], [0, 1], { average: 'macros' }), 'macros', 'macro'],
  ['log_loss of 2', () => M.logLoss([0, 1], [0, 2]), 'logLoss', '2'],
  ['confusion_matrix(y, 5)', () => M.confusionMatrix([0, 1], 5), 'confusionMatrix', '5'],
  // Training.
  ['fit(model)', () => TR.fit(model()), 'fit', 'undefined'],
  ['fit epochs "3"', () => fitWith({ epochs: '3' }), 'epochs', "'3'"],
  ['fit with loss class', () => fitWith({ loss: nn.MSELoss }), 'loss', 'MSELoss'],
  ['fit with optimizer class', () => fitWith({ optimizer: optim.SGD }), 'optimizer', 'SGD'],
  ['fit batch_size', () => fitWith({ batch_size: 3 }), 'batch_size'],
  ['fit callbacks: a function', () => fitWith({ callbacks: () => 1 }), 'callbacks'],
  ['fit metrics: array', () => fitWith({ metrics: [metrics.accuracyScore] }), 'metrics', 'array'],
  ['fit validation: 0.2', () => fitWith({ validation: 0.2 }), 'validation', '0.2'],
  ['predict(model)', () => TR.predict(model()), 'predict', 'undefined'],
  [
    'evaluate without metrics or loss',
    () => TR.evaluate(model(), { x: T.ones(1, 2), y: T.ones(1, 1) }, { metric: 1 }),
    'metric',
    'metrics',
  ],
  ['saveCheckpoint(model)', () => TR.saveCheckpoint(model()), 'saveCheckpoint', 'Sequential'],
  ['loadCheckpoint("x.pt")', () => TR.loadCheckpoint('x.pt', { model: model() }), 'loadCheckpoint', 'string'],
  ['EarlyStopping(5)', () => new TR.EarlyStopping(5), 'EarlyStopping', '5'],
  ['crossValidate(5)', () => TR.crossValidate(5), 'crossValidate', '5'],
  // Pictures.
  ['scatter of nothing', () => V.scatter(), 'scatter', 'undefined'],
  ['lossCurve([1, 2])', () => V.lossCurve([1, 2]), 'lossCurve'],
  ['toSvg("plot")', () => V.toSvg('plot'), 'toSvg', "'plot'"],
  ['toTerminal(5)', () => V.toTerminal(5), 'toTerminal', '5'],
  ['gridOver(5)', () => V.gridOver(5), 'gridOver', '5'],
  ['hitTest(5)', () => V.hitTest(5, 1, 1), 'hitTest', '5'],
  ['drawCanvas(1, 2)', () => V.drawCanvas?.(1, 2), 'drawCanvas'],
  ['heatmap("x")', () => V.heatmap('x'), 'heatmap'],
  ['figure({})', () => V.figure({}), 'figure'],
  // Options of a wrong kind.
  ["nn.MaxPool2d(2, ceil_mode='yes')", () => new NN.MaxPool2d(2, { ceilMode: 'yes' }), 'ceilMode', "'yes'"],
  ['nn.BatchNorm1d(3, eps=None)', () => new NN.BatchNorm1d(3, { eps: null }), 'eps', 'a number', 'null'],
  ["nn.Linear(2, 1, bias='no')", () => new NN.Linear(2, 1, { bias: 'no' }), 'bias', 'a boolean', "'no'"],
  ["ShuffleSplit(test_size='0.3')", () => new D.ShuffleSplit({ testSize: '0.3' }), 'testSize', "'0.3'"],
  ["make_moons(random_state='0')", () => D.makeMoons({ randomState: '0' }), 'randomState', "'0'"],
  ['read_csv(StringIO) as a number', () => D.streamCsv(5), 'streamCsv', 'source', '5'],
  ['a plot titled 5', () => V.lossCurve({ series: [{ values: [1] }], title: 5 }), 'lossCurve', 'title', '5'],
  ['a plot of width "400"', () => V.lossCurve({ series: [{ values: [1] }], width: '400' }), 'width', "'400'"],
  ['log_loss(y)', () => M.logLoss([0, 1]), 'logLoss', 'yProb', 'undefined'],
  ['VotingClassifier of texts', () => new TR.VotingClassifier(['a']), 'VotingClassifier', 'members[0]', "'a'"],
  // The engine.
  ['cpu({ threads: 500 })', () => (cpu as Any)({ threads: 500 }), 'cpu', 'threads', '500'],
  ['cpu({ threads: "4" })', () => (cpu as Any)({ threads: '4' }), 'cpu', 'threads', "'4'"],
  ['cpu({ simd: true })', () => (cpu as Any)({ simd: true }), 'cpu', 'simd'],
  ['cpu("simd")', () => (cpu as Any)('simd'), 'cpu', "'simd'"],
];

eachIsTold('a mistake of somebody who ports a script, without types', mistakes);
