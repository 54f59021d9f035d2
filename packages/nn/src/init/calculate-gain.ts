import { describe } from '@internal/arguments';
import { checkNumber } from '../checks.js';
/** The functions for which {@link calculateGain} knows a gain. */
export type Nonlinearity =
  | 'linear'
  | 'conv1d'
  | 'conv2d'
  | 'conv3d'
  | 'sigmoid'
  | 'tanh'
  | 'relu'
  | 'leakyRelu'
  | 'selu';

/**
 * By how much an initialiser scales weights that a function follows, as `torch.nn.init.calculate_gain`.
 *
 * @param param - the negative slope of leakyRelu; default 0.01.
 * @throws `RangeError` for a function it does not know.
 * @example
 * ```ts
 * import * as init from '@kindling/nn/init';
 * console.log(init.calculateGain('leakyRelu', 1)); // => 1
 * ```
 */
export function calculateGain(nonlinearity: Nonlinearity, param = 0.01): number {
  checkNumber('calculateGain', 'param', param);
  const gains: Readonly<Record<Nonlinearity, number>> = {
    linear: 1,
    conv1d: 1,
    conv2d: 1,
    conv3d: 1,
    sigmoid: 1,
    tanh: 5 / 3,
    relu: Math.SQRT2,
    leakyRelu: Math.sqrt(2 / (1 + param ** 2)),
    selu: 3 / 4,
  };
  const gain = gains[nonlinearity];
  if (gain === undefined) throw new RangeError(`calculateGain: no gain is known for ${describe(nonlinearity)}`);
  return gain;
}
