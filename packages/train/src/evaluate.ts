import { aRecord, checkOptions, wrong } from '@internal/arguments';
import { ArgumentError, noGrad, scope, type Tensor } from '@kindling/tensor-core';
import { type Batches, checkRows, type Data, nextBatch, toBatches } from './data.js';
import { TrainError } from './errors.js';
import { LossMeter } from './loss-meter.js';
import { isStreaming, joinValues, type Metrics, type Values } from './metrics/metric.js';
import { rememberModes } from './modes.js';
import { checkOutput } from './output.js';
import { Pacer } from './pacer.js';
import type { LossFunction, Model } from './types.js';
import { weightedLoss } from './weights.js';

/** What {@link evaluate} is to measure. */
export interface EvaluateOptions<Name extends string> {
  /** The loss, whose mean is returned. */
  readonly loss?: LossFunction;
  /** Metrics by name, each of all rows together, or told of them batch by batch. */
  readonly metrics?: Metrics<Name>;
}

/** What {@link evaluate} found. */
export interface Evaluation<Name extends string = string> {
  /** The mean loss, each batch counted by its rows; `null` when no loss was asked for. */
  readonly loss: number | null;
  /** Each metric. */
  readonly metrics: Record<Name, number>;
  /** The number of rows. */
  readonly rows: number;
}

/**
 * Measures a model on data in evaluation mode, without gradients; modes are as before afterwards.
 *
 * @returns the mean loss, and each metric of all rows together.
 * @throws {@link TrainError} for no data, and for a metric that throws.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { accuracyScore, rocAucScore } from '@kindling/metrics';
 * import { Sigmoid } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * import { atThreshold, evaluate } from '@kindling/train';
 * setBackend(await cpu());
 * const data = { x: tensor([[-1], [2], [1]]), y: tensor([[0], [1], [0]]) };
 * const metrics = { accuracy: atThreshold(accuracyScore), auc: rocAucScore };
 * const found = await evaluate(new Sigmoid(), data, { metrics });
 * console.log(found.metrics.accuracy.toFixed(4), found.metrics.auc); // => 0.6667 1
 * ```
 */
export async function evaluate<Name extends string = never>(
  model: Model,
  data: Data,
  options: EvaluateOptions<Name> = {},
): Promise<Evaluation<Name>> {
  if (typeof model?.parameters !== 'function') wrong(ArgumentError, 'evaluate', 'the model', 'a module', model);
  checkOptions<EvaluateOptions<Name>>(ArgumentError, 'evaluate', options, { loss: 'function', metrics: aRecord });
  const restoreModes = rememberModes(model);
  try {
    model.eval();
    return await new Evaluator('evaluate', toBatches('evaluate', 'data', data), options).run(model);
  } finally {
    restoreModes();
  }
}

/** Measures a model on the same data again and again. */
export class Evaluator<Name extends string> {
  private readonly where: string;
  private readonly batches: Batches;
  private readonly options: EvaluateOptions<Name>;
  private targets: Values | null = null;

  constructor(where: string, batches: Batches, options: EvaluateOptions<Name>) {
    this.where = where;
    this.batches = batches;
    this.options = options;
  }

  /** The model is in evaluation mode already. */
  async run(model: Model): Promise<Evaluation<Name>> {
    const { where, options } = this;
    const metrics = Object.entries(options.metrics ?? {}) as [Name, Metrics[string]][];
    const streaming = metrics.flatMap(([name, metric]) => (isStreaming(metric) ? [{ name, metric }] : []));
    for (const { metric } of streaming) metric.reset();
    const wanted = metrics.length > 0;
    // Those of all rows together need all of them kept.
    const kept = streaming.length < metrics.length;
    const predictions: Values[] = [];
    const targets: Values[] = [];
    const meter = new LossMeter({ atOnce: false, allowNonFinite: true, where });
    const pacer = new Pacer();
    let rows = 0;
    const iterator = this.batches.begin();
    try {
      for (;;) {
        const take = await nextBatch(this.batches, iterator);
        const done = scope(() => {
          const batch = take();
          if (batch === null) return null;
          const [x, y, weight] = batch;
          const count = checkRows(where, x, y);
          return noGrad(() => {
            const prediction = checkOutput('evaluate', model(x));
            // Copies outlive the scope and can be given up when they are read; these tensors may be the user's.
            return {
              count,
              loss: options.loss === undefined ? null : lossOf(options.loss, prediction, y, weight),
              prediction: wanted ? prediction.clone() : null,
              target: streaming.length > 0 || (kept && this.targets === null) ? y.clone() : null,
            };
          });
        });
        if (done === null) break;
        rows += done.count;
        if (done.loss !== null) meter.add(meter.look(done.loss), done.count);
        if (meter.full) await meter.read();
        const prediction = done.prediction === null ? null : await read(done.prediction);
        const target = done.target === null ? null : await read(done.target);
        for (const { name, metric } of streaming) this.measure(name, () => metric.update(target!, prediction!));
        if (kept) {
          predictions.push(prediction!);
          if (target !== null && this.targets === null) targets.push(target);
        }
        if (pacer.due) await pacer.pause();
      }
    } finally {
      await iterator.return?.();
    }
    if (rows === 0) throw new TrainError(`${where}: there is no data`);
    await meter.read();
    const truth = this.targets ?? joinValues(targets);
    if (this.batches.fixed && kept) this.targets = truth;
    const guess = joinValues(predictions);
    const found = metrics.map(([name, metric]) => [
      name,
      this.measure(name, () => (isStreaming(metric) ? metric.compute() : metric(truth, guess))),
    ]);
    return {
      loss: options.loss === undefined ? null : meter.mean,
      metrics: Object.fromEntries(found) as Record<Name, number>,
      rows,
    };
  }

  private measure<T>(name: string, run: () => T): T {
    try {
      return run();
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      throw new TrainError(`${this.where}: metric "${name}": ${message}`, { cause: error });
    }
  }
}

function lossOf(loss: LossFunction, prediction: Tensor, y: Tensor, weight: Tensor | undefined): Tensor {
  return weight === undefined ? loss(prediction, y) : weightedLoss(loss, prediction, y, weight);
}

/** The numbers of a tensor, whose memory is given up. */
async function read(tensor: Tensor): Promise<Values> {
  const { shape } = tensor;
  const values = await tensor.data();
  tensor.dispose();
  return { shape, dataSync: () => values };
}
