import { requireFlag, requireOptions, requireTensor, requireWhole } from '../checks.js';
import { requireGenerator } from '../create/options.js';
import { tensor } from '../create/tensor.js';
import { ShapeError } from '../errors.js';
import { requireFloat } from '../ops/elementwise.js';
import { reshape } from '../ops/reshape.js';
import { defaultGenerator, type Generator } from '../random/index.js';
import { drawWeighted } from '../random/weighted.js';
import { readNow } from '../read.js';
import { formatShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

/** How positions are drawn. */
export interface MultinomialOptions {
  /** Whether a position may be drawn again; default false. */
  replacement?: boolean;
  /** The stream to draw from; default the one that `manualSeed` seeds. */
  generator?: Generator;
}

/**
 * Positions drawn in proportion to weights, which need not add up to 1: `torch.multinomial`, and its draws on PyTorch's stream.
 *
 * @param weights - floats [n], or [rows, n] to draw for each row.
 * @param numSamples - how many to draw, a row.
 * @returns int32 [numSamples], or [rows, numSamples].
 * @throws `ShapeError` for another number of dimensions; `DTypeError` for whole numbers; `Error` where a weight is negative or not finite,
 * all are 0, or too few are above 0; `BackendError` where the backend cannot be read without waiting.
 * @example
 * ```ts
 * import { manualSeed, tensor } from '@kindling/tensor-core';
 * import { multinomial } from '@kindling/tensor-core/more';
 * manualSeed(0);
 * console.log(multinomial(tensor([0, 3, 0]), 2, { replacement: true }).tolist()); // => [ 1, 1 ]
 * ```
 */
export function multinomial(weights: Tensor, numSamples: number, options: MultinomialOptions = {}): Tensor {
  requireTensor('multinomial', weights, 'the weights');
  requireFloat('multinomial', weights);
  requireWhole('multinomial', 'numSamples', numSamples, 1);
  requireOptions<MultinomialOptions>('multinomial', options, { replacement: 1, generator: 1 });
  const { replacement = false, generator = defaultGenerator() } = options;
  requireFlag('multinomial', 'replacement', replacement);
  requireGenerator('multinomial', { generator });
  const { ndim, shape, backend } = weights;
  if (ndim !== 1 && ndim !== 2)
    throw new ShapeError(`multinomial: the weights must be [n] or [rows, n], not ${formatShape(shape)}`);
  const values = readNow('multinomial', weights) as Float32Array | Float64Array;
  const [rows, size] = [ndim === 1 ? 1 : shape[0]!, shape[ndim - 1]!];
  const drawn = new Int32Array(rows * numSamples);
  for (let row = 0; row < rows; row++) {
    const own = values.slice(row * size, (row + 1) * size);
    drawn.set(drawWeighted(generator, own, numSamples, replacement), row * numSamples);
  }
  return reshape(tensor(drawn, { dtype: 'int32', backend }), [...shape.slice(0, -1), numSamples]);
}
