import { type Known, wrong } from '@internal/arguments';
import { ones, type Tensor, zeros } from '@kindling/tensor-core';
import { checkNames, checkSize } from '../checks.js';
import { bool, float, tuple } from '../describe.js';
import { layerNorm } from '../functional/layer-norm.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { type LayerOptions, placeOf } from './options.js';

/** What {@link LayerNorm} may be told. */
export interface LayerNormLayerOptions extends Omit<LayerOptions, 'generator'> {
  /** Added to the variance; default 1e-5. */
  eps?: number;
  /** Whether weight and bias are learned; default true. */
  elementwiseAffine?: boolean;
}

const known: Known<LayerNormLayerOptions> = { eps: 'number', elementwiseAffine: 'boolean', dtype: 1, backend: 1 };

/**
 * Subtracts the mean and divides by the standard deviation over the last dimensions: Ba, Kiros and Hinton (2016);
 * `torch.nn.LayerNorm`.
 *
 * @throws `RangeError` for sizes that are no whole numbers; calling it, `ShapeError` when the last dimensions are
 * others.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { LayerNorm } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new LayerNorm(2)(tensor([[1, 3]])).detach())); // => tensor([[-1.0000,  1.0000]])
 * ```
 */
export class LayerNorm extends Module {
  static override readonly name: string = 'LayerNorm';
  readonly normalizedShape: readonly number[];
  readonly eps: number;
  /** Of the normalised shape, or none. */
  weight: Parameter | null = null;
  /** Of the normalised shape, or none. */
  bias: Parameter | null = null;

  constructor(normalizedShape: number | readonly number[], options: LayerNormLayerOptions = {}) {
    checkNames('LayerNorm', options, known);
    super();
    const list = typeof normalizedShape === 'number' || Array.isArray(normalizedShape);
    if (!list) wrong(TypeError, 'LayerNorm', 'normalizedShape', 'a size or an array of sizes', normalizedShape);
    this.normalizedShape = typeof normalizedShape === 'number' ? [normalizedShape] : [...normalizedShape];
    for (const size of this.normalizedShape) checkSize('LayerNorm', 'each size', size, 1);
    this.eps = options.eps ?? 1e-5;
    if (options.elementwiseAffine !== false) {
      this.weight = new Parameter(ones(this.normalizedShape, placeOf(options)));
      this.bias = new Parameter(zeros(this.normalizedShape, placeOf(options)));
    }
  }

  forward(x: Tensor): Tensor {
    return layerNorm(x, this.normalizedShape, this);
  }

  override extraRepr(): string {
    return `${tuple(this.normalizedShape)}, eps=${float(this.eps)}, elementwise_affine=${bool(this.weight !== null)}`;
  }
}
