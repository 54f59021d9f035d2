import { type Tensor, unflatten } from '@kindling/tensor-core';
import { requireWholes } from '@kindling/tensor-core/internal';
import { checkNumber } from '../checks.js';
import { tuple } from '../describe.js';
import { Module } from '../module.js';

/**
 * Splits a dimension into several; `torch.nn.Unflatten`.
 *
 * Calling it throws a `ShapeError` when the sizes do not multiply to that of the dimension.
 *
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import { Unflatten } from '@kindling/nn';
 * import { ones, setBackend } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * console.log(new Unflatten(1, [2, 5])(ones(3, 10)).shape); // => [ 3, 2, 5 ]
 * ```
 */
export class Unflatten extends Module {
  static override readonly name: string = 'Unflatten';
  readonly dim: number;
  readonly unflattenedSize: readonly number[];

  /** @param unflattenedSize - the sizes; one of them may be -1, for what is left. */
  constructor(dim: number, unflattenedSize: readonly number[]) {
    checkNumber('Unflatten', 'dim', dim);
    super();
    requireWholes('Unflatten', 'unflattenedSize', unflattenedSize);
    this.dim = dim;
    this.unflattenedSize = [...unflattenedSize];
  }

  forward(x: Tensor): Tensor {
    return unflatten(x, this.dim, this.unflattenedSize);
  }

  override extraRepr(): string {
    return `dim=${this.dim}, unflattened_size=${tuple(this.unflattenedSize)}`;
  }
}
