import type { Known } from '@internal/arguments';
import { add, mul, type Tensor } from '@kindling/tensor-core';
import { wrongShape } from '@kindling/tensor-core/internal';
import { checkGroups, checkNames, checkNumber, checkTensor, checkWeights } from '../checks.js';
import { alongDim } from './along-dim.js';
import { defineNormalization } from './normalize.js';

const normalize = /* @__PURE__ */ defineNormalization('nativeGroupNorm');

/** What {@link groupNorm} may be told. */
export interface GroupNormOptions {
  /** A factor for each channel, [channels]. */
  weight?: Tensor | null;
  /** Added to each channel, [channels]. */
  bias?: Tensor | null;
  /** Added to the variance; default 1e-5. */
  eps?: number;
}

const known: Known<GroupNormOptions> = { weight: 1, bias: 1, eps: 'number' };

/**
 * Subtracts the mean and divides by the standard deviation of each group of channels of each image: Wu and He (2018);
 * `torch.nn.functional.group_norm`.
 *
 * @param x - [batch, channels, ...]; the result has the same shape.
 * @throws `ArgumentError` when the groups do not divide the channels; `ShapeError` when weight or bias are not one a channel.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(F.groupNorm(tensor([[1, 3, 10, 30]]), 2, { eps: 0 }).tolist()); // => [ [ -1, 1, -1, 1 ] ]
 * ```
 */
export function groupNorm(x: Tensor, numGroups: number, options: GroupNormOptions = {}): Tensor {
  checkTensor('groupNorm', x);
  checkNumber('groupNorm', 'numGroups', numGroups);
  checkNames('groupNorm', options, known);
  const { weight = null, bias = null, eps = 1e-5 } = options;
  const [n, channels] = x.shape;
  if (n === undefined || channels === undefined) {
    wrongShape('groupNorm', 'the input', '[batch, channels, ...]', x);
  }
  checkGroups('groupNorm', numGroups, channels);
  checkWeights('groupNorm', [channels], { weight, bias });
  const groups = n * numGroups;
  const inner = groups === 0 ? 0 : x.numel() / groups;
  const normal = normalize(x, null, null, { outer: 1, groups, inner, perGroup: true, eps });
  const scaled = weight === null ? normal : mul(normal, alongDim(weight, x, 1));
  return bias === null ? scaled : add(scaled, alongDim(bias, x, 1));
}
