import {
  DataLoader,
  gaussianBlobs,
  loadSonar,
  StandardScaler,
  TensorDataset,
  toTensors,
  trainTestSplitIndices,
} from '@kindling/data';
import { rocCurve } from '@kindling/metrics';
import { BCELoss, Linear, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam, SGD } from '@kindling/optim';
import { type Tensor, tensor } from '@kindling/tensor-core';
import { fit, type LossFunction, predict } from '@kindling/train';
import { barPlot, decisionBoundary, gridOver, lossCurve, rocPlot } from '@kindling/viz';
import { reportFiles, showPicture, writePicture } from '../output/pictures.js';
import type { Reporter } from '../output/reporter.js';
import { scoreGrid } from './score-grid.js';
import { type ModelScores, perEpoch, scoreLine, scoresOf } from './scores.js';
import type { Session } from './setup.js';

interface Part {
  readonly x: Tensor;
  readonly y: Tensor;
}

interface Table {
  readonly name: string;
  readonly train: Part;
  readonly test: Part;
  readonly hidden: number;
}

/** A model to train, and what to draw of it. */
interface Plan {
  readonly name: string;
  make(features: number, hidden: number): Sequential;
  optimizer(model: Sequential): SGD | Adam;
  loss(model: Sequential): LossFunction;
}

const bce = new BCELoss();
const penalty = 0.01;
const logistic = (features: number): Sequential => new Sequential(new Linear(features, 1), new Sigmoid());
const weightOf = (model: Sequential): Tensor => (model.at(0) as Linear).weight;

const plans: readonly Plan[] = [
  {
    name: 'logistic',
    make: logistic,
    optimizer: (model) => new SGD(model.parameters(), { lr: 0.01 }),
    loss: () => bce,
  },
  {
    name: 'logistic, L2',
    make: logistic,
    optimizer: (model) => new SGD(model.parameters(), { lr: 0.01, weightDecay: 0.1 }),
    loss: () => bce,
  },
  {
    name: 'logistic, L1',
    make: logistic,
    optimizer: (model) => new SGD(model.parameters(), { lr: 0.01 }),
    loss: (model) => (p, y) => bce(p, y).add(weightOf(model).abs().sum().mul(penalty)),
  },
  {
    name: 'MLP',
    make: (features, hidden) =>
      new Sequential(new Linear(features, hidden), new ReLU(), new Linear(hidden, 1), new Sigmoid()),
    optimizer: (model) => new Adam(model.parameters(), { lr: 0.001 }),
    loss: () => bce,
  },
];

