import type { Tensor } from '../tensor.js';
import { defineBinary, floatType, runBinary, type TensorOrNumber } from './elementwise.js';
import { mul } from './mul.js';
import { neg } from './neg.js';
import { seldomOptions } from './seldom-options.js';

declare module '../tensor.js' {
  interface Tensor {
    /** See {@link div}. */
    div(other: TensorOrNumber, options?: DivOptions): Tensor;
  }
}

/** What becomes of the fractions of a quotient. A bundler leaves it out, as it does seldom methods: see the guide on installing. */
export interface DivOptions {
  /** `'trunc'`: cut off; `'floor'`: down to the next whole number; they stay where it is not given. */
  roundingMode?: 'trunc' | 'floor' | null;
}

const divOp = defineBinary('div', [(g, { b }) => div(g, b), (g, { b, y }) => neg(div(mul(g, y), b))], (a, b) =>
  runBinary('div', a, b, floatType(a, b)),
);

/**
 * `a / b`, element by element; whole numbers give fractions, as in PyTorch, unless `roundingMode` says otherwise.
 *
 * @param a - a tensor or a number; the shapes broadcast.
 * @param b - a tensor or a number, at least one of them a tensor.
 * @throws `ShapeError` when the shapes do not broadcast; `ArgumentError` for another mode, or int32 by the number 0.
 * @example
 * ```ts
 * import { div, tensor } from '@kindling/tensor-core';
 * console.log(String(div(tensor([1, 2]), 4))); // => tensor([0.2500, 0.5000])
 * console.log(String(div(tensor([7, -7]), 2, { roundingMode: 'floor' }))); // => tensor([ 3., -4.])
 * ```
 */
export function div(a: TensorOrNumber, b: TensorOrNumber, options?: DivOptions): Tensor {
  return options === undefined ? divOp(a, b) : seldomOptions('div').div(divOp, a, b, options);
}
