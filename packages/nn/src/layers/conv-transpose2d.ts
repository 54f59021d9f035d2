import type { Known } from '@internal/arguments';
import { type NumberOrPair, type Tensor, zeros } from '@kindling/tensor-core';
import { windowsOf } from '@kindling/tensor-core/internal';
import { aPair, checkNames, checkNumber } from '../checks.js';
import { type ConvTranspose2dOptions, convTranspose2d } from '../functional/conv-transpose2d.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { checkChannels, describeConvolution } from './convolution.js';
import { drawWeights } from './draw.js';
import { type LayerOptions, placeOf } from './options.js';

/** What {@link ConvTranspose2d} may be told. */
export interface ConvTranspose2dLayerOptions extends LayerOptions, ConvTranspose2dOptions {
  /** Whether a bias is added; default true. */
  bias?: boolean;
}

const known: Known<ConvTranspose2dLayerOptions> = {
  bias: 'boolean',
  dtype: 1,
  backend: 1,
  generator: 1,
  stride: 1,
  padding: 1,
  outputPadding: aPair,
  dilation: 1,
  groups: 'number',
};

/**
 * Adds every filter, times an element of the images [n, in, h, w], to the window of that element, which makes images larger;
 * `torch.nn.ConvTranspose2d`.
 *
 * Weight [in, out / groups, kh, kw] and bias [out] are drawn from the uniform distribution on
 * `±1 / sqrt(out / groups * kh * kw)`, in PyTorch's order.
 *
 * @throws `RangeError` for channels and groups that are no whole numbers, and groups that do not divide the channels;
 * `ArgumentError` for windows that are not given in whole numbers; calling it, also for an output padding that is below
 * neither the stride nor the dilation, and `ShapeError` for images of other channels.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { ConvTranspose2d } from '@kindling/nn';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const layer = new ConvTranspose2d(8, 3, 2, { stride: 2 });
 * console.log(String(layer)); // => ConvTranspose2d(8, 3, kernel_size=(2, 2), stride=(2, 2))
 * console.log(layer(zeros(1, 8, 14, 14)).shape); // => [ 1, 3, 28, 28 ]
 * ```
 */
export class ConvTranspose2d extends Module {
  static override readonly name: string = 'ConvTranspose2d';
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly [number, number];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly outputPadding: readonly [number, number];
  readonly dilation: readonly [number, number];
  readonly groups: number;
  /** [in, out / groups, kh, kw]. */
  weight: Parameter;
  /** [out], or none. */
  bias: Parameter | null;

  constructor(
    inChannels: number,
    outChannels: number,
    kernelSize: NumberOrPair,
    options: ConvTranspose2dLayerOptions = {},
  ) {
    checkNumber('ConvTranspose2d', 'inChannels', inChannels);
    checkNumber('ConvTranspose2d', 'outChannels', outChannels);
    checkNames('ConvTranspose2d', options, known);
    super();
    const { groups = 1, outputPadding = 0 } = options;
    const windows = windowsOf('ConvTranspose2d', kernelSize, options);
    checkChannels('ConvTranspose2d', inChannels, outChannels, groups);
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.groups = groups;
    this.kernelSize = windows.kernel;
    this.stride = windows.stride;
    this.padding = windows.padding;
    this.outputPadding = typeof outputPadding === 'number' ? [outputPadding, outputPadding] : outputPadding;
    this.dilation = windows.dilation;
    this.weight = new Parameter(zeros([inChannels, outChannels / groups, ...this.kernelSize], placeOf(options)));
    this.bias = options.bias === false ? null : new Parameter(zeros([outChannels], placeOf(options)));
    this.resetParameters(options);
  }

  /** Draws the parameters anew. */
  resetParameters(options: Pick<LayerOptions, 'generator'> = {}): void {
    drawWeights(this.weight, this.bias, options);
  }

  forward(x: Tensor): Tensor {
    const { stride, padding, outputPadding, dilation, groups } = this;
    return convTranspose2d(x, this.weight, this.bias, { stride, padding, outputPadding, dilation, groups });
  }

  override extraRepr(): string {
    return describeConvolution(this);
  }
}
