import type { NumberOrPair, Tensor, ValuesAndIndices } from '@kindling/tensor-core';
import { checkNames, checkPair } from '../checks.js';
import { bool, pairs } from '../describe.js';
import { known, type MaxPool2dOptions, maxPool2d } from '../functional/max-pool2d.js';
import { Module } from '../module.js';

/**
 * The largest element of each window of images [n, c, h, w]; `torch.nn.MaxPool2d`. With `returnIndices: true` it gives
 * `{ values, indices }`.
 *
 * Calling it throws a `ShapeError` for images that are smaller than a window.
 *
 * @typeParam Indices - whether positions are given too.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { MaxPool2d } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new MaxPool2d(2)(ones(1, 3, 28, 28)).shape); // => [ 1, 3, 14, 14 ]
 * console.log(new MaxPool2d(3, { ceilMode: true })(ones(1, 3, 28, 28)).shape); // => [ 1, 3, 10, 10 ]
 * ```
 */
export class MaxPool2d<Indices extends boolean = false> extends Module<
  [Tensor],
  Indices extends true ? ValuesAndIndices : Tensor
> {
  static override readonly name: string = 'MaxPool2d';
  readonly kernelSize: NumberOrPair;
  readonly options: Required<MaxPool2dOptions>;

  constructor(kernelSize: NumberOrPair, options: MaxPool2dOptions<Indices> = {}) {
    checkNames('MaxPool2d', options, known);
    checkPair('MaxPool2d', 'kernelSize', kernelSize);
    super();
    const { stride = kernelSize, padding = 0, dilation = 1, ceilMode = false, returnIndices = false } = options;
    this.kernelSize = kernelSize;
    this.options = { stride, padding, dilation, ceilMode, returnIndices };
  }

  forward(x: Tensor): Indices extends true ? ValuesAndIndices : Tensor {
    return maxPool2d(x, this.kernelSize, this.options) as Indices extends true ? ValuesAndIndices : Tensor;
  }

  override extraRepr(): string {
    const { stride, padding, dilation, ceilMode } = this.options;
    return `${pairs({ kernel_size: this.kernelSize, stride, padding, dilation })}, ceil_mode=${bool(ceilMode)}`;
  }
}
