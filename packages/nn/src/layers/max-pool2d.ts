import type { NumberOrPair, Tensor } from '@kindling/tensor-core';
import { pairs } from '../describe.js';
import { type MaxPool2dOptions, maxPool2d } from '../functional/pool2d.js';
import { Module } from '../module.js';

/**
 * The largest element of each window of images [n, c, h, w]; `torch.nn.MaxPool2d`.
 *
 * Calling it throws a `ShapeError` for images that are smaller than a window.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { MaxPool2d } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new MaxPool2d(2)(ones(1, 3, 28, 28)).shape); // => [ 1, 3, 14, 14 ]
 * ```
 */
export class MaxPool2d extends Module {
  static override readonly name: string = 'MaxPool2d';
  readonly kernelSize: NumberOrPair;
  readonly options: Required<MaxPool2dOptions>;

  constructor(kernelSize: NumberOrPair, { stride = kernelSize, padding = 0, dilation = 1 }: MaxPool2dOptions = {}) {
    super();
    this.kernelSize = kernelSize;
    this.options = { stride, padding, dilation };
  }

  forward(x: Tensor): Tensor {
    return maxPool2d(x, this.kernelSize, this.options);
  }

  override extraRepr(): string {
    return `${pairs({ kernel_size: this.kernelSize, ...this.options })}, ceil_mode=False`;
  }
}
