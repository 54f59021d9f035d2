import type { Known } from '@internal/arguments';
import {
  type Activation,
  type Conv2dOptions,
  conv2d,
  type NumberOrPair,
  type Tensor,
  zeros,
} from '@kindling/tensor-core';
import { windowsOf } from '@kindling/tensor-core/internal';
import { checkNames, checkNumber } from '../checks.js';
import { type PaddingMode, padWith } from '../functional/pad-mode.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { checkChannels, checkPaddingMode, describeConvolution } from './convolution.js';
import { drawWeights } from './draw.js';
import { type LayerOptions, placeOf } from './options.js';

/** What {@link Conv2d} may be told. */
export interface Conv2dLayerOptions extends LayerOptions, Omit<Conv2dOptions, 'activation'> {
  /** Whether a bias is added; default true. */
  bias?: boolean;
  /** What is around the images: `'zeros'` (default), their mirror image, their edge, or their other end. */
  paddingMode?: PaddingMode;
}

const known: Known<Conv2dLayerOptions> = {
  bias: 'boolean',
  paddingMode: 1,
  dtype: 1,
  backend: 1,
  generator: 1,
  dilation: 1,
  stride: 1,
  padding: 1,
  groups: 1,
};

/**
 * Slides windows over images [n, in, h, w], and gives for each its product with every filter: [n, out, rows, columns];
 * `torch.nn.Conv2d`.
 *
 * Weight [out, in / groups, kh, kw] and bias [out] are drawn from the uniform distribution on
 * `±1 / sqrt(in / groups * kh * kw)`, in PyTorch's order.
 *
 * @throws `RangeError` for channels and groups that are no whole numbers, and groups that do not divide the channels;
 * `ArgumentError` for windows that are not given in whole numbers; calling it, `ShapeError` for images of other channels, or smaller than a window.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Conv2d } from '@kindling/nn';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const layer = new Conv2d(1, 8, 3, { padding: 1 });
 * console.log(String(layer)); // => Conv2d(1, 8, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
 * console.log(layer(zeros(20, 1, 28, 28)).shape); // => [ 20, 8, 28, 28 ]
 * ```
 */
export class Conv2d extends Module {
  static override readonly name: string = 'Conv2d';
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number] | 'same' | 'valid';
  readonly dilation: readonly [number, number];
  readonly groups: number;
  readonly paddingMode: PaddingMode;
  /** [out, in / groups, kh, kw]. */
  weight: Parameter;
  /** [out], or none. */
  bias: Parameter | null;

  constructor(inChannels: number, outChannels: number, kernelSize: NumberOrPair, options: Conv2dLayerOptions = {}) {
    checkNumber('Conv2d', 'inChannels', inChannels);
    checkNumber('Conv2d', 'outChannels', outChannels);
    checkNames('Conv2d', options, known);
    super();
    const { padding = 0, groups = 1, paddingMode = 'zeros' } = options;
    const numbers = typeof padding === 'string' ? 0 : padding;
    const windows = windowsOf('Conv2d', kernelSize, { ...options, padding: numbers });
    checkChannels('Conv2d', inChannels, outChannels, groups);
    checkPaddingMode('Conv2d', paddingMode);
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.groups = groups;
    this.kernelSize = windows.kernel;
    this.stride = windows.stride;
    this.padding = typeof padding === 'string' ? padding : windows.padding;
    this.dilation = windows.dilation;
    this.paddingMode = paddingMode;
    const shape = [outChannels, inChannels / groups, ...this.kernelSize];
    this.weight = new Parameter(zeros(shape, placeOf(options)));
    this.bias = options.bias === false ? null : new Parameter(zeros([outChannels], placeOf(options)));
    this.resetParameters(options);
  }

  /** Draws the parameters anew. */
  resetParameters(options: Pick<LayerOptions, 'generator'> = {}): void {
    drawWeights(this.weight, this.bias, options);
  }

  /** @param activation - applied to the result in the same pass. */
  forward(x: Tensor, activation: Activation = 'identity'): Tensor {
    const { stride, padding, dilation, groups, paddingMode, weight, bias } = this;
    const options = { stride, dilation, groups, activation };
    if (paddingMode === 'zeros' || padding === 'valid') return conv2d(x, weight, bias, { ...options, padding });
    const amounts = ([1, 0] as const).map((d): readonly [number, number] => {
      if (padding !== 'same') return [padding[d], padding[d]];
      // Where the padding is odd, the larger half comes last.
      const total = dilation[d] * (this.kernelSize[d] - 1);
      return [Math.floor(total / 2), Math.ceil(total / 2)];
    });
    return conv2d(padWith('Conv2d', x, paddingMode, amounts), weight, bias, options);
  }

  /** @internal */
  override fusedDimensions(): number {
    return this.forward === Conv2d.prototype.forward ? 4 : 0;
  }

  override extraRepr(): string {
    return describeConvolution(this);
  }
}
