import type { Known } from '@internal/arguments';
import { add, mul, neg, noGrad, rsqrt, ShapeError, sub, type Tensor } from '@kindling/tensor-core';
import { formatShape, wrongShape } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor, checkWeights } from '../checks.js';
import { alongDim } from './along-dim.js';
import { defineNormalization, type NormalizeArgs } from './normalize.js';

const normalize = defineNormalization('nativeBatchNorm');

/** What {@link batchNorm} may be told. */
export interface BatchNormOptions {
  /** A factor for each channel, [channels]. */
  weight?: Tensor | null;
  /** Added to each channel, [channels]. */
  bias?: Tensor | null;
  /** Whether the batch is normalised by its own mean and variance, which the running ones take in; default false. */
  training?: boolean;
  /** How much a batch counts in the running mean and variance; default 0.1. */
  momentum?: number;
  /** Added to the variance; default 1e-5. */
  eps?: number;
}

const known: Known<BatchNormOptions> = {
  weight: 1,
  bias: 1,
  training: 'boolean',
  momentum: 'number',
  eps: 'number',
};

/**
 * Subtracts the mean and divides by the standard deviation of each channel: Ioffe and Szegedy (2015);
 * `torch.nn.functional.batch_norm`.
 *
 * @param x - [batch, channels, ...]; the result has the same shape.
 * @param runningMean - [channels], changed in place in training.
 * @param runningVar - [channels], changed in place in training (with the unbiased variance).
 * @throws `ShapeError` when a size is not the number of channels, or in training when a channel has one value only.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const y = F.batchNorm(tensor([[1, 10], [3, 30]]), null, null, { training: true, eps: 0 });
 * console.log(y.tolist()); // => [ [ -1, -1 ], [ 1, 1 ] ]
 * ```
 */
export function batchNorm(
  x: Tensor,
  runningMean: Tensor | null,
  runningVar: Tensor | null,
  options: BatchNormOptions = {},
): Tensor {
  checkTensor('batchNorm', x);
  if (runningMean !== null) checkTensor('batchNorm', runningMean, 'runningMean');
  if (runningVar !== null) checkTensor('batchNorm', runningVar, 'runningVar');
  checkNames('batchNorm', options, known);
  const { weight = null, bias = null, training = false, momentum = 0.1, eps = 1e-5 } = options;
  const channels = x.shape[1];
  if (channels === undefined) wrongShape('batchNorm', 'the input', '[batch, channels, ...]', x);
  checkWeights('batchNorm', [channels], { runningMean, runningVar, weight, bias });
  if (!training) {
    if (runningMean === null || runningVar === null) {
      throw new TypeError('batchNorm: outside training a running mean and variance are needed');
    }
    return withRunning(x, runningMean, runningVar, weight, bias, eps);
  }
  const count = channels === 0 ? 0 : x.numel() / channels;
  if (count <= 1) {
    throw new ShapeError(
      `batchNorm: training needs more than one value a channel, ${formatShape(x.shape)} has ${count}`,
    );
  }
  const outer = x.shape[0]!;
  const args: NormalizeArgs = { outer, groups: channels, inner: count / outer, perGroup: true, eps };
  const y = normalize(x, weight, bias, args);
  noGrad(() => {
    const takeIn = (running: Tensor, value: Tensor): void => {
      running.copy_(running.mul(1 - momentum).add(value.mul(momentum)));
    };
    if (runningMean !== null) takeIn(runningMean, args.mean!);
    if (runningVar !== null) takeIn(runningVar, args.variance!.mul(count / (count - 1)));
  });
  return y;
}

/** Normalises by given means and variances of the channels: one product and one sum, as PyTorch's. */
function withRunning(
  x: Tensor,
  mean: Tensor,
  variance: Tensor,
  weight: Tensor | null,
  bias: Tensor | null,
  eps: number,
): Tensor {
  const inverse = rsqrt(add(variance, eps));
  const scale = weight === null ? inverse : mul(inverse, weight);
  const shift = bias === null ? neg(mul(mean, scale)) : sub(bias, mul(mean, scale));
  return add(mul(x, alongDim(scale, x, 1)), alongDim(shift, x, 1));
}
