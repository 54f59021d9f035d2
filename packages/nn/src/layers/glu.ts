import type { Tensor } from '@kindling/tensor-core';
import { checkNumber } from '../checks.js';
import { glu } from '../functional/glu.js';
import { Module } from '../module.js';

/**
 * The first half of a dimension (default the last one) times the sigmoid of the second; `torch.nn.GLU`.
 *
 * Calling it throws a `ShapeError` where the dimension does not split into halves.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { GLU } from '@kindling/nn';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new GLU()(tensor([1, 2, 0, 0])).tolist()); // => [ 0.5, 1 ]
 * ```
 */
export class GLU extends Module {
  static override readonly name: string = 'GLU';
  readonly dim: number;

  constructor(dim = -1) {
    checkNumber('GLU', 'dim', dim);
    super();
    this.dim = dim;
  }

  forward(x: Tensor): Tensor {
    return glu(x, this.dim);
  }

  override extraRepr(): string {
    return `dim=${this.dim}`;
  }
}
