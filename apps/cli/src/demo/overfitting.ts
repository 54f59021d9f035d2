import { makeCircles } from '@kindling/data';
import { BCEWithLogitsLoss, Linear, ReLU, Sequential } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import { noGrad, type Tensor, tensor } from '@kindling/tensor-core';
import { decisionBoundary, figure, gridOver, lossCurve, type Scene } from '@kindling/viz';
import type { Reporter } from '../output/reporter.js';
import { scoreGrid } from './score-grid.js';
import type { Session } from './setup.js';

/** How well a network does on some points. */
interface Score {
  readonly loss: number;
  readonly accuracy: number;
}

/** What {@link runOverfitting} found: the points it was trained on, those it never saw, and a picture of both. */
export interface Overfitting {
  readonly train: Score;
  readonly heldOut: Score;
  /** The epoch after which the loss on the held-out points only rose. */
  readonly bestEpoch: number;
  readonly picture: Scene;
}

const epochs = 600;
const classNames = ['outer', 'inner'];

/**
 * Trains a network that is far too able for forty noisy points, beside four hundred that it is not shown: it learns the noise
 * by heart, and the loss on the others rises while its own still falls.
 */
export async function runOverfitting(
  { random, theme }: Pick<Session, 'random' | 'theme'>,
  reporter: Reporter,
): Promise<Overfitting> {
  const draw = (nSamples: number): Points => {
    const { data, target } = makeCircles({ nSamples, noise: 0.16, factor: 0.6, randomState: random });
    return {
      x: tensor(Float32Array.from(data)).reshape(-1, 2),
      y: tensor(Float32Array.from(target)).reshape(-1, 1),
      points: Array.from({ length: target.length }, (_, i): [number, number] => [data[2 * i]!, data[2 * i + 1]!]),
      labels: target,
    };
  };
  const few = draw(40);
  const many = draw(400);
  const model = new Sequential(new Linear(2, 128), new ReLU(), new Linear(128, 128), new ReLU(), new Linear(128, 1));
  const criterion = new BCEWithLogitsLoss();
  const optimizer = new Adam(model.parameters(), { lr: 0.003 });
  const own: number[] = [];
  const others: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    others.push(await numberIn(noGrad(() => criterion(model(many.x), many.y))));
    const loss = criterion(model(few.x), few.y);
    optimizer.zeroGrad();
    loss.backward();
    optimizer.step();
    own.push(await numberIn(loss));
    reporter.progress((epoch + 1) / epochs, `overfitting: epoch ${epoch + 1}`);
  }
  const score = async ({ x, labels }: Points, losses: readonly number[]): Promise<Score> => {
    const logits = [...(await noGrad(() => model(x)).data())];
    const right = logits.filter((logit, i) => (logit > 0 ? 1 : 0) === labels[i]).length;
    return { loss: losses.at(-1)!, accuracy: right / labels.length };
  };
  const [train, heldOut] = [await score(few, own), await score(many, others)];
  const bestEpoch = others.indexOf(others.reduce((a, b) => Math.min(a, b))) + 1;
  const grid = gridOver(many.points, { columns: 80, rows: 80, padding: 0.05 });
  const logits = await scoreGrid(model, grid);
  const axes = { grid, logits, classNames, xLabel: 'x₁', yLabel: 'x₂' };
  const percent = ({ accuracy }: Score): string => `${(accuracy * 100).toFixed(1)} %`;
  const picture = figure({
    theme,
    plots: [
      decisionBoundary({
        theme,
        ...axes,
        points: few.points,
        labels: few.labels,
        title: `40 points trained on: ${percent(train)}`,
      }),
      decisionBoundary({
        theme,
        ...axes,
        points: many.points,
        labels: many.labels,
        title: `400 held out: ${percent(heldOut)}`,
      }),
      lossCurve({ theme, series: [{ values: own, validation: others }], title: 'Loss on both' }),
    ],
    columns: 3,
    title: 'Overfitting: the noise of forty points, learned by heart',
  });
  return { train, heldOut, bestEpoch, picture };
}

interface Points {
  readonly x: Tensor;
  readonly y: Tensor;
  readonly points: [number, number][];
  readonly labels: ArrayLike<number>;
}

async function numberIn(scalar: Tensor): Promise<number> {
  return (await scalar.data())[0]!;
}
