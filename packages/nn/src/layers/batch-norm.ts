import { formatShape, noGrad, ones, ShapeError, type Tensor, zeros } from '@kindling/tensor-core';
import { checkSize } from '../checks.js';
import { bool, float } from '../describe.js';
import { batchNorm } from '../functional/batch-norm.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import type { LayerOptions } from './options.js';

/** What {@link BatchNorm1d} may be told. */
export interface BatchNormLayerOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance; default 1e-5. */
  eps?: number;
  /** How much a batch counts in the running mean and variance; default 0.1; `null`: all batches count the same. */
  momentum?: number | null;
  /** Whether weight and bias are learned; default true. */
  affine?: boolean;
  /** Whether a running mean and variance are kept for evaluation; default true. */
  trackRunningStats?: boolean;
}

/**
 * Subtracts the mean and divides by the standard deviation of each feature over the batch: Ioffe and Szegedy (2015);
 * `torch.nn.BatchNorm1d`. In evaluation the running mean and variance take their place.
 *
 * It takes [batch, features] or [batch, features, length]; calling it throws a `ShapeError` for anything else, and in
 * training for a batch of one value a feature.
 *
 * @throws `RangeError` when the number of features is no whole number from 1.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { BatchNorm1d } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const layer = new BatchNorm1d(1);
 * console.log(String(layer(tensor([[1], [3]])).detach().flatten())); // => tensor([-1.0000,  1.0000])
 * console.log(String(layer.runningMean)); // => tensor([0.2000])
 * ```
 */
export class BatchNorm1d extends Module {
  static override readonly name: string = 'BatchNorm1d';
  readonly numFeatures: number;
  readonly eps: number;
  readonly momentum: number | null;
  readonly trackRunningStats: boolean;
  /** [features], or none. */
  weight: Parameter | null = null;
  /** [features], or none. */
  bias: Parameter | null = null;
  /** [features], or none. */
  runningMean: Tensor | null = null;
  /** [features], or none. */
  runningVar: Tensor | null = null;
  /** How many batches the running mean and variance have seen: an int32 scalar, or none. */
  numBatchesTracked: Tensor | null = null;

  constructor(numFeatures: number, options: BatchNormLayerOptions = {}) {
    super();
    checkSize('BatchNorm1d', 'the number of features', numFeatures, 1);
    const { eps = 1e-5, momentum = 0.1, affine = true, trackRunningStats = true } = options;
    this.numFeatures = numFeatures;
    this.eps = eps;
    this.momentum = momentum;
    this.trackRunningStats = trackRunningStats;
    if (affine) {
      this.weight = new Parameter(ones([numFeatures], options));
      this.bias = new Parameter(zeros([numFeatures], options));
    }
    if (trackRunningStats) {
      this.registerBuffer('runningMean', zeros([numFeatures], options), { key: 'running_mean' });
      this.registerBuffer('runningVar', ones([numFeatures], options), { key: 'running_var' });
      this.registerBuffer('numBatchesTracked', zeros([], { ...options, dtype: 'int32' }), {
        key: 'num_batches_tracked',
      });
    }
  }

  forward(x: Tensor): Tensor {
    if ((x.ndim !== 2 && x.ndim !== 3) || x.shape[1] !== this.numFeatures) {
      throw new ShapeError(
        `BatchNorm1d(${this.numFeatures}): expected [batch, ${this.numFeatures}] or [batch, ${this.numFeatures}, length], got ${formatShape(x.shape)}`,
      );
    }
    const { weight, bias, eps, runningMean, runningVar } = this;
    const training = this.training || runningMean === null || runningVar === null;
    // Without a momentum the n-th batch counts 1 / n, so that all count the same.
    const seen = this.training ? this.numBatchesTracked : null;
    const momentum = this.momentum ?? 1 / (1 + (seen?.item() ?? 0));
    const y = batchNorm(x, runningMean, runningVar, { weight, bias, training, momentum, eps });
    if (seen !== null) noGrad(() => seen.add_(1));
    return y;
  }

  override extraRepr(): string {
    const momentum = this.momentum === null ? 'None' : float(this.momentum);
    return `${this.numFeatures}, eps=${float(this.eps)}, momentum=${momentum}, affine=${bool(this.weight !== null)}, track_running_stats=${bool(this.trackRunningStats)}`;
  }
}
