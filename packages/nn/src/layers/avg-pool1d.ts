import type { Tensor } from '@kindling/tensor-core';
import { checkNames, checkNumber } from '../checks.js';
import { tuple } from '../describe.js';
import { type AvgPool1dOptions, avgPool1d, known2 as known } from '../functional/pool1d.js';
import { Module } from '../module.js';

/**
 * The mean of each window of sequences [n, c, length]; `torch.nn.AvgPool1d`.
 *
 * Calling it throws a `ShapeError` for sequences that are shorter than a window.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { AvgPool1d } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new AvgPool1d(3, { stride: 1 })(ones(1, 3, 8)).shape); // => [ 1, 3, 6 ]
 * ```
 */
export class AvgPool1d extends Module {
  static override readonly name: string = 'AvgPool1d';
  readonly kernelSize: number;
  readonly options: Required<AvgPool1dOptions>;

  constructor(kernelSize: number, options: AvgPool1dOptions = {}) {
    checkNumber('AvgPool1d', 'kernelSize', kernelSize);
    checkNames('AvgPool1d', options, known);
    super();
    const { stride = kernelSize, padding = 0, ceilMode = false, countIncludePad = true } = options;
    this.kernelSize = kernelSize;
    this.options = { stride, padding, ceilMode, countIncludePad };
  }

  forward(x: Tensor): Tensor {
    return avgPool1d(x, this.kernelSize, this.options);
  }

  override extraRepr(): string {
    const { stride, padding } = this.options;
    return `kernel_size=${tuple([this.kernelSize])}, stride=${tuple([stride])}, padding=${tuple([padding])}`;
  }
}
