import { clipGradNorm_, clipGradValue_ } from '@kindling/nn/utils';
import { keep, noGrad, scope, type Tensor } from '@kindling/tensor-core';
import { dropGrad, peekGrad } from '@kindling/tensor-core/internal';
import { afterFirstStep, checkOutputs, checkTargets, limitsTargets } from './advice.js';
import { type Batch, type Batches, checkRows, type Take } from './data.js';
import { TrainError } from './errors.js';
import { inLayer, originOf } from './explain.js';
import type { FitOptions } from './fit-options.js';
import type { LossMeter } from './loss-meter.js';
import { checkOutput } from './output.js';
import type { Model } from './types.js';
import { classTable, rowWeights, weightedLoss } from './weights.js';

/** Makes the steps of a run: loss, gradients, and, after `accumulate` batches, the optimizer's change. */
export class Stepper {
  private readonly model: Model;
  private readonly options: FitOptions;
  private readonly beforeStep: () => void;
  private readonly warn: (message: string) => void;
  private readonly params: readonly Tensor[];
  private readonly accumulate: number;
  private table: readonly number[] | null = null;
  /** Batches and rows since the last step. */
  private batches = 0;
  private rows = 0;
  private stepped = false;
  /** A copy of the first batch's targets, where they could not be read at once. */
  unchecked: Tensor | null = null;
  private checked = false;

  constructor(model: Model, options: FitOptions, beforeStep: () => void, warn: (message: string) => void) {
    this.model = model;
    this.options = options;
    this.beforeStep = beforeStep;
    this.warn = warn;
    this.params = model.parameters();
    this.accumulate = options.accumulate ?? 1;
  }

  /** Counts the classes. */
  async prepare({ whole }: Batches): Promise<void> {
    const { classWeight } = this.options;
    if (classWeight !== undefined) this.table = await classTable('fit', classWeight, whole?.y ?? null);
  }

  /** Whether gradients wait for more batches. */
  get waiting(): boolean {
    return this.batches > 0;
  }

  /** One batch: how many rows it had, and whether the optimizer made a step; `null` when there are no more. */
  step(take: Take, meter: LossMeter, where: string, last: boolean): { rows: number; stepped: boolean } | null {
    let rows = 0;
    const loss = scope(() => {
      const batch = take();
      if (batch === null) return null;
      const [x, y] = batch;
      rows = checkRows(where, x, y);
      if (rows === 0) throw new TrainError(`${where}: there are no rows`);
      if (!this.checked) this.lookAt(y, where);
      const loss = this.loss(batch, where);
      const seen = meter.look(loss, () => originOf(this.model, x, y, loss));
      const { optimizer } = this.options;
      if (this.batches === 0) {
        for (let i = 0; i < this.params.length; i++) dropGrad(this.params[i]!);
        optimizer.zeroGrad();
      }
      // A batch of few rows counts less, as it would in one large batch.
      if (this.accumulate === 1) loss.backward();
      else loss.mul(rows).backward();
      this.batches++;
      this.rows += rows;
      if (last || this.batches === this.accumulate) this.finish();
      return seen;
    });
    if (loss === null) return null;
    meter.add(loss, rows);
    return { rows, stepped: this.batches === 0 };
  }

  /** Makes the step for which gradients have been collected. */
  finish(): void {
    if (this.batches === 0) return;
    const { optimizer, clipGradNorm, clipGradValue } = this.options;
    scope(() => {
      if (this.accumulate > 1) this.divide(this.rows);
      if (!this.stepped) for (const message of afterFirstStep(this.model, optimizer)) this.warn(message);
      if (clipGradNorm !== undefined) clipGradNorm_(this.params, clipGradNorm);
      if (clipGradValue !== undefined) clipGradValue_(this.params, clipGradValue);
      this.beforeStep();
      optimizer.step();
    });
    this.stepped = true;
    this.batches = 0;
    this.rows = 0;
  }

  /** Throws where targets are out of the loss's range; once, since every batch would have to be read. */
  private lookAt(y: Tensor, where: string): void {
    this.checked = true;
    const { loss } = this.options;
    if (!limitsTargets(loss)) return;
    if (y.backend.readSync === undefined) this.unchecked = keep(y.clone());
    else checkTargets(where, loss, y.dataSync());
  }

  /** The same of targets that have to be waited for. */
  async checkTargets(where: string): Promise<void> {
    const copy = this.unchecked!;
    this.unchecked = null;
    const values = await copy.data();
    copy.dispose();
    checkTargets(where, this.options.loss, values);
  }

  private loss([x, y, weight]: Batch, where: string): Tensor {
    const { model, table } = this;
    let prediction: Tensor;
    try {
      prediction = model(x);
    } catch (error) {
      throw inLayer(where, model, x, error);
    }
    if (!this.stepped) checkOutputs(where, this.options.loss, checkOutput(where, prediction));
    const each = table === null ? (weight ?? null) : rowWeights(where, table, y, weight ?? null);
    return each === null ? this.options.loss(prediction, y) : weightedLoss(this.options.loss, prediction, y, each);
  }

  private divide(rows: number): void {
    noGrad(() => {
      for (const param of this.params)
        peekGrad(param)
          ?.detach()
          .mul_(1 / rows);
    });
  }
}
