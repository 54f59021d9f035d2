import { squeeze, type Tensor, unsqueeze } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { instanceNorm } from '../functional/instance-norm.js';
import { type BatchNormLayerOptions, RunningNorm } from './running-norm.js';

/**
 * Subtracts the mean and divides by the standard deviation of each channel of each image: Ulyanov et al. (2016);
 * `torch.nn.InstanceNorm2d`. Weight and bias, and a running mean and variance for evaluation, there are when they are asked
 * for.
 *
 * It takes [batch, channels, h, w] or [channels, h, w]; calling it throws a `ShapeError` for anything else, and for images
 * of one pixel.
 *
 * @throws `RangeError` when the number of channels is no whole number from 1.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { InstanceNorm2d } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new InstanceNorm2d(1)(tensor([[[[1, 3]]]])).flatten())); // => tensor([-1.0000,  1.0000])
 * ```
 */
export class InstanceNorm2d extends RunningNorm {
  static override readonly name: string = 'InstanceNorm2d';

  constructor(numFeatures: number, options: BatchNormLayerOptions = {}) {
    checkNumber('InstanceNorm2d', 'numFeatures', numFeatures);
    super(numFeatures, options, false);
  }

  forward(x: Tensor): Tensor {
    const right = (x.ndim === 3 || x.ndim === 4) && x.shape.at(-3) === this.numFeatures;
    this.checkInput(x, right, '[batch, features, h, w]', '[features, h, w]');
    const { weight, bias, runningMean, runningVar, eps, momentum } = this;
    const useInputStats = this.training || runningMean === null || runningVar === null;
    const options = { weight, bias, runningMean, runningVar, useInputStats, momentum: momentum ?? 0, eps };
    return x.ndim === 4 ? instanceNorm(x, options) : squeeze(instanceNorm(unsqueeze(x, 0), options), 0);
  }
}
