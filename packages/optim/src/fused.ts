import { isFloating, keep, type Tensor, zerosLike } from '@kindling/tensor-core';

/** Whether a kernel that steps all parameters at once can take these: dense floats of one backend. */
export function fusable(params: readonly Tensor[], grads: readonly Tensor[]): boolean {
  const { backend } = params[0]!;
  for (let i = 0; i < params.length; i++) {
    const param = params[i]!;
    const grad = grads[i]!;
    if (param.backend !== backend || grad.backend !== backend) return false;
    if (!param.dense || !grad.dense || !isFloating(param.dtype) || grad.dtype !== param.dtype) return false;
  }
  return true;
}

/** Tells autograd that a kernel changed the elements of tensors. */
export function changed(tensors: readonly Tensor[]): void {
  for (let i = 0; i < tensors.length; i++) tensors[i]!.buffer.version++;
}

/** Zeros of a parameter's shape that outlive the step, also inside `scope()`. */
export function zerosFor(param: Tensor): Tensor {
  const zeros = keep(zerosLike(param));
  zeros.backend.pin?.(zeros.buffer);
  return zeros;
}
