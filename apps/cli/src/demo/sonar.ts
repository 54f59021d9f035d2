import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type DataTable, loadSonar, parseCsv, StratifiedKFold, toTensors, trainTestSplitIndices } from '@kindling/data';
import { accuracyScore, rocAucScore, rocCurve } from '@kindling/metrics';
import { BCELoss, Linear, type Module, ReLU, Sequential, Sigmoid } from '@kindling/nn';
import { Adam } from '@kindling/optim';
import type { Tensor } from '@kindling/tensor-core';
import { atThreshold, type CrossValidation, crossValidate, evaluate, fit, predict } from '@kindling/train';
import { lossCurve, rocPlot } from '@kindling/viz';
import { reasonOf } from '../output/files.js';
import { reportFiles, showPicture, writePicture } from '../output/pictures.js';
import type { Reporter } from '../output/reporter.js';
import type { Session } from './setup.js';

/** The table to learn from, and what pictures and lines call it. */
interface Task {
  readonly name: string;
  readonly table: DataTable;
}

const designs = ['wide', 'deep'] as const;
type Design = (typeof designs)[number];

const folds = 5;
const training = {
  loss: new BCELoss(),
  metrics: { accuracy: atThreshold(accuracyScore) },
  restoreBest: { monitor: 'accuracy', mode: 'max' },
} as const;
const batchSize = 10;
const makeOptimizer = (model: Pick<Module, 'parameters'>): Adam => new Adam(model.parameters(), { lr: 1e-4 });

/**
 * The Sonar data, or a table of the user's.
 *
 * @throws Error that names file, line and column where the table cannot be read as numbers and two classes.
 */
export function loadTable(flags: { readonly data?: string; readonly target?: string; readonly header: boolean }): Task {
  if (flags.data === undefined) {
    if (flags.target !== undefined || flags.header)
      throw new Error('--target and --header describe a table; give it with --data');
    return { name: 'Sonar', table: loadSonar() };
  }
  let text: string;
  try {
    text = readFileSync(flags.data, 'utf8');
  } catch (error) {
    throw new Error(`cannot read ${flags.data}: ${reasonOf(error)}`);
  }
  const name = basename(flags.data);
  const target = flags.target === undefined ? {} : { target: flags.target };
  return { name, table: parseCsv(text, { header: flags.header, ...target, name, maxClasses: 2 }) };
}

/** One hidden layer three times as wide as the input, or three as wide as the input. */
function network(design: Design, features: number): Sequential {
  const n = features;
  return design === 'wide'
    ? new Sequential(new Linear(n, 3 * n), new ReLU(), new Linear(3 * n, 1), new Sigmoid())
    : new Sequential(
        new Linear(n, n),
        new ReLU(),
        new Linear(n, n),
        new ReLU(),
        new Linear(n, n),
        new ReLU(),
        new Linear(n, 1),
        new Sigmoid(),
      );
}

