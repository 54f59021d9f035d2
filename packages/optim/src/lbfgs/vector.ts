import { type Tensor, zerosLike } from '@kindling/tensor-core';

/** A vector in the space of all parameters: a part of each one's shape. */
export type Parts = readonly Tensor[];

/** The gradients as they are now, copied; 0 where there is none. */
export function gradientsOf(params: Parts): Tensor[] {
  return params.map((param) => (param.grad === null ? zerosLike(param) : param.grad.clone()));
}

/** The product of two vectors. */
export function dot(a: Parts, b: Parts): number {
  return a.reduce((total, part, i) => total + sumOf(part.mul(b[i]!)), 0);
}

/** `a + factor * b`. */
export function plus(a: Parts, factor: number, b: Parts): Tensor[] {
  return a.map((part, i) => part.add(b[i]!.mul(factor)));
}

/** `factor * a`. */
export function scaled(a: Parts, factor: number): Tensor[] {
  return a.map((part) => part.mul(factor));
}

/** The largest size of an element; NaN where one is. */
export function largest(a: Parts): number {
  return Math.max(0, ...a.map((part) => (part.numel() === 0 ? 0 : Number(part.abs().max().item()))));
}

/** The sum of the sizes of the elements. */
export function sumOfSizes(a: Parts): number {
  return a.reduce((total, part) => total + sumOf(part.abs()), 0);
}

function sumOf(x: Tensor): number {
  return Number(x.sum().item());
}
