import { noGrad, type Tensor } from '@kindling/tensor-core';
import { batchNorm } from '../functional/batch-norm.js';
import { type BatchNormLayerOptions, RunningNorm } from './running-norm.js';

export type { BatchNormLayerOptions } from './running-norm.js';

/** What the layers share: they differ in the shapes they take. */
abstract class BatchNorm extends RunningNorm {
  constructor(numFeatures: number, options: BatchNormLayerOptions = {}) {
    super(numFeatures, options, true);
  }

  /** Throws for an input of a shape that is none of the layer's. */
  protected abstract check(x: Tensor): void;

  forward(x: Tensor): Tensor {
    this.check(x);
    const { weight, bias, eps, runningMean, runningVar } = this;
    const training = this.training || runningMean === null || runningVar === null;
    // Without a momentum the n-th batch counts 1 / n, so that all count the same.
    const seen = this.training ? this.numBatchesTracked : null;
    const momentum = this.momentum ?? 1 / (1 + (seen?.item() ?? 0));
    const y = batchNorm(x, runningMean, runningVar, { weight, bias, training, momentum, eps });
    if (seen !== null) noGrad(() => seen.add_(1));
    return y;
  }
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
export class BatchNorm1d extends BatchNorm {
  static override readonly name: string = 'BatchNorm1d';

  protected check(x: Tensor): void {
    const right = (x.ndim === 2 || x.ndim === 3) && x.shape[1] === this.numFeatures;
    this.checkInput(x, right, '[batch, features]', '[batch, features, length]');
  }
}

/**
 * Subtracts the mean and divides by the standard deviation of each channel over a batch of images: Ioffe and Szegedy (2015);
 * `torch.nn.BatchNorm2d`. In evaluation the running mean and variance take their place.
 *
 * It takes [batch, channels, h, w]; calling it throws a `ShapeError` for anything else, and in training for a batch of one
 * value a channel.
 *
 * @throws `RangeError` when the number of channels is no whole number from 1.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { BatchNorm2d } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const layer = new BatchNorm2d(1);
 * console.log(String(layer(tensor([[[[1, 3]]]])).detach().flatten())); // => tensor([-1.0000,  1.0000])
 * ```
 */
export class BatchNorm2d extends BatchNorm {
  static override readonly name: string = 'BatchNorm2d';

  protected check(x: Tensor): void {
    this.checkInput(x, x.ndim === 4 && x.shape[1] === this.numFeatures, '[batch, features, h, w]');
  }
}
