import {
  type Activation,
  type Conv2dOptions,
  conv2d,
  type NumberOrPair,
  type Tensor,
  zeros,
} from '@kindling/tensor-core';
import { windowsOf } from '@kindling/tensor-core/internal';
import { checkSize } from '../checks.js';
import { pairs } from '../describe.js';
import { fanInAndOut } from '../init/fan.js';
import { kaimingUniform_ } from '../init/kaiming.js';
import { uniform_ } from '../init/plain.js';
import { Module } from '../module.js';
import { Parameter } from '../parameter.js';
import type { LayerOptions } from './options.js';

/** What {@link Conv2d} may be told. */
export interface Conv2dLayerOptions extends LayerOptions, Omit<Conv2dOptions, 'activation'> {
  /** Whether a bias is added; default true. */
  bias?: boolean;
}

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
  /** [out, in / groups, kh, kw]. */
  weight: Parameter;
  /** [out], or none. */
  bias: Parameter | null;

  constructor(inChannels: number, outChannels: number, kernelSize: NumberOrPair, options: Conv2dLayerOptions = {}) {
    super();
    const { padding = 0, groups = 1 } = options;
    const numbers = typeof padding === 'string' ? 0 : padding;
    const windows = windowsOf('Conv2d', kernelSize, { ...options, padding: numbers });
    checkSize('Conv2d', 'the number of groups', groups, 1);
    checkSize('Conv2d', 'the number of input channels', inChannels, 1);
    checkSize('Conv2d', 'the number of output channels', outChannels, 1);
    if (inChannels % groups !== 0 || outChannels % groups !== 0) {
      throw new RangeError(`Conv2d: ${groups} groups do not divide ${inChannels} and ${outChannels} channels`);
    }
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    this.groups = groups;
    this.kernelSize = windows.kernel;
    this.stride = windows.stride;
    this.padding = typeof padding === 'string' ? padding : windows.padding;
    this.dilation = windows.dilation;
    const shape = [outChannels, inChannels / groups, ...this.kernelSize];
    this.weight = new Parameter(zeros(shape, options));
    this.bias = options.bias === false ? null : new Parameter(zeros([outChannels], options));
    this.resetParameters(options);
  }

  /** Draws the parameters anew. */
  resetParameters(options: Pick<LayerOptions, 'generator'> = {}): void {
    kaimingUniform_(this.weight, { ...options, a: Math.sqrt(5) });
    const bound = 1 / Math.sqrt(fanInAndOut('Conv2d', this.weight).fanIn);
    if (this.bias !== null) uniform_(this.bias, -bound, bound, options);
  }

  /** @param activation - applied to the result in the same pass. */
  forward(x: Tensor, activation: Activation = 'identity'): Tensor {
    const { stride, padding, dilation, groups } = this;
    return conv2d(x, this.weight, this.bias, { stride, padding, dilation, groups, activation });
  }

  override extraRepr(): string {
    const { inChannels, outChannels, kernelSize, stride, padding, dilation, groups, bias } = this;
    const options = pairs({
      kernel_size: kernelSize,
      stride,
      ...(String(padding) !== '0,0' && { padding }),
      ...(String(dilation) !== '1,1' && { dilation }),
      ...(groups !== 1 && { groups }),
      ...(bias === null && { bias: 'False' }),
    });
    return `${inChannels}, ${outChannels}, ${options}`;
  }
}
