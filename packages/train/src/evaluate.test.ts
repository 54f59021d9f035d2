import { cpu } from '@kindling/backend-cpu';
import { DataLoader, TensorDataset } from '@kindling/data';
import {
  accuracyScore,
  rocAucScore,
  StreamingAccuracy,
  StreamingLogLoss,
  type StreamingMetric,
  StreamingRocAuc,
} from '@kindling/metrics';
import { BCELoss, BCEWithLogitsLoss, Dropout, Linear, Sequential, Sigmoid } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { manualSeed, ones, randn, setBackend, tensor, zeros } from '@kindling/tensor-core';
import { expect, it } from 'vitest';
import { argMax, atThreshold, evaluate, fit, predict } from './index.js';
import { device, on } from './testing/device.js';

const plain = await cpu();
setBackend(plain);

const x = tensor([[-2], [-1], [3], [1], [-3]]);
const y = tensor([[0], [1], [1], [1], [0]]);

it('measures all rows together, whatever the batches', async () => {
  const expected = {
    // The mean of -log(sigmoid(-x)) or -log(sigmoid(x)), in Python.
    loss: 0.37012522,
    metrics: { accuracy: 0.8, auc: 1 },
    rows: 5,
  };
  for (const batchSize of [1, 2, 5]) {
    const found = await evaluate(
      new Sigmoid(),
      { x, y, batchSize },
      { loss: new BCELoss(), metrics: { accuracy: atThreshold(accuracyScore), auc: rocAucScore } },
    );
    expect(found).toEqual({ ...expected, loss: expect.closeTo(expected.loss, 6) });
  }
  const loader = new DataLoader(new TensorDataset(x, y), { batchSize: 2, shuffle: true });
  expect((await evaluate(new Sigmoid(), loader, { metrics: { auc: rocAucScore } })).metrics.auc).toBe(1);
  expect(await evaluate(new Sigmoid(), { x, y })).toEqual({ loss: null, metrics: {}, rows: 5 });
});

it('takes classes from logits and from a score a class', async () => {
  const logits = atThreshold(accuracyScore, 0);
  expect((await evaluate(new Sequential(), { x, y }, { metrics: { logits } })).metrics.logits).toBe(0.8);
  const scores = tensor([
    [1, 3, 2],
    [4, 4, 1],
    [0, 0, 1],
  ]);
  const classes = tensor([1, 1, 2], { dtype: 'int32' });
  const { metrics } = await evaluate(
    new Sequential(),
    { x: scores, y: classes, batchSize: 2 },
    { metrics: { top: argMax(accuracyScore) } },
  );
  expect(metrics.top).toBeCloseTo(2 / 3, 12);
});

it('refuses NaN, and what has no classes', async () => {
  const nan = tensor([[0], [Number.NaN]]);
  const data = { x: nan, y: tensor([[0], [1]]) };
  const measure = (metric: ReturnType<typeof argMax>, from = data) =>
    evaluate(new Sequential(), from, { metrics: { metric } });
  await expect(measure(atThreshold(accuracyScore))).rejects.toThrow('evaluate: metric "metric": prediction 1 is NaN');
  await expect(measure(argMax(accuracyScore))).rejects.toThrow('metric "metric": the prediction for row 1 is NaN');
  const flat = { x: zeros(3), y: zeros(3) };
  await expect(measure(argMax(accuracyScore), flat)).rejects.toThrow(
    'the predictions are [3], expected a score a class',
  );
  await expect(evaluate(new Sequential(), [])).rejects.toThrow('evaluate: there is no data');
});

it('evaluates in evaluation mode, and leaves the modes and the user’s tensors alone', async () => {
  const dropout = new Dropout(0.9);
  const model = new Sequential(dropout, new Sigmoid());
  const { metrics } = await evaluate(model, { x, y }, { metrics: { auc: rocAucScore } });
  expect(metrics.auc).toBe(1);
  expect([model.training, dropout.training]).toEqual([true, true]);
  expect(predict(model, x).tolist()).toEqual(x.sigmoid().tolist());
  expect(dropout.training).toBe(true);

  const gpu = device(plain);
  await on(gpu, plain, async () => {
    const [a, b] = [ones(4, 2), ones(4, 2)];
    const identity = new Sequential();
    const before = gpu.live;
    await evaluate(
      identity,
      { x: a, y: b, batchSize: 3 },
      { loss: (p, t) => p.sub(t).sum(), metrics: { sum: (_, p) => p.dataSync().length } },
    );
    expect(predict(identity, a)).toBe(a);
    expect(gpu.live).toBe(before);
    expect([...(await a.data()), ...(await b.data())]).toEqual(Array(16).fill(1));
  });
});

it('tells streaming metrics of each batch, anew each time', async () => {
  const metrics = {
    streaming: atThreshold(new StreamingAccuracy()),
    whole: atThreshold(accuracyScore),
    auc: new StreamingRocAuc(),
    logLoss: new StreamingLogLoss(),
  };
  const loss = new BCELoss();
  for (const batchSize of [1, 2, 5]) {
    const { whole, ...alone } = metrics;
    for (const some of [metrics, alone] as Record<string, StreamingMetric>[]) {
      const found = await evaluate(new Sigmoid(), { x, y, batchSize }, { loss, metrics: some });
      expect(found.metrics).toMatchObject({ streaming: 0.8, auc: 1 });
      expect(found.metrics.logLoss).toBeCloseTo(found.loss!, 6);
    }
  }
  const model = new Linear(1, 1);
  const { metrics: series } = await fit(model, {
    loss: new BCEWithLogitsLoss(),
    optimizer: new SGD(model.parameters(), { lr: 0.1 }),
    trainData: { x, y },
    validation: { x, y, batchSize: 2 },
    metrics: { whole: rocAucScore, streaming: new StreamingRocAuc() },
    epochs: 3,
  });
  expect(series.streaming).toEqual(series.whole);
  expect(argMax(new StreamingAccuracy())).toHaveProperty('compute');
  const wrong = evaluate(new Sigmoid(), { x: x.sub(9), y: y.mul(2) }, { metrics: { auc: new StreamingLogLoss() } });
  await expect(wrong).rejects.toThrow('evaluate: metric "auc": logLoss: yTrue holds 2, which labels leaves out');
});

it('predicts in parts what it predicts at once', async () => {
  manualSeed(1);
  const model = new Linear(3, 2);
  const rows = randn(7, 3);
  const whole = predict(model, rows);
  expect(whole.requiresGrad).toBe(false);
  for (const batchSize of [1, 3, 7, 100]) expect(predict(model, rows, { batchSize }).tolist()).toEqual(whole.tolist());
  expect(predict(model, zeros(0, 3)).shape).toEqual([0, 2]);
  expect(() => predict(model, tensor(1))).toThrow('predict: x is a scalar');
  expect(() => predict(model, rows, { batchSize: 0 })).toThrow('batchSize must be a whole number from 1, got 0');

  const gpu = device(plain);
  await on(gpu, plain, async () => {
    const far = new Linear(3, 2);
    const input = randn(7, 3);
    const before = gpu.live;
    predict(far, input, { batchSize: 2 });
    expect(gpu.live).toBe(before + 1);
  });
});
