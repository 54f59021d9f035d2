import { type Generator, scope } from '@kindling/tensor-core';
import { unregistered } from './advice.js';
import { checkSettings, plainWeights, wrongEnd } from './advice-of-parts.js';
import { BestWeights } from './best-weights.js';
import { begin } from './busy.js';
import type { Callback, Training } from './callbacks/callback.js';
import type { Stateful } from './checkpoint/stateful.js';
import type { Position, Streams, TrainingState } from './checkpoint/training-state.js';
import { type Batch, nextBatch, takeNow, toBatches } from './data.js';
import { TrainError } from './errors.js';
import { Evaluator } from './evaluate.js';
import { checkOptions, type FitOptions } from './fit-options.js';
import { emptyHistory, type History, seriesOf } from './history.js';
import { LossMeter } from './loss-meter.js';
import { rememberModes } from './modes.js';
import { Pacer } from './pacer.js';
import { ProgressMeter } from './progress.js';
import { Stepper } from './stepper.js';
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
 * With `checkpoint: { path, every }` and `resume: true` a run that was killed goes on where its last checkpoint was
 * written, also within an epoch, and ends with the same numbers as one that was not.
 *
 * @returns the losses and metrics of every finished epoch.
 * @throws {@link TrainError} for a loss that is not finite, named by epoch, batch and the first operation that made such a
 * number, before it changes the weights (where losses are read at once); for what goes wrong in the model, named by layer,
 * the error itself as its `cause`; for data without batches, and a metric that throws. `ArgumentError` for options that
 * make no sense, and for a model that another call is training. What loss, optimizer and callbacks throw comes through.
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
  checkOptions(model, options);
  const end = begin(model);
  try {
    return await trained(model, options);
  } finally {
    end();
  }
}

async function trained<Name extends string>(model: Model, options: FitOptions<Name>): Promise<History<Name>> {
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
    run.progress.end();
    run.history.seconds += (performance.now() - started) / 1000;
  }
  return run.history;
}

/** One call of {@link fit}. */
class Run<Name extends string> {
  readonly history: History<Name>;
  readonly progress: ProgressMeter;
  private readonly model: Model;
  private readonly options: FitOptions<Name>;
  private readonly batches;
  private readonly stepper: Stepper;
  private readonly validator: Evaluator<Name> | null;
  private readonly best: BestWeights | null;
  private readonly callbacks: readonly Callback<Name>[];
  private readonly hearsBatches: boolean;
  private readonly training: Training<Name>;
  private readonly pacer = new Pacer();
  private state: TrainingState | null = null;
  private ended = false;

  constructor(model: Model, options: FitOptions<Name>) {
    const { validation, metrics, loss, restoreBest, onBatchEnd, onEpochEnd, optimizer, epochs } = options;
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
    this.progress = new ProgressMeter(options.progress ?? false);
    const { history } = this;
    const stop = (): void => this.end('stopped');
    this.training = { model, optimizer, history, epochs, stop };
    this.stepper = new Stepper(model, options as FitOptions, () => options.beforeStep?.(this.training), this.warn);
  }

