import { gaussianBlobs } from '@kindling/data';
import { BCELoss, Linear, Sequential, Sigmoid } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { noGrad, randn, type Tensor } from '@kindling/tensor-core';
import { classifierFigure, decisionBoundary, gridOver, lossCurve, scatter, updateHistory } from '@kindling/viz';
import { reportFiles, showPicture, writePicture } from '../output/pictures.js';
import type { Reporter } from '../output/reporter.js';
import { scoreGrid } from './score-grid.js';
import type { Session } from './setup.js';

/** What {@link runBlobs} trains. */
export interface BlobsOptions {
  readonly epochs: number;
  /** The number of points; an odd one counts as one less. */
  readonly n: number;
}

const classNames = ['class 0', 'class 1'];

/** Trains an MLP to tell two Gaussian blobs apart: full batches, and a record of the first layer's gradients and updates. */
export async function runBlobs(
  { seed, rng, folder, theme }: Session,
  { epochs, n }: BlobsOptions,
  reporter: Reporter,
): Promise<void> {
  const { x, y } = gaussianBlobs(n);
  const model = new Sequential(new Linear(2, 100), new Sigmoid(), new Linear(100, 1), new Sigmoid());
  // As in the tutorial, which looks at the shape of one answer and the values of another before it trains.
  noGrad(() => model(randn(5, 2)));
  const fresh = await noGrad(() => model(randn(5, 2))).data();
  reporter.line(`Before training, five random points score ${[...fresh].map((p) => p.toFixed(4)).join(' ')}`);

  const criterion = new BCELoss();
  const optimizer = new SGD(model.parameters(), { lr: 0.1 });
  const weight = (model.at(0) as Linear).weight;
  const loss: number[] = [];
  const gradient: number[] = [];
  const update: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const error = criterion(model(x), y);
    optimizer.zeroGrad();
    error.backward();
    const before = weight.detach().clone();
    const slope = weight.grad!.abs().sum();
    optimizer.step();
    const moved = weight.detach().sub(before).abs().sum();
    loss.push(await numberIn(error));
    gradient.push(await numberIn(slope));
    update.push(await numberIn(moved));
    reporter.line(`Epoch: ${epoch + 1}, train loss: ${loss[epoch]!.toFixed(4)}`);
    reporter.progress((epoch + 1) / epochs, `epoch ${epoch + 1}`);
  }

  const probabilities = [...(await noGrad(() => model(x)).data())];
  const labels = [...(await y.data())];
  const accuracy = probabilities.filter((p, i) => (p >= 0.5 ? 1 : 0) === labels[i]).length / labels.length;
  const mean = (label: number): number => {
    const own = probabilities.filter((_, i) => labels[i] === label);
    return own.reduce((sum, p) => sum + p, 0) / own.length;
  };
  const meanPrediction = { class1: mean(1), class0: mean(0) };
  reporter.line();
  reporter.line(
    `Mean prediction for class 1: ${meanPrediction.class1.toFixed(4)}, for class 0: ${meanPrediction.class0.toFixed(4)}`,
  );
  reporter.line(`Accuracy: ${(accuracy * 100).toFixed(1)} %`);

  const points = { data: await x.data(), shape: x.shape };
  const samples = { points: pairs(points.data), labels, classNames };
  const axes = { xLabel: 'x₁', yLabel: 'x₂', theme };
  const grid = gridOver(samples.points);
  const scored = { grid, probabilities: await scoreGrid(model, grid), ...samples, ...axes };
  const boundary = decisionBoundary({ ...scored, title: 'Two blobs: decision boundary' });
  await writePicture(folder, 'blobs-data', scatter({ ...samples, ...axes, title: 'Two blobs: data' }));
  await writePicture(
    folder,
    'blobs-loss',
    lossCurve({ theme, series: [{ values: loss }], title: 'Two blobs: training loss' }),
  );
  await writePicture(folder, 'blobs-boundary', boundary);
  await writePicture(
    folder,
    'blobs-updates',
    updateHistory({
      theme,
      gradient,
      update,
      yLabel: 'sum of absolute values',
      title: 'Two blobs: first layer, gradient and update',
    }),
  );
  await writePicture(folder, 'blobs-figure', classifierFigure({ ...scored, loss, title: 'Two blobs' }));
  showPicture(boundary, reporter);
  reportFiles(folder, reporter);
  reporter.result({
    task: 'blobs',
    seed,
    rng,
    epochs,
    loss,
    gradient,
    update,
    accuracy,
    meanPrediction,
    files: folder.written,
  });
}

async function numberIn(scalar: Tensor): Promise<number> {
  return (await scalar.data())[0]!;
}

function pairs(flat: ArrayLike<number>): [number, number][] {
  return Array.from({ length: flat.length / 2 }, (_, i) => [flat[2 * i]!, flat[2 * i + 1]!]);
}
