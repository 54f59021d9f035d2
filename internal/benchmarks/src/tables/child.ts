/** Times work on tables; prints a JSON object of milliseconds. Its arguments: a CSV file, and how often each is done. */
import { readFileSync } from 'node:fs';
import { cpu } from '@kindling/backend-cpu';
import {
  KFold,
  MinMaxScaler,
  OneHotEncoder,
  QuantileTransformer,
  RobustScaler,
  readCsv,
  StandardScaler,
} from '@kindling/data';
import {
  accuracyScore,
  averagePrecisionScore,
  logLoss,
  precisionRecallCurve,
  rocAucScore,
  rocCurve,
} from '@kindling/metrics';
import { BCEWithLogitsLoss, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { SeedrandomGenerator, setBackend, tensor } from '@kindling/tensor-core';
import { crossValidate } from '@kindling/train';
import { medianOf } from './median.ts';

const [file, times] = process.argv.slice(2) as [string, string];
setBackend(await cpu({ threads: 1 }));
const random = new SeedrandomGenerator('tables');

const columns = 60;
const rows = 50_000;
const data = random.normal(rows * columns, 3, 2, 'float64');
const matrix = { data, rows, columns };
const cities = ['Bern', 'Basel', 'Chur', 'Genf', 'Lugano'];
const codes = random.integers(rows * 4, 0, cities.length);
const texts = Array.from({ length: rows }, (_, row) => [0, 1, 2, 3].map((column) => cities[codes[4 * row + column]!]!));

const samples = 200_000;
const scores = random.uniform(samples, 0, 1, 'float64');
const truth = Int32Array.from(scores, (score) => Number(random.random() < score));
const guess = Int32Array.from(scores, (score) => Number(score > 0.5));

const x = tensor(random.normal(2000 * 20)).reshape([2000, 20]);
const y = tensor(Float32Array.from({ length: 2000 }, (_, i) => i % 2)).reshape([2000, 1]);

const work: Record<string, () => unknown> = {
  'CSV, 50,000 x 61': () => readCsv(readFileSync(file, 'utf8')),
  'StandardScaler, fit': () => new StandardScaler().fit(matrix),
  'StandardScaler, fit and transform': () => new StandardScaler().fitTransform(matrix),
  'MinMaxScaler, fit and transform': () => new MinMaxScaler().fitTransform(matrix),
  'RobustScaler, fit and transform': () => new RobustScaler().fitTransform(matrix),
  'QuantileTransformer, fit and transform': () => new QuantileTransformer().fitTransform(matrix),
  'OneHotEncoder, fit and transform': () => new OneHotEncoder().fitTransform(texts),
  'accuracy, 200,000': () => accuracyScore(truth, guess),
  'log loss, 200,000': () => logLoss(truth, scores),
  'ROC curve, 200,000': () => rocCurve(truth, scores),
  'ROC AUC, 200,000': () => rocAucScore(truth, scores),
  'precision-recall curve, 200,000': () => precisionRecallCurve(truth, scores),
  'average precision, 200,000': () => averagePrecisionScore(truth, scores),
  'cross-validation, 5 x 20 epochs of 20-32-1': () =>
    crossValidate({
      makeModel: () => new Sequential(new Linear(20, 32), new ReLU(), new Linear(32, 1)),
      makeOptimizer: (model) => new Adam(model.parameters()),
      data: { x, y },
      folds: new KFold({ nSplits: 5 }).split(2000),
      loss: new BCEWithLogitsLoss(),
      batchSize: 32,
      epochs: 20,
    }),
};

const result: Record<string, number> = {};
for (const [name, run] of Object.entries(work)) result[name] = await medianOf(Number(times), run);
console.log(JSON.stringify(result));