  async all(): Promise<void> {
    const { model } = this;
    const advice = [...unregistered(model), ...plainWeights(model), ...wrongEnd(model, this.options.loss)];
    for (const message of advice) this.warn(message);
    await this.stepper.prepare(this.batches);
    for (const callback of this.callbacks) await callback.onTrainBegin?.(this.training);
    const from = await this.prepareCheckpoints();
    let within = from?.within ?? null;
    for (let epoch = (from?.epoch ?? 0) + 1; epoch <= this.options.epochs && !this.over; epoch++) {
      checkSettings('fit', this.training.optimizer);
      const loss = await this.trainEpoch(epoch, within);
      within = null;
      if (loss !== null) await this.finishEpoch(epoch, loss);
    }
    // Whoever wanted to stop after the last epoch changed nothing.
    if (this.history.epochs >= this.options.epochs) this.history.ending = 'completed';
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
  private async trainEpoch(epoch: number, from: Position['within']): Promise<number | null> {
    this.model.train();
    const meter = new LossMeter({
      atOnce: this.options.readLoss === undefined ? this.readsAtOnce : this.options.readLoss === 'batch',
      allowNonFinite: this.options.allowNonFinite ?? false,
      where: `fit: epoch ${epoch}`,
    });
    const now = this.state?.streams() ?? null;
    const began = from?.began ?? now;
    if (from !== null) this.state!.setStreams(from.began);
    const iterator = this.batches.begin();
    let batch = 0;
    try {
      if (from !== null) {
        batch = await this.skip(iterator, from);
        meter.state = from.meter;
        this.state!.setStreams(now!);
      }
      // What has been accumulated is used before training ends.
      while (!this.over || this.stepper.waiting) {
        const take = this.batches.later
          ? await nextBatch(this.batches, iterator)
          : takeNow(this.batches.own, iterator as Iterator<Batch>);
        const where = `fit: epoch ${epoch}, batch ${batch + 1}`;
        const done = this.stepper.step(take, meter, where, batch + 1 === this.batches.count);
        if (done === null) break;
        batch++;
        const { rows, stepped } = done;
        if (this.stepper.unchecked !== null) await this.stepper.checkTargets(where);
        if (meter.full) await meter.read();
        if (this.hearsBatches) await this.tellBatch(epoch, batch, rows, stepped, meter.last);
        if (this.progress.wanted) this.tellProgress(epoch, batch, meter.last);
        if (stepped && this.isDue(batch)) await this.saveWithin(epoch, batch, meter, began!);
        if (this.pacer.due) await this.pacer.pause();
      }
      this.stepper.finish();
    } finally {
      await iterator.return?.();
    }
    await meter.read();
    if (this.over) {
      if (this.history.ending === 'aborted' && this.state !== null) await this.saveWithin(epoch, batch, meter, began!);
      return null;
    }
    if (batch === 0) {
      const hint = epoch === 1 ? '' : '; it must give batches each time it is iterated, not once';
      throw new TrainError(`fit: epoch ${epoch}: trainData gave no batches${hint}`);
    }
    return meter.mean;
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
    if (this.progress.wanted) this.tellProgress(epoch, this.batches.count ?? 0, loss, epoch === options.epochs);
    await this.saveEpoch(epoch);
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

  private async tellBatch(
    epoch: number,
    batch: number,
    rows: number,
    stepped: boolean,
    loss: number | null,
  ): Promise<void> {
    const { training, batches } = this;
    const progress = this.share(epoch, batch);
    const event = { epoch, batch, batches: batches.count, rows, loss, stepped, progress, training };
    for (const callback of this.callbacks) {
      const promise = callback.onBatchEnd?.(event);
      if (promise !== undefined) await promise;
    }
  }

  private tellProgress(epoch: number, batch: number, loss: number | null, last = false): void {
    const { history, options, batches } = this;
    const valLoss = history.valLoss.at(-1) ?? null;
    const done = this.share(epoch, batch);
    this.progress.tell({ epoch, epochs: options.epochs, batch, batches: batches.count, done, loss, valLoss }, last);
  }

  private share(epoch: number, batch: number): number {
    const { count } = this.batches;
    return (epoch - 1 + (count === undefined ? 0 : batch / count)) / this.options.epochs;
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

  private readonly warn = (message: string): void => {
    (this.options.onWarning ?? console.warn)(`fit: ${message}`);
  };

  private get readsAtOnce(): boolean {
    // Where memory is the collector's the numbers lie in it too; a device would have to stop and hand them over.
    return this.model.parameters()[0]?.backend.garbageCollected === true;
  }

  /** Makes ready to write checkpoints, and goes on from one where that is wanted. */
  private async prepareCheckpoints(): Promise<Position | null> {
    const { model, options, history, best } = this;
    const { checkpoint, resume = false, trainData } = options;
    if (checkpoint === undefined) return null;
    const parts: Record<string, Stateful> = { model, optimizer: options.optimizer as unknown as Stateful };
    if (best !== null) parts.best = best;
    this.callbacks.forEach((callback, i) => {
      if (callback.stateDict !== undefined && callback.loadStateDict !== undefined) {
        parts[`callback${i}`] = callback as Stateful;
      }
    });
    const { generator } = trainData as { generator?: Generator };
    const streams = [...(generator === undefined ? [] : [generator]), ...(checkpoint.generators ?? [])];
    // Pages that keep no checkpoints do not load what makes them.
    const { TrainingState } = await import('./checkpoint/training-state.js');
    this.state = new TrainingState((checkpoint.path ?? checkpoint.store)!, parts, streams);
    const from = resume ? await this.state.load(Object.keys(history.metrics)) : null;
    if (from === null) return null;
    const { batches } = from.within ?? { batches: null };
    if (batches !== null && batches !== (this.batches.count ?? null)) {
      throw new TrainError(
        `fit: the checkpoint was written in an epoch of ${batches} batches; now one has ${this.batches.count ?? 'an unknown number'}`,
      );
    }
    Object.assign(history, from.history);
    history.ending = 'completed';
    if (from.stopped) this.end('stopped');
    return from;
  }

  /** Takes the batches that were trained on before, and does nothing with them. */
  private async skip(
    iterator: Iterator<Batch> | AsyncIterator<Batch>,
    { batch }: NonNullable<Position['within']>,
  ): Promise<number> {
    for (let i = 0; i < batch; i++) {
      const take = await nextBatch(this.batches, iterator);
      if (scope(() => take() === null)) {
        throw new TrainError(
          `fit: the checkpoint was written after ${batch} batches of an epoch; now there are only ${i}`,
        );
      }
    }
    return batch;
  }

  private isDue(batch: number): boolean {
    const every = this.options.checkpoint?.every;
    return this.state !== null && typeof every === 'object' && batch % every.batches === 0;
  }

  private async saveWithin(epoch: number, batch: number, meter: LossMeter, began: Streams): Promise<void> {
    await meter.read();
    const within = { batch, batches: this.batches.count ?? null, meter: meter.state, began };
    await this.save({ epoch: epoch - 1, within });
  }

  private async saveEpoch(epoch: number): Promise<void> {
    const { every = 1 } = this.options.checkpoint ?? {};
    const last = epoch === this.options.epochs || this.over;
    if (this.state !== null && (typeof every === 'object' || epoch % every === 0 || last)) {
      await this.save({ epoch, within: null });
    }
  }

  private save(place: Pick<Position, 'epoch' | 'within'>): Promise<void> {
    const stopped = this.ended && this.history.ending === 'stopped';
    return this.state!.save({ ...place, stopped, history: this.history });
  }
}
