import { flatten, type Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { Module } from '../module.js';

/**
 * Joins dimensions into one; by default all but the first; `torch.nn.Flatten`.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Flatten } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(String(new Flatten()(tensor([[[1], [2]]])))); // => tensor([[1., 2.]])
 * ```
 */
export class Flatten extends Module {
  static override readonly name: string = 'Flatten';
  readonly startDim: number;
  readonly endDim: number;

  /** The first and the last dimension that are joined, counted from the end where negative; default 1 and -1. */
  constructor(startDim = 1, endDim = -1) {
    checkNumber('Flatten', 'startDim', startDim);
    checkNumber('Flatten', 'endDim', endDim);
    super();
    this.startDim = startDim;
    this.endDim = endDim;
  }

  forward(x: Tensor): Tensor {
    return flatten(x, this.startDim, this.endDim);
  }

  override extraRepr(): string {
    return `start_dim=${this.startDim}, end_dim=${this.endDim}`;
  }
}
