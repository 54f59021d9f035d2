import { makeCircles } from '@kindling/data';
import { BCEWithLogitsLoss, Linear, type Module, ReLU, Sequential } from '@kindling/nn';
import { SGD } from '@kindling/optim';
import { noGrad, type Tensor, tensor } from '@kindling/tensor-core';
import { decisionBoundary, figure, gridOver, lossCurve, scatter } from '@kindling/viz';
import { reportFiles, showPicture, writePicture } from '../output/pictures.js';
import type { Reporter } from '../output/reporter.js';
import { runOverfitting } from './overfitting.js';
import { scoreGrid } from './score-grid.js';
import type { Session } from './setup.js';

/** The three networks: too small for the task, right for it, and larger than it needs. */
const designs = [
  { name: 'underfit', title: 'Too small', hidden: [2] },
  { name: 'justRight', title: 'Large enough', hidden: [1024, 1024] },
  // The tutorial calls it overfit; after its 500 steps it has not yet learned its own points.
  { name: 'overfit', title: 'A layer more', hidden: [512, 1024, 512] },
] as const;

const classNames = ['outer', 'inner'];

/** Linear layers with ReLUs between them, and one logit. */
function mlp(hidden: readonly number[]): Sequential {
  const layers: Module[] = [];
  let inputs = 2;
  for (const size of hidden) {
    layers.push(new Linear(inputs, size), new ReLU());
    inputs = size;
  }
  layers.push(new Linear(inputs, 1));
  return new Sequential(...layers);
}

/** Trains three networks of different capacity to tell an inner circle from an outer one, full batch, on the logits. */
export async function runCircles(
  { seed, rng, random, folder, theme }: Session,
  epochs: number,
  reporter: Reporter,
): Promise<void> {
  const circles = makeCircles({ nSamples: 500, noise: 0.02, randomState: random });
  const x = tensor(Float32Array.from(circles.data)).reshape(-1, 2);
  const y = tensor(Float32Array.from(circles.target)).reshape(-1, 1);
  const points = Array.from({ length: 500 }, (_, i): [number, number] => [
    circles.data[2 * i]!,
    circles.data[2 * i + 1]!,
  ]);
  const labels = circles.target;
  const grid = gridOver(points, { step: 0.01, padding: 0.1 });
  const models: object[] = [];
  const curves: { name: string; values: number[] }[] = [];
  const boundaries = [];
  for (const { name, title, hidden } of designs) {
    const model = mlp(hidden);
    const values = await train(model, x, y, epochs, name, reporter);
    const logits = [...(await noGrad(() => model(x)).data())];
    const accuracy = logits.filter((logit, i) => (logit > 0 ? 1 : 0) === labels[i]).length / labels.length;
    const loss = values[epochs - 1]!;
    reporter.line(
      `${name} [${hidden.join(', ')}]: loss ${loss.toFixed(4)}, accuracy ${(accuracy * 100).toFixed(1)} % after ${epochs} epochs`,
    );
    models.push({ name, hidden, loss, accuracy, epochs });
    const size = `${title} (${hidden.join(', ')})`;
    curves.push({ name: size, values });
    const axes = { xLabel: 'x₁', yLabel: 'x₂', title: `${title}: ${(accuracy * 100).toFixed(1)} %` };
    boundaries.push(
      decisionBoundary({ grid, logits: await scoreGrid(model, grid), points, labels, classNames, theme, ...axes }),
    );
  }
  await writePicture(
    folder,
    'circles-data',
    scatter({ theme, points, labels, classNames, xLabel: 'x₁', yLabel: 'x₂', title: 'Circles: data' }),
  );
  await writePicture(folder, 'circles-loss', lossCurve({ theme, series: curves, title: 'Circles: training loss' }));
  for (const [i, { name }] of designs.entries()) await writePicture(folder, `circles-${name}`, boundaries[i]!);
  await writePicture(
    folder,
    'circles-boundaries',
    figure({
      theme,
      plots: boundaries,
      columns: 3,
      title: `Three networks after ${epochs} steps, on their training points`,
    }),
  );
  const { picture, ...overfitting } = await runOverfitting({ random, theme }, reporter);
  await writePicture(folder, 'circles-overfitting', picture);
  const percent = (accuracy: number): string => `${(accuracy * 100).toFixed(1)} %`;
  reporter.line(
    `Overfitting, 40 noisy points: ${percent(overfitting.train.accuracy)} on them, ${percent(overfitting.heldOut.accuracy)} on 400 held out (best at epoch ${overfitting.bestEpoch})`,
  );
  showPicture(boundaries[1]!, reporter);
  reportFiles(folder, reporter);
  reporter.result({ task: 'circles', seed, rng, models, overfitting, files: folder.written });
}

/** The loss of each epoch, before its step. */
async function train(
  model: Module,
  x: Tensor,
  y: Tensor,
  epochs: number,
  name: string,
  reporter: Reporter,
): Promise<number[]> {
  const criterion = new BCEWithLogitsLoss();
  const optimizer = new SGD(model.parameters(), { lr: 0.01 });
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const loss = criterion(model(x), y);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    losses.push((await loss.data())[0]!);
    reporter.progress((epoch + 1) / epochs, `${name}: epoch ${epoch + 1}`);
    if ((epoch + 1) % 100 === 0) reporter.line(`${name}: epoch ${epoch + 1}, loss ${losses[epoch]!.toFixed(4)}`);
  }
  return losses;
}
