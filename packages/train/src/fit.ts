import { scope, type Tensor } from '@kindling/tensor-core';
import { dropGrad } from '@kindling/tensor-core/internal';
import { BestWeights } from './best-weights.js';
import type { Callback, Training } from './callbacks/callback.js';
import { checkRows, toBatches } from './data.js';
import { TrainError } from './errors.js';
import { Evaluator } from './evaluate.js';
import { checkOptions, type FitOptions } from './fit-options.js';
import { emptyHistory, type History, seriesOf } from './history.js';
import { LossMeter } from './loss-meter.js';
import { rememberModes } from './modes.js';
import { Pacer } from './pacer.js';
import type { Model } from './types.js';

/**
 * Trains a model: for each epoch one optimizer step a batch, then validation; the loop that PyTorch scripts write by hand,
 * with the same numbers.
 *
 * A step calls the model, the loss, `zeroGrad`, `backward` and `step`, and then gives back the tensors that were made in
 * it, so that nothing is left on a GPU; `keep` those that you want to see later. Gradients stay until the next step. The model trains in training mode, is validated in evaluation
 * mode, and is then put back in the modes it was in. Other events of the page or process run every 40 ms or so.
 *
 * With `restoreBest` the best weights are put back whichever way training ends: also when it is stopped or aborted, and
 * when it throws.
 *
 * @returns the losses and metrics of every finished epoch.
 * @throws {@link TrainError} for a loss that is not finite, named by epoch and batch, before it changes the weights
 * (where losses are read at once); for data without batches, and a metric that throws. `Error` for options that make no
 * sense. What model, loss, optimizer and callbacks throw comes through.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { gaussianBlobs } from '@kindling/data';
 * import { accuracyScore } from '@kindling/metrics';
 * import { BCELoss, Linear, Sequential, Sigmoid } from '@kindling/nn';
 * import { SGD } from '@kindling/optim';
 * import { manualSeed, setBackend } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * import { atThreshold, fit } from '@kindling/train';
 * setBackend(await cpu());
 * manualSeed(42, { engine: TorchGenerator });
 * const data = gaussianBlobs(20);
 * const model = new Sequential(new Linear(2, 100), new Sigmoid(), new Linear(100, 1), new Sigmoid());
 * const history = await fit(model, {
 *   loss: new BCELoss(),
 *   optimizer: new SGD(model.parameters(), { lr: 0.1 }),
 *   trainData: data,
 *   validation: data,
 *   metrics: { accuracy: atThreshold(accuracyScore) },
 *   epochs: 100,
 * });
 * console.log(history.loss.length, history.metrics.accuracy[99]); // => 100 1
 * ```
 */
export async function fit<Name extends string = never>(
  model: Model,
  options: FitOptions<Name>,
): Promise<History<Name>> {
  checkOptions(options);
  const run = new Run(model, options);
  const restoreModes = rememberModes(model);
  const started = performance.now();
  try {
    await run.all();
  } catch (error) {
    // The best weights are worth having, but what went wrong is what is told.
    run.restoreQuietly();
    throw error;
  } finally {
    restoreModes();
    run.history.seconds = (performance.now() - started) / 1000;
  }
  return run.history;
}

/** One call of {@link fit}. */
class Run<Name extends string> {
  readonly history: History<Name>;
  private readonly model: Model;
  private readonly options: FitOptions<Name>;
  private readonly batches;
  private readonly validator: Evaluator<Name> | null;
  private readonly best: BestWeights | null;
  private readonly callbacks: readonly Callback<Name>[];
  private readonly hearsBatches: boolean;
  private readonly params: readonly Tensor[];
  private readonly training: Training<Name>;
  private readonly pacer = new Pacer();
  private ended = false;

  constructor(model: Model, options: FitOptions<Name>) {
    const { validation, metrics, loss, restoreBest, onBatchEnd, onEpochEnd } = options;
    this.model = model;
    this.options = options;
    this.history = emptyHistory(Object.keys(metrics ?? {}) as Name[]);
    if (restoreBest !== undefined) seriesOf('fit', this.history, restoreBest.monitor);
    this.batches = toBatches('fit', 'trainData', options.trainData);
    const measured = metrics === undefined ? { loss } : { loss, metrics };
    this.validator =
      validation === undefined ? null : new Evaluator('fit', toBatches('fit', 'validation', validation), measured);
    this.best = restoreBest === undefined ? null : new BestWeights(model);
    const own: Callback<Name> = {
      ...(onBatchEnd === undefined ? {} : { onBatchEnd }),
      ...(onEpochEnd === undefined ? {} : { onEpochEnd }),
    };
    this.callbacks = [...(options.callbacks ?? []), own];
    this.hearsBatches = this.callbacks.some((callback) => callback.onBatchEnd !== undefined);
    this.params = model.parameters();
    const {
      history,
      options: { optimizer, epochs },
    } = this;
    this.training = {
      model,
      optimizer,
      history,
      epochs,
      stop: () => {
        this.end('stopped');
      },
    };
  }

