import type { View } from '../backend.js';
import { normalizeDim } from '../broadcast.js';
import { requireDType } from '../checks.js';
import { requireOneBackend } from '../define-op.js';
import { ShapeError } from '../errors.js';
import { formatShape, isRowMajor, sizeOf } from '../shape.js';
import type { Tensor } from '../tensor.js';
import { reshape } from './reshape.js';

/** @internal A scalar as a vector of one, as which it is indexed; others as they are. */
export function asVector(x: Tensor): Tensor {
  return x.ndim === 0 ? reshape(x, [1]) : x;
}

/**
 * @internal Checks that an index can be laid over a tensor: on its backend, int32, as many dimensions, none but `dim` longer;
 * and its values where they can be read without waiting. Returns `dim`, counted from the start.
 */
export function checkIndex(name: string, x: Tensor, dim: number, index: Tensor): number {
  const at = normalizeDim(name, dim, x.ndim);
  if (index.ndim !== x.ndim || index.shape.some((size, i) => i !== at && size > x.shape[i]!)) {
    throw new ShapeError(
      `${name}: the index is ${formatShape(index.shape)}, the tensor ${formatShape(x.shape)}: apart from dimension ${dim} it must fit inside`,
    );
  }
  requireOneBackend(name, [x, index]);
  requireDType(name, 'the index', index, 'int32');
  const size = x.shape[at]!;
  const { backend } = index;
  const view = once(index);
  const values = (index.count > 0 && !backend.within?.(view, size) && backend.readSync?.(view)) || [];
  const wrong = values.find((value) => value < 0 || value >= size);
  if (wrong !== undefined) throw new ShapeError(`${name}: index ${wrong} is out of range for size ${size}`);
  return at;
}

/** An index without what repeats of it: `indexSelect` makes one as long as rows are. */
function once(index: Tensor): View {
  const { buffer, dtype, strides, offset } = index;
  if (!strides.includes(0)) return index;
  const shape = index.shape.map((size, d) => (strides[d] === 0 ? 1 : size));
  return { buffer, dtype, strides, offset, shape, count: sizeOf(shape), dense: isRowMajor(shape, strides) };
}
