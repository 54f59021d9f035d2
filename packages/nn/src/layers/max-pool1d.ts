import type { Tensor, ValuesAndIndices } from '@kindling/tensor-core';
import { checkNames, checkNumber } from '../checks.js';
import { bool, pairs } from '../describe.js';
import { known, type MaxPool1dOptions, maxPool1d } from '../functional/pool1d.js';
import { Module } from '../module.js';

/**
 * The largest element of each window of sequences [n, c, length]; `torch.nn.MaxPool1d`. With `returnIndices: true` it gives
 * `{ values, indices }`.
 *
 * Calling it throws a `ShapeError` for sequences that are shorter than a window.
 *
 * @typeParam Indices - whether positions are given too.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { MaxPool1d } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new MaxPool1d(2)(ones(1, 3, 28)).shape); // => [ 1, 3, 14 ]
 * ```
 */
export class MaxPool1d<Indices extends boolean = false> extends Module<
  [Tensor],
  Indices extends true ? ValuesAndIndices : Tensor
> {
  static override readonly name: string = 'MaxPool1d';
  readonly kernelSize: number;
  readonly options: Required<MaxPool1dOptions>;

  constructor(kernelSize: number, options: MaxPool1dOptions<Indices> = {}) {
    checkNumber('MaxPool1d', 'kernelSize', kernelSize);
    checkNames('MaxPool1d', options, known);
    super();
    const { stride = kernelSize, padding = 0, dilation = 1, ceilMode = false, returnIndices = false } = options;
    this.kernelSize = kernelSize;
    this.options = { stride, padding, dilation, ceilMode, returnIndices };
  }

  forward(x: Tensor): Indices extends true ? ValuesAndIndices : Tensor {
    return maxPool1d(x, this.kernelSize, this.options) as Indices extends true ? ValuesAndIndices : Tensor;
  }

  override extraRepr(): string {
    const { stride, padding, dilation, ceilMode } = this.options;
    return `${pairs({ kernel_size: this.kernelSize, stride, padding, dilation })}, ceil_mode=${bool(ceilMode)}`;
  }
}