  async all(): Promise<void> {
    for (const callback of this.callbacks) await callback.onTrainBegin?.(this.training);
    for (let epoch = 1; epoch <= this.options.epochs && !this.over; epoch++) {
      const loss = await this.trainEpoch(epoch);
      if (loss !== null) await this.finishEpoch(epoch, loss);
    }
    // Whoever wanted to stop after the last epoch changed nothing.
    if (this.history.epochs === this.options.epochs) this.history.ending = 'completed';
    for (const callback of this.callbacks) await callback.onTrainEnd?.(this.training);
    this.best?.restore();
  }

  restoreQuietly(): void {
    try {
      this.best?.restore();
    } catch {
      // The error that ended training is about to be thrown.
    }
  }

  /** The mean loss; `null` when training ended meanwhile. */
  private async trainEpoch(epoch: number): Promise<number | null> {
    this.model.train();
    const meter = new LossMeter({
      atOnce: this.options.readLoss === undefined ? this.readsAtOnce : this.options.readLoss === 'batch',
      allowNonFinite: this.options.allowNonFinite ?? false,
      where: `fit: epoch ${epoch}`,
    });
    const iterator = this.batches[Symbol.iterator]();
    let batch = 0;
    try {
      while (!this.over) {
        const rows = this.step(iterator, meter, `fit: epoch ${epoch}, batch ${batch + 1}`);
        if (rows === 0) break;
        batch++;
        if (meter.full) await meter.read();
        if (this.hearsBatches) await this.tellBatch(epoch, batch, rows, meter.last);
        if (this.pacer.due) await this.pacer.pause();
      }
    } finally {
      iterator.return?.();
    }
    await meter.read();
    if (this.over) return null;
    if (batch === 0) {
      const hint = epoch === 1 ? '' : '; it must give batches each time it is iterated, not once';
      throw new TrainError(`fit: epoch ${epoch}: trainData gave no batches${hint}`);
    }
    return meter.mean;
  }

  /** One step; how many rows it had, 0 when there are no more. */
  private step(iterator: Iterator<readonly [Tensor, Tensor]>, meter: LossMeter, where: string): number {
    const { model, options, params } = this;
    const { optimizer } = options;
    let rows = 0;
    const loss = scope(() => {
      const next = iterator.next();
      if (next.done) return null;
      const [x, y] = next.value;
      rows = checkRows(where, x, y);
      if (rows === 0) throw new TrainError(`${where}: there are no rows`);
      const loss = options.loss(model(x), y);
      const seen = meter.look(loss);
      for (let i = 0; i < params.length; i++) dropGrad(params[i]!);
      optimizer.zeroGrad();
      loss.backward();
      options.beforeStep?.(this.training);
      optimizer.step();
      return seen;
    });
    if (loss !== null) meter.add(loss, rows);
    return rows;
  }

  private async finishEpoch(epoch: number, loss: number): Promise<void> {
    const { history, options, training } = this;
    let found = null;
    if (this.validator !== null) {
      this.model.eval();
      found = await this.validator.run(this.model);
    }
    history.loss.push(loss);
    if (found !== null && found.loss !== null) history.valLoss.push(found.loss);
    const metrics = (found?.metrics ?? {}) as Record<Name, number>;
    for (const name of Object.keys(metrics) as Name[]) history.metrics[name].push(metrics[name]);
    history.epochs = epoch;
    const improved = this.keepBest(epoch);
    const progress = epoch / options.epochs;
    const event = { epoch, loss, valLoss: found?.loss ?? null, metrics, improved, progress, training };
    for (const callback of this.callbacks) await callback.onEpochEnd?.(event);
    if (this.pacer.due) await this.pacer.pause();
  }

  /** Copies the weights if they are better than all before. */
  private keepBest(epoch: number): boolean {
    const { history, best } = this;
    const { restoreBest } = this.options;
    if (best === null || restoreBest === undefined) return false;
    const value = seriesOf('fit', history, restoreBest.monitor).at(-1)!;
    const { bestValue } = history;
    const better = bestValue === null || (restoreBest.mode === 'min' ? value < bestValue : value > bestValue);
    if (!better || Number.isNaN(value)) return false;
    best.save();
    history.bestEpoch = epoch;
    history.bestValue = value;
    return true;
  }

  private async tellBatch(epoch: number, batch: number, rows: number, loss: number | null): Promise<void> {
    const { training, batches, options } = this;
    const progress = (epoch - 1 + (batches.count === undefined ? 0 : batch / batches.count)) / options.epochs;
    const event = { epoch, batch, batches: batches.count, rows, loss, progress, training };
    for (const callback of this.callbacks) {
      const promise = callback.onBatchEnd?.(event);
      if (promise !== undefined) await promise;
    }
  }

  /** Whether training is to end; looks at the signal. */
  private get over(): boolean {
    if (this.options.signal?.aborted) this.end('aborted');
    return this.ended;
  }

  private end(ending: 'stopped' | 'aborted'): void {
    if (!this.ended) this.history.ending = ending;
    this.ended = true;
  }

  private get readsAtOnce(): boolean {
    // Where memory is the collector's the numbers lie in it too; a device would have to stop and hand them over.
    return this.params[0]?.backend.garbageCollected === true;
  }
}
