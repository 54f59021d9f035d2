import { cpu } from '@kindling/backend-cpu';
import { gaussianBlobs, StandardScaler } from '@kindling/data';
import { accuracyScore } from '@kindling/metrics';
import { BCEWithLogitsLoss, Dropout, Linear, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { getRngState, manualSeed, setBackend } from '@kindling/tensor-core';
import { beforeAll, expect, it } from 'vitest';
import {
  atThreshold,
  type CrossValidateOptions,
  crossValidate,
  crossValPredict,
  findLearningRate,
  type Model,
} from '../index.js';

setBackend(await cpu());

let data: ReturnType<typeof gaussianBlobs>;
beforeAll(() => {
  manualSeed(2);
  data = gaussianBlobs(40);
});

const parts = [0, 1, 2, 3].map((k) => {
  const rows = Array.from({ length: 40 }, (_, i) => i);
  return { train: rows.filter((i) => i % 4 !== k), test: rows.filter((i) => i % 4 === k) };
});

const options = (): CrossValidateOptions<'accuracy'> => ({
  makeModel: () => new Sequential(new Linear(2, 8), new Dropout(0.2), new Linear(8, 1)),
  makeOptimizer: (model: Model) => new Adam(model.parameters(), { lr: 0.05 }),
  data,
  folds: parts,
  loss: new BCEWithLogitsLoss(),
  metrics: { accuracy: atThreshold(accuracyScore, 0) },
  score: 'accuracy',
  batchSize: 10,
  shuffle: true,
  epochs: 5,
  seed: 3,
});

it('with a seed a fold does not depend on those before it, and the stream outside does not move', async () => {
  const stream = JSON.stringify(getRngState());
  const all = await crossValidate({ ...options(), seed: 3 });
  expect(JSON.stringify(getRngState())).toBe(stream);
  manualSeed(99);
  const again = await crossValidate(options());
  expect(again.histories.map(({ loss }) => loss)).toEqual(all.histories.map(({ loss }) => loss));
  const other = await crossValidate({ ...options(), seed: 4 });
  expect(other.histories[0]!.loss).not.toEqual(all.histories[0]!.loss);
});

it('has a prediction for every row, of the model that did not see it', async () => {
  const { predictions, scores } = await crossValPredict(options());
  expect(predictions.shape).toEqual([40, 1]);
  const values = predictions.dataSync();
  const y = data.y.dataSync();
  parts.forEach(({ test }, k) => {
    expect(test.filter((row) => values[row]! > 0 === (y[row] === 1)).length / test.length).toBeCloseTo(scores[k]!);
  });
  await expect(crossValPredict({ ...options(), folds: [parts[0]!, parts[0]!] })).rejects.toThrow(
    'row 0 is tested by two folds',
  );
  await expect(crossValPredict({ ...options(), folds: [parts[0]!] })).rejects.toThrow('row 1 is tested by no fold');
});

it('prepares the input by the rows of training alone', async () => {
  const fitted: number[] = [];
  const transformed: number[] = [];
  const preprocess = () => {
    const scaler = new StandardScaler();
    return {
      fitTransform(x: { data: Float32Array | Float64Array; rows: number; columns: number }) {
        fitted.push(x.rows);
        return scaler.fitTransform(x);
      },
      transform(x: { data: Float32Array | Float64Array; rows: number; columns: number }) {
        transformed.push(x.rows);
        return scaler.transform(x);
      },
    };
  };
  const { scores } = await crossValPredict({ ...options(), preprocess });
  expect(scores).toHaveLength(4);
  expect(fitted).toEqual([30, 30, 30, 30]);
  expect(transformed).toEqual([10, 10, 10, 10]);
});

it('stops early on rows of training that are put aside, and scores on the test rows', async () => {
  const seen: number[] = [];
  const restoreBest = { monitor: 'valLoss', mode: 'min' } as const;
  const found = await crossValidate({
    ...options(),
    innerSize: 0.2,
    restoreBest,
    onBatchEnd: ({ rows, epoch }) => void (epoch === 1 && seen.push(rows)),
  });
  // 24 of 30 rows are learnt from, each class alike.
  expect(seen.slice(0, 3).reduce((a, b) => a + b)).toBe(24);
  expect(found.scores.every((score) => score >= 0.5 && score <= 1)).toBe(true);
  await expect(crossValidate({ ...options(), innerSize: 2 })).rejects.toThrow(
    'innerSize must be a share between 0 and 1, not 2',
  );
});

it('finds a learning rate and leaves everything as it was', async () => {
  const model = new Sequential(new Linear(2, 8), new Dropout(0.2), new Linear(8, 1));
  const optimizer = new Adam(model.parameters(), { lr: 0.05 });
  const loss = new BCEWithLogitsLoss();
  const trainData = { ...data, batchSize: 10, shuffle: true };
  const before = JSON.stringify([model.parameters().map((p) => p.tolist()), getRngState()]);
  const { rates, losses, suggestion } = await findLearningRate(model, { loss, optimizer, trainData });
  expect(JSON.stringify([model.parameters().map((p) => p.tolist()), getRngState()])).toBe(before);
  expect([optimizer.paramGroups[0]!.lr, optimizer.state.size]).toEqual([0.05, 0]);
  expect(rates[0]).toBeCloseTo(1e-6, 10);
  expect(rates.length).toBe(losses.length);
  expect(suggestion).toBeGreaterThan(1e-3);
  expect(suggestion).toBeLessThan(5);
  const run = (more: object) => findLearningRate(model, { loss, optimizer, trainData, ...more });
  await expect(run({ from: 1, to: 0.1 })).rejects.toThrow('rates must go from above 0 to more, got 1 to 0.1');
  await expect(run({ steps: 3 })).rejects.toThrow('steps must be a whole number from 10, not 3');
  await expect(run({ lr: 3 })).rejects.toThrow("unknown option 'lr'");
});
