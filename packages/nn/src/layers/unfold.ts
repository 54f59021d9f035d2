import type { Known } from '@internal/arguments';
import { type NumberOrPair, type Tensor, unfold, type WindowOptions } from '@kindling/tensor-core';
import { aPair, checkNames, checkPair } from '../checks.js';
import { pairs } from '../describe.js';
import { Module } from '../module.js';

const known: Known<WindowOptions> = { stride: aPair, padding: aPair, dilation: aPair };

/**
 * The windows that slide over images [n, c, h, w], as columns [n, c * kh * kw, windows]; `torch.nn.Unfold`.
 *
 * Calling it throws a `ShapeError` for images that are smaller than a window.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Unfold } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Unfold([2, 3])(ones(2, 5, 3, 4)).shape); // => [ 2, 30, 4 ]
 * ```
 */
export class Unfold extends Module {
  static override readonly name: string = 'Unfold';
  readonly kernelSize: NumberOrPair;
  readonly options: Required<WindowOptions>;

  constructor(kernelSize: NumberOrPair, options: WindowOptions = {}) {
    checkNames('Unfold', options, known);
    checkPair('Unfold', 'kernelSize', kernelSize);
    super();
    const { stride = 1, padding = 0, dilation = 1 } = options;
    this.kernelSize = kernelSize;
    this.options = { dilation, padding, stride };
  }

  forward(x: Tensor): Tensor {
    return unfold(x, this.kernelSize, this.options);
  }

  override extraRepr(): string {
    return pairs({ kernel_size: this.kernelSize, ...this.options });
  }
}
