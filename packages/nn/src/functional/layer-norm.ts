import type { Known } from '@internal/arguments';
import { ShapeError, type Tensor } from '@kindling/tensor-core';
import { formatShape, requireWholes, sameShape, sizeOf } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor, checkWeights } from '../checks.js';
import { defineNormalization } from './normalize.js';

const normalize = defineNormalization('nativeLayerNorm');

/** What {@link layerNorm} may be told. */
export interface LayerNormOptions {
  /** A factor for each normalised element, of the normalised shape. */
  weight?: Tensor | null;
  /** Added to each normalised element, of the normalised shape. */
  bias?: Tensor | null;
  /** Added to the variance; default 1e-5. */
  eps?: number;
}

const known: Known<LayerNormOptions> = { weight: 1, bias: 1, eps: 'number' };

/**
 * Subtracts the mean and divides by the standard deviation over the last dimensions: Ba, Kiros and Hinton (2016);
 * `torch.nn.functional.layer_norm`.
 *
 * @param x - [..., ...normalizedShape]; the result has the same shape.
 * @param normalizedShape - the sizes of the dimensions over which is normalised.
 * @throws `ShapeError` when the last dimensions of `x`, weight or bias are others.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(F.layerNorm(tensor([[1, 3], [10, 30]]), [2], { eps: 0 })));
 * // => tensor([[-1.,  1.],
 * //            [-1.,  1.]])
 * ```
 */
export function layerNorm(x: Tensor, normalizedShape: readonly number[], options: LayerNormOptions = {}): Tensor {
  checkTensor('layerNorm', x);
  requireWholes('layerNorm', 'the normalized shape', normalizedShape);
  checkNames('layerNorm', options, known);
  const { weight = null, bias = null, eps = 1e-5 } = options;
  const count = normalizedShape.length;
  if (count === 0 || x.ndim < count || !sameShape(x.shape.slice(x.ndim - count), normalizedShape)) {
    throw new ShapeError(
      `layerNorm: the last dimensions must be ${formatShape(normalizedShape)}, the input is ${formatShape(x.shape)}`,
    );
  }
  checkWeights('layerNorm', normalizedShape, { weight, bias });
  const inner = sizeOf(normalizedShape);
  const groups = sizeOf(x.shape.slice(0, x.ndim - count));
  return normalize(x, weight, bias, { outer: 1, groups, inner, perGroup: false, eps });
}
