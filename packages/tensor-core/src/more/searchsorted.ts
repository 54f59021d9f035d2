import { requireFlag, requireOperand, requireOptions, requireTensor } from '../checks.js';
import { zeros } from '../create/filled.js';
import { tensor } from '../create/tensor.js';
import { ShapeError } from '../errors.js';
import { add } from '../ops/add.js';
import { clamp } from '../ops/clamp.js';
import type { TensorOrNumber } from '../ops/elementwise.js';
import { gather } from '../ops/gather.js';
import { ge } from '../ops/ge.js';
import { gt } from '../ops/gt.js';
import { le } from '../ops/le.js';
import { logicalAnd } from '../ops/logical-and.js';
import { logicalNot } from '../ops/logical-not.js';
import { reshape } from '../ops/reshape.js';
import { sub } from '../ops/sub.js';
import { where } from '../ops/where.js';
import { formatShape, sameShape } from '../shape.js';
import type { Tensor } from '../tensor.js';

/** Which of the places among equal elements is found. */
export interface SearchsortedOptions {
  /** The place behind equal elements instead of the one before them; default false. */
  right?: boolean;
}

/**
 * Where values would have to be inserted into sorted elements so that they stay sorted.
 *
 * @param sorted - ascending along the last dimension: [n] for values of any shape, or [..., n] for values [..., m].
 * @param values - a tensor, or a number.
 * @returns int32 from 0 to n, of the shape of the values.
 * @throws `ShapeError` when the dimensions before the last differ.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { searchsorted } from '@kindling/tensor-core/more';
 * const edges = tensor([1, 3, 5]);
 * console.log(searchsorted(edges, tensor([0, 3, 6])).tolist()); // => [ 0, 1, 3 ]
 * console.log(searchsorted(edges, 3, { right: true }).item()); // => 2
 * ```
 */
export function searchsorted(sorted: Tensor, values: TensorOrNumber, options: SearchsortedOptions = {}): Tensor {
  requireTensor('searchsorted', sorted, 'the sorted');
  requireOperand('searchsorted', values, 'the values');
  requireOptions<SearchsortedOptions>('searchsorted', options, { right: 1 });
  requireFlag('searchsorted', 'right', options.right);
  const { backend } = sorted;
  const dtype = backend.supports('float64') ? 'float64' : 'float32';
  const given = typeof values === 'number' ? tensor(values, { dtype, backend }) : values.detach();
  const single = sorted.ndim === 1;
  if (!single && (sorted.ndim === 0 || !sameShape(sorted.shape.slice(0, -1), given.shape.slice(0, -1)))) {
    throw new ShapeError(
      `searchsorted: expects [n] and any values, or [..., n] and [..., m], got ${formatShape(sorted.shape)} and ${formatShape(given.shape)}`,
    );
  }
  const found = search(sorted.detach(), single ? reshape(given, [-1]) : given, options.right === true);
  return reshape(found, given.shape);
}

/** The largest steps first: how many elements lie before each value, by a binary search for all of them at once. */
function search(sorted: Tensor, values: Tensor, right: boolean): Tensor {
  const size = sorted.shape.at(-1)!;
  let before = zeros(values.shape, { dtype: 'int32', backend: sorted.backend });
  if (size === 0) return before;
  for (let step = 2 ** Math.floor(Math.log2(size)); step >= 1; step /= 2) {
    const further = add(before, step);
    const element = gather(sorted, -1, sub(clamp(further, null, size), 1));
    // NaN is behind all others.
    const passes = logicalNot(right ? gt(element, values) : ge(element, values));
    before = where(logicalAnd(le(further, size), passes), further, before);
  }
  return before;
}
