import type { Known } from '@internal/arguments';
import { add, mean, mul, noGrad, reshape, ShapeError, type Tensor } from '@kindling/tensor-core';
import { formatShape, wrongShape } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor, checkWeights } from '../checks.js';
import { alongDim } from './along-dim.js';
import { batchNorm } from './batch-norm.js';
import { defineNormalization, type NormalizeArgs } from './normalize.js';

const normalize = /* @__PURE__ */ defineNormalization('nativeBatchNorm');

/** What {@link instanceNorm} may be told. */
export interface InstanceNormOptions {
  /** [channels], changed in place where `useInputStats` is true. */
  runningMean?: Tensor | null;
  /** [channels], changed in place where `useInputStats` is true (with the unbiased variance). */
  runningVar?: Tensor | null;
  /** A factor for each channel, [channels]. */
  weight?: Tensor | null;
  /** Added to each channel, [channels]. */
  bias?: Tensor | null;
  /** Whether each image is normalised by its own mean and variance, or by the running ones; default true. */
  useInputStats?: boolean;
  /** How much a batch counts in the running mean and variance; default 0.1. */
  momentum?: number;
  /** Added to the variance; default 1e-5. */
  eps?: number;
}

const known: Known<InstanceNormOptions> = {
  runningMean: 1,
  runningVar: 1,
  weight: 1,
  bias: 1,
  useInputStats: 'boolean',
  momentum: 'number',
  eps: 'number',
};

/**
 * Subtracts the mean and divides by the standard deviation of each channel of each image: Ulyanov et al. (2016);
 * `torch.nn.functional.instance_norm`.
 *
 * @param x - [batch, channels, ...]; the result has the same shape.
 * @throws `ShapeError` when a size is not the number of channels, or a channel of an image has one value only.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.instanceNorm(tensor([[[1, 3], [10, 30]]]), { eps: 0 }).tolist()); // => [ [ [ -1, 1 ], [ -1, 1 ] ] ]
 * ```
 */
export function instanceNorm(x: Tensor, options: InstanceNormOptions = {}): Tensor {
  checkTensor('instanceNorm', x);
  checkNames('instanceNorm', options, known);
  const { runningMean = null, runningVar = null, weight = null, bias = null } = options;
  const { useInputStats = true, momentum = 0.1, eps = 1e-5 } = options;
  if (!useInputStats) return batchNorm(x, runningMean, runningVar, { weight, bias, eps });
  const [n, channels] = x.shape;
  if (n === undefined || channels === undefined) {
    wrongShape('instanceNorm', 'the input', '[batch, channels, ...]', x);
  }
  checkWeights('instanceNorm', [channels], { runningMean, runningVar, weight, bias });
  const groups = n * channels;
  const count = groups === 0 ? 0 : x.numel() / groups;
  if (count <= 1) {
    throw new ShapeError(`instanceNorm: needs more than one value a channel, ${formatShape(x.shape)} has ${count}`);
  }
  const args: NormalizeArgs = { outer: 1, groups, inner: count, perGroup: true, eps };
  const normal = normalize(x, null, null, args);
  noGrad(() => {
    const takeIn = (running: Tensor | null, ofImages: Tensor): void => {
      const value = mean(reshape(ofImages, [n, channels]), 0);
      running?.copy_(add(mul(running, 1 - momentum), mul(value, momentum)));
    };
    takeIn(runningMean, args.mean!);
    takeIn(runningVar, mul(args.variance!, count / (count - 1)));
  });
  const scaled = weight === null ? normal : mul(normal, alongDim(weight, x, 1));
  return bias === null ? scaled : add(scaled, alongDim(bias, x, 1));
}