/** Compares a wide and a deep network by stratified cross-validation, trains the better one again, and draws its ROC. */
export async function runSonar(
  session: Session,
  { name, table }: Task,
  epochs: number,
  reporter: Reporter,
): Promise<void> {
  const { seed, rng, random, folder, theme } = session;
  const { x, y, classes } = toTensors(table);
  const { rows, columns: features } = table;
  const labels = Int32Array.from(await y.data());
  const split = trainTestSplitIndices(rows, { trainSize: 0.7, shuffle: true, randomState: random });
  const trainLabels = pick(labels, split.train);
  const testLabels = pick(labels, split.test);
  for (const [part, own] of [
    ['training', trainLabels],
    ['test', testLabels],
  ] as const) {
    if (new Set(own).size < 2) {
      throw new Error(
        `${name}: the ${part} part of ${own.length} rows holds only class "${classes[own[0] ?? 0]}"; more rows are needed, or another --seed`,
      );
    }
  }
  reporter.line(
    `${name}: ${rows} rows, ${features} features, classes ${classes.map((label, i) => `${label} = ${i}`).join(', ')}`,
  );
  reporter.line(`${split.train.length} rows to train on, ${split.test.length} to test on`);

  const train = select(x, y, split.train);
  const test = select(x, y, split.test);
  const cv = {} as Record<Design, CrossValidation<'accuracy'>>;
  for (const design of designs) {
    const splitter = new StratifiedKFold({ nSplits: folds, shuffle: true, randomState: random });
    let fold = 1;
    cv[design] = await crossValidate({
      ...training,
      makeModel: () => network(design, features),
      makeOptimizer,
      data: train,
      folds: splitter.split(trainLabels.length, trainLabels),
      batchSize,
      epochs,
      onEpochEnd: ({ epoch }) =>
        reporter.progress((fold - 1 + epoch / epochs) / folds, `${design}: fold ${fold} of ${folds}`),
      onFoldEnd: (event) => {
        reporter.line(`Accuracy (${design}), fold ${event.fold}: ${event.score.toFixed(2)}`);
        fold = event.fold + 1;
      },
    });
    const { mean, std } = cv[design];
    reporter.line(`${design}: ${percent(mean)} (+/- ${percent(std)})`);
  }

  const winner: Design = cv.deep.mean > cv.wide.mean ? 'deep' : 'wide';
  reporter.line();
  reporter.line(`Training the ${winner} network again on all ${split.train.length} training rows`);
  const model = network(winner, features);
  const history = await fit(model, {
    ...training,
    optimizer: makeOptimizer(model),
    trainData: { ...train, batchSize },
    validation: test,
    epochs,
    onEpochEnd: ({ epoch }) => reporter.progress(epoch / epochs, `epoch ${epoch}`),
  });
  const { loss } = await evaluate(model, test, { loss: training.loss });
  const probabilities = [...(await predict(model, test.x).data())];
  const accuracy = history.bestValue!;
  const auc = rocAucScore(testLabels, probabilities);
  reporter.line(`Final accuracy: ${percent(accuracy)}, AUC ${auc.toFixed(4)}`);
  reporter.line(
    'The best epoch was chosen on the test rows, as in the tutorial, which is a little too good; see the end.',
  );
  reporter.line();
  reporter.line('Five test rows, predicted (probability of the second class) and true:');
  for (let i = 0; i < Math.min(5, probabilities.length); i++) {
    reporter.line(
      `  row ${split.test[i]}: ${probabilities[i]!.toFixed(4)} -> ${classes[probabilities[i]! > 0.5 ? 1 : 0]} (${classes[testLabels[i]!]})`,
    );
  }

  const curve = rocCurve(testLabels, probabilities);
  const roc = rocPlot({ theme, curves: [{ ...curve, name: winner, auc }], title: `${name}: ROC on the test rows` });
  await writePicture(folder, 'sonar-roc', roc);
  await writePicture(
    folder,
    'sonar-loss',
    lossCurve({
      theme,
      title: `${name}: training loss, mean of ${folds} folds`,
      series: designs.map((design) => ({
        name: design,
        values: meanCurve(cv[design].histories.map(({ loss }) => loss)),
      })),
    }),
  );
  await writePicture(
    folder,
    'sonar-final-loss',
    lossCurve({
      theme,
      title: `${name}: the final ${winner} network`,
      // The tutorial's protocol; they are no validation rows, which nobody tests on.
      series: [
        { name: 'training rows', values: history.loss },
        { name: 'test rows, which choose the epoch', values: history.valLoss! },
      ],
    }),
  );
  const unseen = await untouched(train, trainLabels, test, testLabels, () => network(winner, features), epochs, random);
  reporter.line();
  reporter.line(
    `With the epoch chosen on a fifth of the training rows, and the test rows asked once: ${percent(unseen.accuracy)}, AUC ${unseen.auc.toFixed(4)}`,
  );
  showPicture(roc, reporter);
  reportFiles(folder, reporter);
  reporter.result({
    task: 'sonar',
    seed,
    rng,
    epochs,
    split: { train: [...split.train], test: [...split.test] },
    cv: { wide: summary(cv.wide), deep: summary(cv.deep) },
    winner,
    final: { accuracy, auc, loss, probabilities },
    unseen,
    files: folder.written,
  });
}

/** The final network once more, of which nothing was chosen on the test rows. */
async function untouched(
  train: { x: Tensor; y: Tensor },
  trainLabels: Int32Array,
  test: { x: Tensor; y: Tensor },
  testLabels: Int32Array,
  makeModel: () => Sequential,
  epochs: number,
  randomState: Session['random'],
): Promise<{ accuracy: number; auc: number; bestEpoch: number | null }> {
  const inner = trainTestSplitIndices(trainLabels.length, { testSize: 0.2, stratify: trainLabels, randomState });
  const model = makeModel();
  const { bestEpoch } = await fit(model, {
    ...training,
    optimizer: makeOptimizer(model),
    trainData: { ...select(train.x, train.y, inner.train), batchSize },
    validation: select(train.x, train.y, inner.test),
    epochs,
  });
  const probabilities = [...(await predict(model, test.x).data())];
  const found = probabilities.map((p) => (p > 0.5 ? 1 : 0));
  return { accuracy: accuracyScore(testLabels, found), auc: rocAucScore(testLabels, probabilities), bestEpoch };
}

function summary({ folds, scores, mean, std, histories }: CrossValidation<'accuracy'>): object {
  return {
    folds: folds.map(({ test }) => Array.from(test)),
    accuracy: scores,
    mean,
    std,
    loss: histories.map(({ loss }) => loss),
  };
}

/** The mean over several runs of each epoch's value. */
function meanCurve(curves: readonly (readonly number[])[]): number[] {
  return curves[0]!.map((_, epoch) => curves.reduce((sum, curve) => sum + curve[epoch]!, 0) / curves.length);
}

function select(x: Tensor, y: Tensor, rows: Int32Array): { x: Tensor; y: Tensor } {
  return { x: x.indexSelect(0, rows), y: y.indexSelect(0, rows) };
}

function pick(values: Int32Array, rows: Int32Array): Int32Array {
  return rows.map((row) => values[row]!);
}

function percent(fraction: number): string {
  return `${(fraction * 100).toFixed(2)}%`;
}
