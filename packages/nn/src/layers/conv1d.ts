import { type Known, wrong } from '@internal/arguments';
import { type Activation, ArgumentError, type Tensor, zeros } from '@kindling/tensor-core';
import { windowsOf } from '@kindling/tensor-core/internal';
import { checkNames, checkNumber } from '../checks.js';
import { type Conv1dOptions, conv1d } from '../functional/conv1d.js';
import { type PaddingMode, padWith } from '../functional/pad-mode.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import { checkChannels, checkPaddingMode, describeConvolution } from './convolution.js';
import { drawWeights } from './draw.js';
import { type LayerOptions, placeOf } from './options.js';

/** What {@link Conv1d} may be told. */
export interface Conv1dLayerOptions extends LayerOptions, Omit<Conv1dOptions, 'activation'> {
  /** Whether a bias is added; default true. */
  bias?: boolean;
  /** What is around the sequences: `'zeros'` (default), their mirror image, their edge, or their other end. */
  paddingMode?: PaddingMode;
}

const known: Known<Conv1dLayerOptions> = {
  bias: 'boolean',
  paddingMode: 1,
  dtype: 1,
  backend: 1,
  generator: 1,
  dilation: 'number',
  stride: 'number',
  padding: 1,
  groups: 1,
};

/**
 * Slides windows along sequences [n, in, length], and gives for each its product with every filter: [n, out, windows];
 * `torch.nn.Conv1d`.
 *
 * Weight [out, in / groups, k] and bias [out] are drawn from the uniform distribution on `±1 / sqrt(in / groups * k)`, in
 * PyTorch's order.
 *
 * @throws `RangeError` for channels and groups that are no whole numbers, and groups that do not divide the channels;
 * `ArgumentError` for windows that are not given in whole numbers; calling it, `ShapeError` for sequences of other channels, or shorter than a window.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Conv1d } from '@kindling/nn';
 * import { setBackend, zeros } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const layer = new Conv1d(2, 8, 3, { padding: 'same' });
 * console.log(String(layer)); // => Conv1d(2, 8, kernel_size=(3,), stride=(1,), padding=same)
 * console.log(layer(zeros(20, 2, 50)).shape); // => [ 20, 8, 50 ]
 * ```
 */
export class Conv1d extends Module {
  static override readonly name: string = 'Conv1d';
  readonly inChannels: number;
  readonly outChannels: number;
  readonly kernelSize: readonly [number];
  readonly stride: readonly [number];
  readonly padding: readonly [number] | 'same' | 'valid';
  readonly dilation: readonly [number];
  readonly groups: number;
  readonly paddingMode: PaddingMode;
  /** [out, in / groups, k]. */
  weight: Parameter;
  /** [out], or none. */
  bias: Parameter | null;

  constructor(inChannels: number, outChannels: number, kernelSize: number, options: Conv1dLayerOptions = {}) {
    checkNumber('Conv1d', 'inChannels', inChannels);
    checkNumber('Conv1d', 'outChannels', outChannels);
    checkNumber('Conv1d', 'kernelSize', kernelSize);
    checkNames('Conv1d', options, known);
    super();
    const { stride = 1, padding = 0, dilation = 1, groups = 1, paddingMode = 'zeros' } = options;
    const numbers = typeof padding === 'string' ? 0 : padding;
    for (const [name, value] of Object.entries({ 'kernel size': kernelSize, stride, padding: numbers, dilation })) {
      if (typeof value !== 'number') wrong(ArgumentError, 'Conv1d', `the ${name}`, 'one number', value);
    }
    windowsOf('Conv1d', kernelSize, { stride, padding: numbers, dilation });
    checkChannels('Conv1d', inChannels, outChannels, groups);
    checkPaddingMode('Conv1d', paddingMode);
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.groups = groups;
    this.kernelSize = [kernelSize];
    this.stride = [stride];
    this.padding = typeof padding === 'string' ? padding : [padding];
    this.dilation = [dilation];
    this.paddingMode = paddingMode;
    this.weight = new Parameter(zeros([outChannels, inChannels / groups, kernelSize], placeOf(options)));
    this.bias = options.bias === false ? null : new Parameter(zeros([outChannels], placeOf(options)));
    this.resetParameters(options);
  }

  /** Draws the parameters anew. */
  resetParameters(options: Pick<LayerOptions, 'generator'> = {}): void {
    drawWeights(this.weight, this.bias, options);
  }

  /** @param activation - applied to the result in the same pass. */
  forward(x: Tensor, activation: Activation = 'identity'): Tensor {
    const { padding, groups, paddingMode, weight, bias } = this;
    const [[stride], [dilation], [size]] = [this.stride, this.dilation, this.kernelSize];
    const options = { stride, dilation, groups, activation };
    if (paddingMode === 'zeros' || padding === 'valid') {
      return conv1d(x, weight, bias, { ...options, padding: typeof padding === 'string' ? padding : padding[0] });
    }
    const total = dilation * (size - 1);
    const amounts =
      padding === 'same'
        ? ([Math.floor(total / 2), Math.ceil(total / 2)] as const)
        : ([padding[0], padding[0]] as const);
    return conv1d(padWith('Conv1d', x, paddingMode, [amounts]), weight, bias, options);
  }

  override extraRepr(): string {
    return describeConvolution(this);
  }
}
