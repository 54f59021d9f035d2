import type { Known } from '@internal/arguments';
import { fold, type NumberOrPair, type Tensor, type WindowOptions } from '@kindling/tensor-core';
import { aPair, checkNames, checkPair } from '../checks.js';
import { pairs } from '../describe.js';
import { Module } from '../module.js';

const known: Known<WindowOptions> = { stride: aPair, padding: aPair, dilation: aPair };

/**
 * Images [n, c, h, w] in which windows [n, c * kh * kw, windows] are added up where they lie; `torch.nn.Fold`.
 *
 * Calling it throws a `ShapeError` for columns that are not those of such images.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Fold } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Fold([4, 5], [2, 2])(ones(1, 12, 12)).shape); // => [ 1, 3, 4, 5 ]
 * ```
 */
export class Fold extends Module {
  static override readonly name: string = 'Fold';
  readonly outputSize: NumberOrPair;
  readonly kernelSize: NumberOrPair;
  readonly options: Required<WindowOptions>;

  constructor(outputSize: NumberOrPair, kernelSize: NumberOrPair, options: WindowOptions = {}) {
    checkNames('Fold', options, known);
    checkPair('Fold', 'outputSize', outputSize);
    checkPair('Fold', 'kernelSize', kernelSize);
    super();
    const { stride = 1, padding = 0, dilation = 1 } = options;
    this.outputSize = outputSize;
    this.kernelSize = kernelSize;
    this.options = { dilation, padding, stride };
  }

  forward(columns: Tensor): Tensor {
    return fold(columns, this.outputSize, this.kernelSize, this.options);
  }

  override extraRepr(): string {
    return pairs({ output_size: this.outputSize, kernel_size: this.kernelSize, ...this.options });
  }
}
