import { isFloating } from './dtype.js';
import type { Tensor } from './tensor.js';

type Data = 'buffer' | 'shape' | 'strides' | 'offset' | 'count' | 'dense' | 'dtype';

/** What is remembered of tensors. */
type Remembered = ReadonlyMap<Tensor, object>;

/** Weak, as parameters live longer than the optimizers that had them. */
const memories = new WeakMap<Tensor, WeakRef<Remembered>[]>();

/**
 * Has {@link memoriesOf} find what is remembered of a tensor, now or later, for as long as there is the map.
 *
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { memoriesOf, remember } from '@kindling/tensor-core/internal';
 * const w = tensor(1);
 * const state = new Map([[w, { steps: 3 }]]);
 * remember(w, state);
 * console.log(memoriesOf(w)); // => [ 3 ]
 * ```
 */
export function remember(tensor: Tensor, known: Remembered): void {
  const others = memories.get(tensor) ?? [];
  memories.set(tensor, [...others.filter((other) => other.deref()), new WeakRef(known)]);
}

/**
 * The numbers and tensors that optimizers remember of a tensor.
 *
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { memoriesOf } from '@kindling/tensor-core/internal';
 * console.log(memoriesOf(tensor(1))); // => []
 * ```
 */
export function memoriesOf(tensor: Tensor): unknown[] {
  return (memories.get(tensor) ?? []).flatMap((known) => Object.values(known.deref()?.get(tensor) ?? {}));
}

/**
 * Has a leaf show the elements of another tensor, as `x.data = other` in PyTorch: whoever holds it, such as an optimizer,
 * goes on with them.
 *
 * @param other - of any shape, dtype and backend; it shares its elements with `tensor` from then on.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { replaceData } from '@kindling/tensor-core/internal';
 * const w = tensor([1, 2]);
 * replaceData(w, w.to('float64'));
 * console.log(w.dtype); // => float64
 * ```
 */
export function replaceData(tensor: Tensor, other: Tensor): void {
  const { buffer, shape, strides, offset, count, dense, dtype } = other;
  // A graph that saved the elements there were would differentiate at the new ones.
  buffer.version = Math.max(buffer.version, tensor.buffer.version) + 1;
  Object.assign(tensor as Pick<Tensor, Data>, { buffer, shape, strides, offset, count, dense, dtype });
  if (!isFloating(dtype)) tensor.requiresGrad = false;
}
