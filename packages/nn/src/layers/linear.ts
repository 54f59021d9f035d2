import type { Known } from '@internal/arguments';
import { type Activation, type Tensor, zeros } from '@kindling/tensor-core';
import { checkNames, checkSize } from '../checks.js';
import { bool } from '../describe.js';
import { linear } from '../functional/linear.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { drawWeights } from './draw.js';
import { type LayerOptions, placeOf } from './options.js';

/** What {@link Linear} may be told. */
export interface LinearLayerOptions extends LayerOptions {
  /** Whether a bias is added; default true. */
  bias?: boolean;
}

const known: Known<LinearLayerOptions> = { bias: 'boolean', dtype: 1, backend: 1, generator: 1 };

/**
 * `x @ weight.T + bias`: [..., in] becomes [..., out]; `torch.nn.Linear`.
 *
 * Weight [out, in] and bias [out] are drawn from the uniform distribution on `±1 / sqrt(in)`, in PyTorch's order.
 *
 * @throws `RangeError` for sizes that are no whole numbers; calling it, `ShapeError` when the last dimension is
 * not `in`.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Linear } from '@kindling/nn';
 * import { manualSeed, setBackend } from '@kindling/tensor-core';
 * import { TorchGenerator } from '@kindling/tensor-core/torch';
 * setBackend(await cpu());
 * manualSeed(0, { engine: TorchGenerator });
 * const layer = new Linear(2, 1);
 * console.log(String(layer)); // => Linear(in_features=2, out_features=1, bias=True)
 * console.log(String(layer.weight.detach())); // => tensor([[-0.0053,  0.3793]])
 * ```
 */
export class Linear extends Module {
  static override readonly name: string = 'Linear';
  readonly inFeatures: number;
  readonly outFeatures: number;
  /** [out, in]. */
  weight: Parameter;
  /** [out], or none. */
  bias: Parameter | null;

  constructor(inFeatures: number, outFeatures: number, options: LinearLayerOptions = {}) {
    checkNames('Linear', options, known);
    super();
    checkSize('Linear', 'the number of inputs', inFeatures);
    checkSize('Linear', 'the number of outputs', outFeatures);
    this.inFeatures = inFeatures;
    this.outFeatures = outFeatures;
    this.weight = new Parameter(zeros([outFeatures, inFeatures], placeOf(options)));
    this.bias = options.bias === false ? null : new Parameter(zeros([outFeatures], placeOf(options)));
    this.resetParameters(options);
  }

  /** Draws the parameters anew. */
  resetParameters(options: Pick<LayerOptions, 'generator'> = {}): void {
    if (this.inFeatures === 0) return;
    drawWeights(this.weight, this.bias, options);
  }

  /** @param activation - applied to the result in the same pass. */
  forward(x: Tensor, activation: Activation = 'identity'): Tensor {
    return linear(x, this.weight, this.bias, { activation });
  }

  /** @internal */
  override fusedDimensions(): number {
    return this.forward === Linear.prototype.forward ? 2 : 0;
  }

  override extraRepr(): string {
    return `in_features=${this.inFeatures}, out_features=${this.outFeatures}, bias=${bool(this.bias !== null)}`;
  }
}
