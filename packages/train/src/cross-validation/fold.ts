import { wrong } from '@internal/arguments';
import { Module } from '@kindling/nn';
import { ArgumentError, SeedrandomGenerator, setDefaultGenerator, type Tensor } from '@kindling/tensor-core';
import { TrainError } from '../errors.js';
import { evaluate } from '../evaluate.js';
import { fit } from '../fit.js';
import { type History, seriesOf } from '../history.js';
import type { Values } from '../metrics/metric.js';
import { predict } from '../predict.js';
import type { Model } from '../types.js';
import { innerSplit } from './inner-split.js';
import type { CrossValidateOptions, Fold } from './options.js';
import { Preparer } from './preparer.js';
import { rowsOf } from './rows-of.js';

/** What training one fold needs of the options. */
export type FoldSettings<Name extends string> = Omit<
  CrossValidateOptions<Name>,
  'data' | 'folds' | 'curves' | 'interval' | 'jobs' | 'onFoldEnd'
>;

/** What one fold has come to. */
export interface FoldOutcome<Name extends string = string> {
  readonly history: History<Name>;
  readonly score: number;
  readonly measures: Record<'valLoss' | Name, number>;
  /** What the model says of the test rows, where that is wanted. */
  readonly outputs: Values | null;
}

/** The trained model, and what prepares its inputs. */
export interface Trained {
  readonly model: Model;
  readonly preparer: Preparer;
  /** The rows that it has learnt from: not those put aside. */
  readonly learnt: ArrayLike<number>;
}

/** What is watched where nothing else is said. */
export function monitorOf({ score, restoreBest }: Pick<CrossValidateOptions, 'score' | 'restoreBest'>): string {
  return score ?? restoreBest?.monitor ?? 'valLoss';
}

/** Trains and measures one fold; `use` has it before its tensors are given back. */
export async function trainFold<Name extends string, Result>(
  settings: FoldSettings<Name>,
  whole: { readonly x: Tensor; readonly y: Tensor },
  rows: Fold,
  fold: number,
  wantOutputs: boolean,
  use: (outcome: FoldOutcome<Name>, trained: Trained) => Promise<Result>,
): Promise<Result> {
  const { makeModel, makeOptimizer, score, batchSize, shuffle, dropLast, preprocess, innerSize, seed, ...rest } =
    settings;
  const monitor = monitorOf(settings);
  const how = {
    ...(batchSize === undefined ? {} : { batchSize }),
    ...(shuffle === undefined ? {} : { shuffle }),
    ...(dropLast === undefined ? {} : { dropLast }),
  };
  const before = seed === undefined ? null : setDefaultGenerator(new SeedrandomGenerator(`${seed}/fold ${fold}`));
  const made: Tensor[] = [];
  try {
    const { learnt, watched } =
      innerSize === undefined
        ? { learnt: rows.train, watched: rows.test }
        : await innerSplit(whole.y, rows.train, innerSize);
    const preparer = new Preparer(preprocess?.(fold) ?? null);
    const take = async (some: ArrayLike<number>, first = false) => {
      const { x, y } = rowsOf(whole, some);
      const prepared = first ? await preparer.first(x, y) : await preparer.run(x);
      made.push(x, y, prepared);
      return { x: prepared, y };
    };
    const trainData = { ...(await take(learnt, true)), ...how };
    const validation = await take(watched);
    const model = makeModel(fold);
    if (!(model instanceof Module)) wrong(ArgumentError, 'crossValidate', 'what makeModel makes', 'a module', model);
    const optimizer = makeOptimizer(model);
    const history = await fit<Name>(model, { ...rest, optimizer, trainData, validation });
    rest.signal?.throwIfAborted();
    const at = (history.bestEpoch ?? history.epochs) - 1;
    if (at < 0) throw new TrainError('it was stopped before its first epoch ended');
    const test = innerSize === undefined ? validation : await take(rows.test);
    const measures = innerSize === undefined ? measuresAt(history, at) : await measured(model, test, settings);
    const value = monitor === 'loss' ? history.loss[at]! : measures[monitor as Name];
    const outputs = wantOutputs ? await outputsOf(model, test.x) : null;
    return await use({ history, score: value, measures, outputs }, { model, preparer, learnt });
  } finally {
    if (before !== null) setDefaultGenerator(before);
    for (const tensor of made) tensor.dispose();
  }
}

/** What was measured after an epoch, from 0. */
function measuresAt<Name extends string>(history: History<Name>, at: number): FoldOutcome<Name>['measures'] {
  const names = ['valLoss', ...Object.keys(history.metrics)];
  return Object.fromEntries(
    names.map((name) => [name, seriesOf('crossValidate', history, name)[at]!]),
  ) as FoldOutcome<Name>['measures'];
}

async function measured<Name extends string>(
  model: Model,
  test: { readonly x: Tensor; readonly y: Tensor },
  { loss, metrics }: FoldSettings<Name>,
): Promise<FoldOutcome<Name>['measures']> {
  const found = await evaluate<Name>(model, test, metrics === undefined ? { loss } : { loss, metrics });
  return { valLoss: found.loss!, ...found.metrics } as FoldOutcome<Name>['measures'];
}

async function outputsOf(model: Model, x: Tensor): Promise<Values> {
  const output = predict(model, x);
  const { shape } = output;
  const values = Float64Array.from(await output.data());
  output.dispose();
  return { shape, dataSync: () => values };
}
