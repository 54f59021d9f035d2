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
 * import { init } from '@kindling/nn';
 * console.log(init.calculateGain('leakyRelu', 1)); // => 1
 * ```
 */
export function calculateGain(nonlinearity: Nonlinearity, param = 0.01): number {
  switch (nonlinearity) {
    case 'linear':
    case 'conv1d':
    case 'conv2d':
    case 'conv3d':
    case 'sigmoid':
      return 1;
    case 'tanh':
      return 5 / 3;
    case 'relu':
      return Math.sqrt(2);
    case 'leakyRelu':
      return Math.sqrt(2 / (1 + param ** 2));
    case 'selu':
      return 3 / 4;
    default:
      throw new RangeError(`calculateGain: no gain is known for ${String(nonlinearity)}`);
  }
}
