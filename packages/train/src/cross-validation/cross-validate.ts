import { checkOptions, wrong } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import { toWhole } from '../data.js';
import { emptyHistory, type History, seriesOf } from '../history.js';
import { type FoldOutcome, type FoldSettings, monitorOf, trainFold } from './fold.js';
import { trainInThreads } from './in-threads.js';
import { named } from './named.js';
import type { CrossValidateOptions, CrossValidation, Fold, FoldMeasure } from './options.js';
import { curvesOf, summarize } from './summary.js';

/**
 * Trains a fresh model on each fold and measures it on the rows left out.
 *
 * A fold is drawn, its model made, and its optimizer, when its turn comes, so that random streams go on as in a loop by
 * hand. With `jobs` folds are trained at the same time, each in a thread; what comes out is the same.
 *
 * @throws what `fit` throws, a `TrainError` with the fold named; the reason of `signal` when it is aborted; `Error` for
 * no folds, or a row that is not there.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { gaussianBlobs, StratifiedKFold } from '@kindling/data';
 * import { accuracyScore } from '@kindling/metrics';
 * import { BCEWithLogitsLoss, Linear } from '@kindling/nn';
 * import { Adam } from '@kindling/optim';
 * import { setBackend } from '@kindling/tensor-core';
 * import { atThreshold, crossValidate } from '@kindling/train';
 * setBackend(await cpu());
 * const data = gaussianBlobs(60);
 * const { scores, mean, measures, curves } = await crossValidate({
 *   makeModel: () => new Linear(2, 1),
 *   makeOptimizer: (model) => new Adam(model.parameters(), { lr: 0.1 }),
 *   data,
 *   folds: new StratifiedKFold({ nSplits: 5, shuffle: true }).split(60, [...data.y.dataSync()]),
 *   loss: new BCEWithLogitsLoss(),
 *   metrics: { accuracy: atThreshold(accuracyScore, 0) },
 *   score: 'accuracy',
 *   curves: true,
 *   epochs: 50,
 * });
 * console.log(scores.length, mean > 0.9); // => 5 true
 * console.log(measures.valLoss.interval!.method, curves![0]!.roc!.tpr.at(-1)); // => corrected-t 1
 * ```
 */
export async function crossValidate<Name extends string = never>(
  options: CrossValidateOptions<Name>,
): Promise<CrossValidation<Name>> {
  return runFolds(options, options?.curves === true);
}

/** Hears of a fold's outputs as soon as they are there. */
export type OutputListener = (rows: Fold, outcome: FoldOutcome) => void;

/** All folds, one after the other or in threads. */
export async function runFolds<Name extends string>(
  options: CrossValidateOptions<Name>,
  wantOutputs: boolean,
  onOutputs?: OutputListener,
): Promise<CrossValidation<Name>> {
  if (typeof (options as unknown) !== 'object' || options === null)
    wrong(ArgumentError, 'crossValidate', 'the options', '{ makeModel, makeOptimizer, data, folds, … }', options);
  if (typeof options.folds !== 'object' || options.folds === null || !(Symbol.iterator in options.folds))
    wrong(
      ArgumentError,
      'crossValidate',
      'folds',
      'what a splitter gives, such as new KFold().split(rows)',
      options.folds,
    );
  const { data, folds, curves, interval, jobs, onFoldEnd, ...settings } = options;
  checkSettings(settings, interval);
  const whole = toWhole('crossValidate: data', data);
  const labels = wantOutputs && curves === true ? await whole.y.data() : null;
  const rowsOfFolds: Fold[] = [];
  const outcomes: FoldOutcome<Name>[] = [];
  const keep = (fold: number, outcome: FoldOutcome<Name>): void => {
    outcomes[fold - 1] = outcome;
    onOutputs?.(rowsOfFolds[fold - 1]!, outcome);
  };
  if (jobs === undefined) {
    for (const rows of folds) {
      settings.signal?.throwIfAborted();
      checkFold(rows);
      const fold = rowsOfFolds.push(rows);
      await named(fold, () =>
        trainFold(settings, whole, rows, fold, wantOutputs, async (outcome, { model, preparer }) => {
          keep(fold, outcome);
          const { history, score, measures } = outcome;
          await onFoldEnd?.({ fold, rows, model, history, score, measures, prepare: (x) => preparer.run(x) });
        }),
      );
    }
  } else {
    rowsOfFolds.push(...folds);
    await trainInThreads(settings, whole, rowsOfFolds, jobs, wantOutputs, async (fold, outcome, event) => {
      keep(fold, outcome);
      await onFoldEnd?.(event());
    });
  }
  if (outcomes.length === 0) throw new Error('crossValidate: there are no folds');
  const { values, ...whichScore } = summarize(
    outcomes.map(({ score }) => score),
    rowsOfFolds,
    interval,
  );
  return {
    scores: values,
    ...whichScore,
    measures: summaries(outcomes, rowsOfFolds, interval),
    curves:
      labels === null
        ? null
        : outcomes.map(({ outputs }, i) =>
            curvesOf(
              Array.from(rowsOfFolds[i]!.test, (row) => labels[row]!),
              outputs!,
            ),
          ),
    histories: outcomes.map(({ history }): History<Name> => history),
    folds: rowsOfFolds,
  };
}

function checkSettings<Name extends string>(
  settings: FoldSettings<Name>,
  interval: CrossValidateOptions['interval'],
): void {
  const { innerSize, metrics } = settings;
  if (innerSize !== undefined && !(innerSize > 0 && innerSize < 1)) {
    wrong(ArgumentError, 'crossValidate', 'innerSize', 'a share between 0 and 1', innerSize);
  }
  if (interval !== undefined) {
    const known = { method: 1, confidence: 1, resamples: 1, seed: 1 } as const;
    checkOptions(ArgumentError, 'crossValidate: interval', interval, known);
    // Before the work, not after it.
    summarize([0, 1], [{ train: [0], test: [1] }], interval);
  }
  seriesOf('crossValidate', emptyHistory(Object.keys(metrics ?? {})), monitorOf(settings));
}

function summaries<Name extends string>(
  outcomes: readonly FoldOutcome<Name>[],
  folds: readonly Fold[],
  interval: CrossValidateOptions['interval'],
): Record<'valLoss' | Name, FoldMeasure> {
  const names = Object.keys(outcomes[0]!.measures) as ('valLoss' | Name)[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      summarize(
        outcomes.map(({ measures }) => measures[name]),
        folds,
        interval,
      ),
    ]),
  ) as Record<'valLoss' | Name, FoldMeasure>;
}

function checkFold(rows: Fold): void {
  const lists = [rows?.train, rows?.test].every((list) => Array.isArray(list) || ArrayBuffer.isView(list));
  if (!lists) wrong(ArgumentError, 'crossValidate', 'each of the folds', '{ train, test }, lists of row numbers', rows);
}
