import type { Tensor } from './tensor.js';

/**
 * The gradient of a tensor, for those who use it at once and do not keep it, such as optimizers.
 *
 * Reading `tensor.grad` instead makes the gradient the reader's: its memory is then not used again for the next one.
 *
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { peekGrad } from '@kindling/tensor-core/internal';
 * const w = tensor([1, 2], { requiresGrad: true });
 * w.sum().backward();
 * console.log(peekGrad(w)!.tolist()); // => [ 1, 1 ]
 * ```
 */
export function peekGrad(tensor: Tensor): Tensor | null {
  return tensor.gradient;
}

/**
 * Forgets the gradient of a tensor, as `tensor.grad = null`, and gives its memory back where nobody has read it.
 *
 * @param options - with `setToNone: false` a gradient that is there becomes 0 instead.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { dropGrad } from '@kindling/tensor-core/internal';
 * const w = tensor([1, 2], { requiresGrad: true });
 * w.sum().backward();
 * dropGrad(w);
 * console.log(w.grad); // => null
 * ```
 */
export function dropGrad(tensor: Tensor, { setToNone = true }: { setToNone?: boolean } = {}): void {
  const grad = setToNone ? null : tensor.gradient;
  tensor.grad = grad === null ? null : grad.detach().zero_();
}

/**
 * Says that nobody but the graph will ever reach this tensor, such as what a container hands from one layer to the next:
 * `backward()` gives its memory back when it is through with it.
 *
 * @param tensor - the result of an operation on a buffer of its own: no view, and none may be made of it that lives on.
 * @returns the tensor.
 * @example
 * ```ts
 * import { tensor } from '@kindling/tensor-core';
 * import { ephemeral } from '@kindling/tensor-core/internal';
 * const w = tensor([3], { requiresGrad: true });
 * ephemeral(w.mul(w)).mul(2).backward();
 * console.log(w.grad!.item()); // => 12
 * ```
 */
export function ephemeral(tensor: Tensor): Tensor {
  tensor.isEphemeral = tensor.node !== null;
  return tensor;
}

/** @internal The name of the operation that made a tensor, while autograd remembers it. */
export function operationOf(tensor: Tensor): string | undefined {
  return tensor.node?.op.name;
}