/** Logistic regression, plain and with penalties, beside an MLP: on blobs that a line separates, and on the sonar table. */
export async function runLogistic(
  { seed, rng, random, folder, theme }: Session,
  epochs: number,
  reporter: Reporter,
): Promise<void> {
  const models: ModelScores[] = [];
  const boundaries: { readonly name: string; readonly model: Sequential }[] = [];
  const tables = [blobs(random), await sonar(random)];
  for (const [t, table] of tables.entries()) {
    const { name, train, test, hidden } = table;
    const features = train.x.shape[1]!;
    const labels = Int32Array.from(await test.y.data());
    reporter.line(`${name}: ${train.x.shape[0]} rows to train on, ${labels.length} held out, ${features} features`);
    const curves = [];
    const roc = [];
    const weights = [];
    for (const [m, plan] of plans.entries()) {
      const model = plan.make(features, hidden);
      const history = await fit(model, {
        loss: plan.loss(model),
        optimizer: plan.optimizer(model),
        trainData: new DataLoader(new TensorDataset(train.x, train.y), { batchSize: 10, shuffle: true }),
        validation: test,
        metrics: perEpoch,
        epochs,
        onEpochEnd: ({ epoch, loss, metrics: { accuracy, precision, recall, f1 } }) => {
          const done = (t * plans.length + m + epoch / epochs) / (tables.length * plans.length);
          reporter.progress(done, `${name}, ${plan.name}: epoch ${epoch}`);
          if (epoch !== 1 && epoch % Math.ceil(epochs / 10) !== 0 && epoch !== epochs) return;
          const values = Object.entries({ loss, accuracy, precision, recall, F1: f1 });
          reporter.line(`  ${plan.name}, epoch ${epoch}: ${values.map(([k, v]) => `${k} ${v.toFixed(4)}`).join(', ')}`);
        },
      });
      const probabilities = await (await predict(model, test.x)).data();
      const scores = scoresOf(`${name}: ${plan.name}`, history, labels, probabilities);
      models.push(scores);
      curves.push({ name: plan.name, values: history.loss });
      roc.push({ ...rocCurve(labels, Array.from(probabilities)), name: plan.name, auc: scores.auc });
      if (plan.make === logistic)
        weights.push({ name: plan.name, values: Array.from(await weightOf(model).detach().data()) });
      if (features === 2 && (m === 0 || m === plans.length - 1)) boundaries.push({ name: plan.name, model });
    }
    const stem = `logistic-${name.toLowerCase()}`;
    await writePicture(folder, `${stem}-loss`, lossCurve({ theme, series: curves, title: `${name}: training loss` }));
    await writePicture(folder, `${stem}-roc`, rocPlot({ theme, curves: roc, title: `${name}: held-out rows` }));
    if (features > 2) {
      const names = weights[0]!.values.map((_, i) => (i % 10 === 9 ? String(i + 1) : ''));
      const title = `${name}: weights without and with penalties`;
      await writePicture(
        folder,
        `${stem}-weights`,
        barPlot({ theme, names, series: weights, title, nameLabel: 'feature', valueLabel: 'weight' }),
      );
    }
  }

  const { x, y } = tables[0]!.train;
  const flat = await x.data();
  const points = Array.from({ length: flat.length / 2 }, (_, i): [number, number] => [flat[2 * i]!, flat[2 * i + 1]!]);
  const grid = gridOver(points);
  const labels = [...(await y.data())];
  for (const { name, model } of boundaries) {
    const probabilities = await scoreGrid(model, grid);
    const texts = { title: `Blobs: ${name}`, xLabel: 'x₁', yLabel: 'x₂', classNames: ['class 0', 'class 1'] };
    const plot = decisionBoundary({ grid, probabilities, points, labels, theme, ...texts });
    await writePicture(folder, `logistic-blobs-${name.toLowerCase()}`, plot);
    showPicture(plot, reporter);
  }
  reporter.line();
  for (const scores of models) reporter.line(scoreLine(scores));
  reportFiles(folder, reporter);
  reporter.result({ task: 'logistic', seed, rng, epochs, models, files: folder.written });
}

function blobs(random: Session['random']): Table {
  const { x, y } = gaussianBlobs(200);
  return { name: 'Blobs', hidden: 16, ...split(x, y, random) };
}

/** Standardised by what the training rows say. */
async function sonar(random: Session['random']): Promise<Table> {
  const { x, y } = toTensors(loadSonar());
  const { train, test } = split(x, y, random);
  const numbers = (part: Part): number[][] => part.x.tolist() as number[][];
  const scaler = new StandardScaler().fit(numbers(train));
  const scaled = (part: Part): Part => ({ x: tensor(scaler.transform(numbers(part)) as number[][]), y: part.y });
  return { name: 'Sonar', hidden: 60, train: scaled(train), test: scaled(test) };
}

function split(x: Tensor, y: Tensor, randomState: Session['random']): { train: Part; test: Part } {
  const stratify = y.reshape(-1).tolist() as number[];
  const { train, test } = trainTestSplitIndices(stratify.length, { testSize: 0.3, stratify, randomState });
  const rows = (indices: Int32Array): Part => ({ x: x.indexSelect(0, indices), y: y.indexSelect(0, indices) });
  return { train: rows(train), test: rows(test) };
}
