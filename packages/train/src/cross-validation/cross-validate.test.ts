import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs, loadSonar, StratifiedKFold, toTensors, trainTestSplitIndices } from '@kindling/data';
import { accuracyScore } from '@kindling/metrics';
import { BCELoss, Linear, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam, SGD } from '@kindling/optim';
import { manualSeed, randn, scope, setBackend, tensor } from '@kindling/tensor-core';
import { numpyRandom } from '@kindling/tensor-core/numpy';
import { TorchGenerator } from '@kindling/tensor-core/torch';
import { beforeEach, expect, it } from 'vitest';
import { atThreshold, crossValidate, fit, type Model } from '../index.js';
import { device, on } from '../testing/device.js';

const plain = await cpu();
setBackend(plain);
beforeEach(() => {
  manualSeed(4, { engine: TorchGenerator });
});

const accuracy = atThreshold(accuracyScore);
const makeModel = (): Model => new Sequential(new Linear(2, 4), new ReLU(), new Linear(4, 1), new Sigmoid());
const makeOptimizer = (model: Model): SGD => new SGD(model.parameters(), { lr: 0.1 });
const folds = [
  { train: [0, 1, 2, 10, 11, 12], test: [3, 13] },
  { train: [3, 4, 13, 14], test: [0, 10, 1] },
];

it('is fit on each fold, with everything made when its turn comes', async () => {
  const data = gaussianBlobs(20);
  manualSeed(6);
  const expected = [];
  for (const { train, test } of folds) {
    const model = makeModel();
    const part = (rows: number[]) => ({ x: data.x.indexSelect(0, rows), y: data.y.indexSelect(0, rows) });
    const history = await fit(model, {
      loss: new BCELoss(),
      optimizer: makeOptimizer(model),
      trainData: { ...part(train), batchSize: 4 },
      validation: part(test),
      metrics: { accuracy },
      epochs: 5,
    });
    expected.push({ ...history, seconds: expect.any(Number) });
  }

  manualSeed(6);
  const order: string[] = [];
  const result = await crossValidate({
    makeModel(fold) {
      order.push(`model ${fold}`);
      return makeModel();
    },
    makeOptimizer,
    data,
    folds: (function* () {
      for (const fold of folds) {
        order.push('fold');
        yield fold;
      }
    })(),
    loss: new BCELoss(),
    metrics: { accuracy },
    epochs: 5,
    batchSize: 4,
    onFoldEnd: ({ fold, history, score }) => void order.push(`end ${fold} ${score === history.valLoss[4]}`),
  });
  expect(order.join(', ')).toBe('fold, model 1, end 1 true, fold, model 2, end 2 true');
  expect(result.histories).toEqual(expected);
  expect(result.folds).toEqual(folds);
  expect(result.scores).toEqual(expected.map(({ valLoss }) => valLoss[4]));
});

it('gives the mean and the standard deviation of the scores, after the best epoch', async () => {
  const values = [
    [1, 4, 2],
    [3, 1, 1],
    [8, 2, 5],
  ];
  let fold = 0;
  let epoch = 0;
  const options = {
    makeModel() {
      fold++;
      epoch = 0;
      return makeModel();
    },
    makeOptimizer,
    data: gaussianBlobs(20),
    folds: [...folds, folds[0]!],
    loss: new BCELoss(),
    metrics: { value: () => values[fold - 1]![epoch++]! },
    epochs: 3,
  };
  const last = await crossValidate({ ...options, score: 'value' });
  expect(last.scores).toEqual([2, 1, 5]);
  expect(last.mean).toBeCloseTo(8 / 3, 12);
  // numpy.std([2, 1, 5])
  expect(last.std).toBeCloseTo(1.699673171197595, 12);
  fold = 0;
  const best = await crossValidate({ ...options, restoreBest: { monitor: 'value', mode: 'max' } });
  expect(best.scores).toEqual([4, 3, 8]);
  expect(best.histories.map(({ bestEpoch }) => bestEpoch)).toEqual([2, 1, 1]);
});

