import { describe } from '@internal/arguments';
import { ArgumentError, Tensor, tensor } from '@kindling/tensor-core';
import type { Backend } from '@kindling/tensor-core/backend';

/** A tensor, or what `tensor()` makes one of: a typed array, or arrays of numbers, of such arrays, and so on. */
export type TensorLike = Tensor | ArrayLike<number> | readonly TensorRows[];

/** A row of numbers, or rows of rows. */
export type TensorRows = number | boolean | ArrayLike<number> | readonly TensorRows[];

/** The tensor itself, or one of these numbers on a backend. */
export function asTensor(what: string, value: TensorLike, backend?: Backend): Tensor {
  if (value instanceof Tensor) return value;
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) {
    throw new ArgumentError(`${what} must be a tensor or arrays of numbers, not ${describe(value)}`);
  }
  try {
    // Rows that are typed arrays become plain ones.
    const rows = Array.isArray(value)
      ? value.map((row: unknown) => (ArrayBuffer.isView(row) ? [...(row as Float32Array)] : row))
      : value;
    return tensor(rows as number[], backend === undefined ? {} : { backend });
  } catch (cause) {
    throw new ArgumentError(`${what}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
