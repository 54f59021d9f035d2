import { type Known, wrong } from '@internal/arguments';
import { DTypeError, detach, eq, indexSelect, reshape, type Tensor, unsqueeze, where } from '@kindling/tensor-core';
import { wrongShape } from '@kindling/tensor-core/internal';
import { checkNames, checkTensor } from '../checks.js';

/** What {@link embedding} may be told. */
export interface EmbeddingOptions {
  /** The row that gets no gradient, counted from the end where negative; default none. */
  paddingIdx?: number | null;
}

const known: Known<EmbeddingOptions> = { paddingIdx: 1 };

/**
 * The rows of a table at given positions; `torch.nn.functional.embedding`.
 *
 * @param index - int32 positions from 0, any shape.
 * @param weight - [rows, width].
 * @returns [...shape of index, width].
 * @throws `DTypeError` when the index is not int32; `ShapeError` for a position out of range or a table that is no
 * matrix.
 * @example
 * ```ts
 * import { cpu } from '@kindling/backend-cpu';
 * import * as F from '@kindling/nn/functional';
 * import { setBackend, tensor } from '@kindling/tensor-core';
 * setBackend(await cpu());
 * const index = tensor([1, 0, 1], { dtype: 'int32' });
 * console.log(F.embedding(index, tensor([[1, 2], [3, 4]])).tolist()); // => [ [ 3, 4 ], [ 1, 2 ], [ 3, 4 ] ]
 * ```
 */
export function embedding(index: Tensor, weight: Tensor, options: EmbeddingOptions = {}): Tensor {
  checkTensor('embedding', index, 'index');
  checkTensor('embedding', weight, 'weight');
  checkNames('embedding', options, known);
  const { paddingIdx = null } = options;
  if (weight.ndim !== 2) wrongShape('embedding', 'the table', '[rows, width]', weight);
  if (index.dtype !== 'int32') {
    throw new DTypeError(`embedding: the index must be int32, not ${index.dtype}; convert with int()`);
  }
  const [rows, width] = weight.shape as readonly [number, number];
  if (paddingIdx !== null && !(Number.isInteger(paddingIdx) && paddingIdx >= -rows && paddingIdx < rows)) {
    wrong(RangeError, 'embedding', 'paddingIdx', `a row of the table, -${rows} to ${rows - 1}`, paddingIdx);
  }
  const found = reshape(indexSelect(weight, 0, reshape(index, [index.numel()])), [...index.shape, width]);
  if (paddingIdx === null) return found;
  const padding = unsqueeze(eq(index, paddingIdx < 0 ? paddingIdx + rows : paddingIdx), -1);
  return where(padding, detach(found), found);
}
