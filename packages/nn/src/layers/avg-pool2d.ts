import type { NumberOrPair, Tensor } from '@kindling/tensor-core';
import { checkNames, checkPair } from '../checks.js';
import { pairs } from '../describe.js';
import { type AvgPool2dOptions, avgPool2d, known } from '../functional/avg-pool2d.js';
import { Module } from '../module.js';

/**
 * The mean of each window of images [n, c, h, w]; `torch.nn.AvgPool2d`.
 *
 * Calling it throws a `ShapeError` for images that are smaller than a window.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { AvgPool2d } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new AvgPool2d(3, { stride: 1 })(ones(1, 3, 8, 8)).shape); // => [ 1, 3, 6, 6 ]
 * ```
 */
export class AvgPool2d extends Module {
  static override readonly name: string = 'AvgPool2d';
  readonly kernelSize: NumberOrPair;
  readonly options: Required<AvgPool2dOptions>;

  constructor(kernelSize: NumberOrPair, options: AvgPool2dOptions = {}) {
    checkNames('AvgPool2d', options, known);
    checkPair('AvgPool2d', 'kernelSize', kernelSize);
    super();
    const {
      stride = kernelSize,
      padding = 0,
      ceilMode = false,
      countIncludePad = true,
      divisorOverride = null,
    } = options;
    this.kernelSize = kernelSize;
    this.options = { stride, padding, ceilMode, countIncludePad, divisorOverride };
  }

  forward(x: Tensor): Tensor {
    return avgPool2d(x, this.kernelSize, this.options);
  }

  override extraRepr(): string {
    const { stride, padding } = this.options;
    return pairs({ kernel_size: this.kernelSize, stride, padding });
  }
}
