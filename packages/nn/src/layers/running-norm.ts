import type { Known } from '@internal/arguments';
import { ones, ShapeError, type Tensor, zeros } from '@kindling/tensor-core';
import { formatShape } from '@kindling/tensor-core/internal';
import { checkNames, checkSize } from '../checks.js';
import { bool, float } from '../describe.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { type LayerOptions, placeOf } from './options.js';

/** What layers may be told that keep a running mean and variance. */
export interface BatchNormLayerOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance; default 1e-5. */
  eps?: number;
  /** How much a batch counts in the running mean and variance; default 0.1; `null`: all batches count the same. */
  momentum?: number | null;
  /** Whether weight and bias are learned. */
  affine?: boolean;
  /** Whether a running mean and variance are kept for evaluation. */
  trackRunningStats?: boolean;
}

const known: Known<BatchNormLayerOptions> = {
  eps: 'number',
  momentum: 'number or null',
  affine: 'boolean',
  trackRunningStats: 'boolean',
  dtype: 1,
  backend: 1,
};

/** A layer that normalises features, and may keep their running mean and variance. */
export abstract class RunningNorm extends Module {
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

  /** @param on - the default of `affine` and `trackRunningStats`. */
  constructor(numFeatures: number, options: BatchNormLayerOptions, on: boolean) {
    super();
    checkNames(this.moduleName(), options, known);
    checkSize(this.moduleName(), 'the number of features', numFeatures, 1);
    const { eps = 1e-5, momentum = 0.1, affine = on, trackRunningStats = on } = options;
    this.numFeatures = numFeatures;
    this.eps = eps;
    this.momentum = momentum;
    this.trackRunningStats = trackRunningStats;
    if (affine) {
      this.weight = new Parameter(ones([numFeatures], placeOf(options)));
      this.bias = new Parameter(zeros([numFeatures], placeOf(options)));
    }
    if (trackRunningStats) {
      this.registerBuffer('runningMean', zeros([numFeatures], placeOf(options)), { key: 'running_mean' });
      this.registerBuffer('runningVar', ones([numFeatures], placeOf(options)), { key: 'running_var' });
      this.registerBuffer('numBatchesTracked', zeros([], { ...placeOf(options), dtype: 'int32' }), {
        key: 'num_batches_tracked',
      });
    }
  }

  /** Throws unless the input has one of the shapes, in which `features` are in dimension `dim`. */
  protected checkInput(x: Tensor, right: boolean, ...shapes: string[]): void {
    if (right) return;
    const wanted = shapes.map((shape) => shape.replace('features', String(this.numFeatures)));
    throw new ShapeError(
      `${this.moduleName()}(${this.numFeatures}): expected ${wanted.join(' or ')}, got ${formatShape(x.shape)}`,
    );
  }

  override extraRepr(): string {
    const momentum = this.momentum === null ? 'None' : float(this.momentum);
    return `${this.numFeatures}, eps=${float(this.eps)}, momentum=${momentum}, affine=${bool(this.weight !== null)}, track_running_stats=${bool(this.trackRunningStats)}`;
  }
}
