import type { Known } from '@internal/arguments';
import { type Tensor, zeros } from '@kindling/tensor-core';
import { checkNames, checkSize } from '../checks.js';
import { bool } from '../describe.js';
import { bilinear } from '../functional/bilinear.js';
import { uniform_ } from '../init/plain.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { type LayerOptions, placeOf, streamOf } from './options.js';

/** What {@link Bilinear} may be told. */
export interface BilinearLayerOptions extends LayerOptions {
  /** Whether a bias is added; default true. */
  bias?: boolean;
}

const known: Known<BilinearLayerOptions> = { bias: 'boolean', dtype: 1, backend: 1, generator: 1 };

/**
 * `x1 @ weight[o] @ x2 + bias[o]` for each output; `torch.nn.Bilinear`.
 *
 * Weight [out, in1, in2] and bias [out] are drawn from the uniform distribution on `±1 / sqrt(in1)`, in PyTorch's order.
 *
 * @throws `RangeError` when a size is no whole number from 1; calling it, `ShapeError` when the inputs do not fit.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Bilinear } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const layer = new Bilinear(2, 3, 4);
 * console.log(String(layer)); // => Bilinear(in1_features=2, in2_features=3, out_features=4, bias=True)
 * console.log(layer(ones(5, 2), ones(5, 3)).shape); // => [ 5, 4 ]
 * ```
 */
export class Bilinear extends Module<[x1: Tensor, x2: Tensor]> {
  static override readonly name: string = 'Bilinear';
  readonly in1Features: number;
  readonly in2Features: number;
  readonly outFeatures: number;
  /** [out, in1, in2]. */
  weight: Parameter;
  /** [out], or none. */
  bias: Parameter | null;

  constructor(in1Features: number, in2Features: number, outFeatures: number, options: BilinearLayerOptions = {}) {
    checkNames('Bilinear', options, known);
    super();
    checkSize('Bilinear', 'the number of first inputs', in1Features, 1);
    checkSize('Bilinear', 'the number of second inputs', in2Features, 1);
    checkSize('Bilinear', 'the number of outputs', outFeatures, 1);
    this.in1Features = in1Features;
    this.in2Features = in2Features;
    this.outFeatures = outFeatures;
    this.weight = new Parameter(zeros([outFeatures, in1Features, in2Features], placeOf(options)));
    this.bias = options.bias === false ? null : new Parameter(zeros([outFeatures], placeOf(options)));
    this.resetParameters(options);
  }

  /** Draws the parameters anew. */
  resetParameters(options: Pick<LayerOptions, 'generator'> = {}): void {
    const bound = 1 / Math.sqrt(this.in1Features);
    uniform_(this.weight, -bound, bound, streamOf(options));
    if (this.bias !== null) uniform_(this.bias, -bound, bound, streamOf(options));
  }

  forward(x1: Tensor, x2: Tensor): Tensor {
    return bilinear(x1, x2, this.weight, this.bias);
  }

  override extraRepr(): string {
    const { in1Features, in2Features, outFeatures, bias } = this;
    return `in1_features=${in1Features}, in2_features=${in2Features}, out_features=${outFeatures}, bias=${bool(bias !== null)}`;
  }
}
