import { formatShape, reshape, ShapeError, sizeOf, type Tensor } from '@kindling/tensor-core';
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
    super();
    this.dim = dim;
    this.unflattenedSize = [...unflattenedSize];
  }

  forward(x: Tensor): Tensor {
    const dim = this.dim < 0 ? this.dim + x.ndim : this.dim;
    const size = x.shape[dim];
    if (size === undefined) {
      throw new ShapeError(`Unflatten: ${formatShape(x.shape)} has no dimension ${this.dim}`);
    }
    const known = sizeOf(this.unflattenedSize.filter((n) => n !== -1));
    const sizes = this.unflattenedSize.map((n) => (n === -1 ? size / known : n));
    if (sizes.some((n) => !Number.isInteger(n) || n < 0) || sizeOf(sizes) !== size) {
      throw new ShapeError(
        `Unflatten: dimension ${this.dim} of ${formatShape(x.shape)} does not split into ${formatShape(this.unflattenedSize)}`,
      );
    }
    return reshape(x, [...x.shape.slice(0, dim), ...sizes, ...x.shape.slice(dim + 1)]);
  }

  override extraRepr(): string {
    return `dim=${this.dim}, unflattened_size=${tuple(this.unflattenedSize)}`;
  }
}
