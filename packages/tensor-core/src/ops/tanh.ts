import type { Tensor } from '../tensor.js';
import { activationBackward } from './activation-backward.js';
import { floatUnary } from './elementwise.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link tanh}. */
    tanh(): Tensor;
  }
}

/**
 * The hyperbolic tangent of each element.
 *
 * @param x - any shape.
 * @returns the same shape.
 * @example
 * ```ts
 * import { tanh, tensor } from '@kindling/tensor-core';
 * console.log(String(tanh(tensor([0, 1])))); // => tensor([0.0000, 0.7616])
 * ```
 */
export const tanh: (x: Tensor) => Tensor = floatUnary('tanh', (g, { y }) => activationBackward('tanh', g, y));
