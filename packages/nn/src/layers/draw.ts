import { noGrad } from '@kindling/tensor-core';
import { sizeOf } from '@kindling/tensor-core/internal';
import type { Parameter } from '../parameter.js';
import { type LayerOptions, streamOf } from './options.js';

/**
 * Draws a weight [out, in, ...kernel] and a bias as PyTorch's linear layers and convolutions do: the weight as
 * `kaimingUniform_` with `a` of the root of 5, to the last bit, without bringing its other cases into a page.
 */
export function drawWeights(weight: Parameter, bias: Parameter | null, options: Pick<LayerOptions, 'generator'>): void {
  const fanIn = sizeOf(weight.shape.slice(1));
  const gain = Math.sqrt(2 / (1 + Math.sqrt(5) ** 2));
  const draw = (x: Parameter, bound: number) => noGrad(() => x.uniform_(-bound, bound, streamOf(options)));
  draw(weight, Math.sqrt(3) * (gain / Math.sqrt(fanIn)));
  if (bias !== null) draw(bias, 1 / Math.sqrt(fanIn));
}
