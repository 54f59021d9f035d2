import { needOptions, wrong } from '@internal/arguments';
import { ArgumentError, getRngState, setRngState } from '@kindling/tensor-core';
import { BestWeights } from './best-weights.js';
import type { Stateful } from './checkpoint/stateful.js';
import type { Data } from './data.js';
import { TrainError } from './errors.js';
import { fit } from './fit.js';
import type { LossFunction, Model, Updater } from './types.js';

/** What {@link findLearningRate} is to try. */
export interface FindLearningRateOptions {
  /** What is made small. */
  readonly loss: LossFunction;
  /** The optimizer whose rate is sought; rates and state are as before afterwards. */
  readonly optimizer: Updater & Stateful & { readonly paramGroups: readonly { lr: number }[] };
  /** What the model learns from, in batches. */
  readonly trainData: Data;
  /** The first rate that is tried; default 1e-6. */
  readonly from?: number;
  /** The last one; default 10. */
  readonly to?: number;
  /** How many steps, each with a rate larger than the one before by the same factor; default 100. */
  readonly steps?: number;
}

/** What {@link findLearningRate} found. */
export interface LearningRates {
  /** The rates that were tried, until the loss grew to four times its best. */
  readonly rates: number[];
  /** The loss at each, smoothed as an average that forgets. */
  readonly losses: number[];
  /** A tenth of the rate at which the loss was smallest, where it still falls fast: a good one to begin with. */
  readonly suggestion: number;
}

/**
 * Tries ever larger learning rates, one a batch, until the loss grows (Smith, 2017). Model, optimizer and random stream are
 * as before afterwards.
 *
 * @throws `ArgumentError` for rates and steps that make no sense; `TrainError` where the loss is not finite from the start.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { gaussianBlobs } from '@kindling/data';
 * import { BCEWithLogitsLoss, Linear } from '@kindling/nn';
 * import { Adam } from '@kindling/optim';
 * import { setBackend } from '@kindling/tensor-core';
 * import { findLearningRate } from '@kindling/train';
 * setBackend(await cpu());
 * const model = new Linear(2, 1);
 * const optimizer = new Adam(model.parameters());
 * const { suggestion } = await findLearningRate(model, {
 *   loss: new BCEWithLogitsLoss(),
 *   optimizer,
 *   trainData: { ...gaussianBlobs(100), batchSize: 20, shuffle: true },
 * });
 * console.log(suggestion > 1e-3 && suggestion < 10, optimizer.paramGroups[0]!.lr); // => true 0.001
 * ```
 */
export async function findLearningRate(model: Model, options: FindLearningRateOptions): Promise<LearningRates> {
  needOptions(ArgumentError, 'findLearningRate', options, {
    loss: 1,
    optimizer: 1,
    trainData: 1,
    from: 'number',
    to: 'number',
    steps: 1,
  });
  const { loss, optimizer, trainData, from = 1e-6, to = 10, steps = 100 } = options;
  if (!(from > 0 && to > from && to < Number.POSITIVE_INFINITY)) {
    throw new ArgumentError(`findLearningRate: rates must go from above 0 to more, got ${from} to ${to}`);
  }
  if (!Number.isSafeInteger(steps) || steps < 10)
    wrong(ArgumentError, 'findLearningRate', 'steps', 'a whole number from 10', steps);
  if (typeof model?.stateDict !== 'function') wrong(ArgumentError, 'findLearningRate', 'the model', 'a Module', model);
  if (typeof optimizer?.step !== 'function')
    wrong(ArgumentError, 'findLearningRate', 'optimizer', 'an optimizer', optimizer);
  const weights = new BestWeights(model);
  weights.save();
  const state = structuredState(optimizer);
  const stream = getRngState();
  const found = { rates: [] as number[], losses: [] as number[] };
  try {
    let average = 0;
    const rateAt = (step: number): number => from * (to / from) ** (step / (steps - 1));
    const setRate = (): void => {
      for (const group of optimizer.paramGroups) group.lr = rateAt(found.rates.length);
    };
    await fit(model, {
      loss,
      optimizer,
      trainData,
      epochs: Number.MAX_SAFE_INTEGER,
      allowNonFinite: true,
      readLoss: 'batch',
      beforeStep: setRate,
      onWarning: () => {},
      onBatchEnd({ loss: value, training }) {
        if (!Number.isFinite(value)) return training.stop();
        average = 0.9 * average + 0.1 * value!;
        found.rates.push(rateAt(found.rates.length));
        found.losses.push(average / (1 - 0.9 ** (found.losses.length + 1)));
        const best = Math.min(...found.losses);
        const worse = found.losses.length > 10 && found.losses.at(-1)! > best + 3 * Math.abs(best);
        if (worse || found.rates.length === steps) training.stop();
      },
    });
  } finally {
    weights.restore();
    optimizer.loadStateDict(state as never);
    setRngState(stream);
  }
  if (found.rates.length < 2) throw new TrainError(`findLearningRate: the loss is not finite at a rate of ${from}`);
  return { ...found, suggestion: found.rates[found.losses.indexOf(Math.min(...found.losses))]! / 10 };
}

/** A copy of an optimizer's state that its next steps do not change. */
function structuredState(optimizer: Stateful): object {
  const copy = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if ('clone' in value && 'dtype' in value) return (value as { clone(): { detach(): unknown } }).clone().detach();
    if (Array.isArray(value)) return value.map(copy);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
  };
  return copy(optimizer.stateDict()) as object;
}