it('leaves nothing on a device', async () => {
  const gpu = device(plain);
  await on(gpu, plain, async () => {
    const data = gaussianBlobs(20);
    const live: number[] = [];
    const models: Model[] = [];
    const result = await crossValidate({
      makeModel() {
        live.push(gpu.live);
        for (const value of models.splice(0).flatMap((model) => model.parameters())) {
          value.grad?.dispose();
          value.dispose();
        }
        models.push(scope(makeModel));
        return models[0]!;
      },
      makeOptimizer,
      data,
      folds: [...folds, ...folds],
      loss: new BCELoss(),
      epochs: 2,
    });
    expect(result.scores.length).toBe(4);
    expect(live[3]).toBe(live[1]);
  });
});

it('says what is wrong', async () => {
  const data = gaussianBlobs(20);
  const base = { makeModel, makeOptimizer, data, folds, loss: new BCELoss(), epochs: 2 };
  await expect(crossValidate({ ...base, folds: [] })).rejects.toThrow('crossValidate: there are no folds');
  await expect(crossValidate({ ...base, score: 'auc' as 'loss' })).rejects.toThrow(
    'crossValidate: no "auc" to watch; there are: loss, valLoss',
  );
  await expect(crossValidate({ ...base, folds: [{ train: [0, 20], test: [1] }] })).rejects.toThrow('20');
  const x = data.x.clone();
  x.narrow(0, 4, 1).fill_(Number.NaN);
  await expect(crossValidate({ ...base, data: { x, y: data.y } })).rejects.toThrow(
    /^crossValidate: fold 2: fit: epoch 1, batch 1: /,
  );
  const stop = new AbortController();
  const onFoldEnd = (): void => stop.abort(new Error('enough'));
  await expect(crossValidate({ ...base, signal: stop.signal, onFoldEnd })).rejects.toThrow('enough');
  const early = { onBatchEnd: ({ training }: { training: { stop(): void } }) => training.stop() };
  await expect(crossValidate({ ...base, callbacks: [early] })).rejects.toThrow(
    'fold 1: it was stopped before its first epoch ended',
  );
  await expect(crossValidate({ ...base, data: { x: randn(3, 2), y: tensor([1]) } })).rejects.toThrow(
    'crossValidate: data: x is [3, 2], y is [1]',
  );
});

it('runs the comparison of the sonar tutorial as PyTorch does', async () => {
  manualSeed(0, { engine: TorchGenerator });
  numpyRandom().seed(0);
  const { x, y } = toTensors(loadSonar());
  const labels = y.dataSync();
  const split = trainTestSplitIndices(208, { trainSize: 0.7 });
  const rows = split.train;
  const inner = { x: x.indexSelect(0, rows), y: y.indexSelect(0, rows) };
  const { scores, histories } = await crossValidate({
    makeModel: () => new Sequential(new Linear(60, 180), new ReLU(), new Linear(180, 1), new Sigmoid()),
    makeOptimizer: (model) => new Adam(model.parameters(), { lr: 1e-4 }),
    data: inner,
    folds: new StratifiedKFold({ nSplits: 5, shuffle: true }).split(
      rows.length,
      [...rows].map((row) => labels[row]!),
    ),
    loss: new BCELoss(),
    metrics: { accuracy },
    restoreBest: { monitor: 'accuracy', mode: 'max' },
    batchSize: 10,
    epochs: 3,
  });
  // PyTorch 1.13.1 and scikit-learn 1.2.1 after torch.manual_seed(0) and np.random.seed(0).
  const losses = [
    [0.7056694822064762, 0.7021315436938713, 0.6990843908540134],
    [0.7023717031396669, 0.6984919689852616, 0.6951918221753219],
    [0.6935443939833805, 0.6900079322272333, 0.6871289929439282],
    [0.7050810024656099, 0.7012384348902209, 0.6977861205051685],
    [0.6915769628409681, 0.6888099528592209, 0.6864924677487078],
  ];
  expect(scores).toEqual([15, 15, 17, 15, 22].map((right) => right / 29));
  for (const [fold, { loss }] of histories.entries()) {
    for (const [epoch, value] of loss.entries()) expect(value / losses[fold]![epoch]!).toBeCloseTo(1, 5);
  }
});
