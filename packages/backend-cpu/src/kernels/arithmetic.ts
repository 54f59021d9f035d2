import type { ArithmeticOp, TypedArray } from '@kindling/tensor-core/backend';

/** Writes `n` results from `out[at]` on; reads `a` from `ai` by steps of `as`, and `b` from `bi` by steps of `bs`. */
export type PairKernel = (
  out: TypedArray,
  at: number,
  a: TypedArray,
  ai: number,
  as: number,
  b: TypedArray,
  bi: number,
  bs: number,
  n: number,
) => void;

// One loop an operation, so that each compiles to straight code: a shared loop over a function runs five times slower.
const add: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! + b[bi]!;
};

const sub: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! - b[bi]!;
};

const mul: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! * b[bi]!;
};

const div: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = a[ai]! / b[bi]!;
};

const maximum: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = Math.max(a[ai]!, b[bi]!);
};

const minimum: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = Math.min(a[ai]!, b[bi]!);
};

const pow: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = power(a[ai]!, b[bi]!);
};

// The product of two int32 can exceed what a double holds exactly.
const mulInt: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = Math.imul(a[ai]!, b[bi]!);
};

const powInt: PairKernel = (out, at, a, ai, as, b, bi, bs, n) => {
  for (let i = 0; i < n; i++, ai += as, bi += bs) out[at + i] = powerInt(a[ai]!, b[bi]!);
};

/** C's `pow`, which PyTorch follows: unlike JavaScript's, `1 ** NaN` and `(-1) ** Infinity` are 1. */
export function power(x: number, y: number): number {
  if (x === 1 || (x === -1 && (y === Infinity || y === -Infinity))) return 1;
  return x ** y;
}

/** `x ** y` modulo 2 ** 32, cut towards 0 where `y` is negative; the exponent is squared through, bit by bit. */
export function powerInt(x: number, y: number): number {
  if (y < 0) return x === 1 ? 1 : x === -1 ? 1 + 2 * (y % 2) : 0;
  let result = 1;
  for (let square = x; y > 0; y >>= 1, square = Math.imul(square, square)) {
    if (y & 1) result = Math.imul(result, square);
  }
  return result;
}

/** Arithmetic of floats, computed in double and rounded when stored. */
export const floatArithmetic: Record<ArithmeticOp, PairKernel> = { add, sub, mul, div, pow, maximum, minimum };

/** Arithmetic of int32, which wraps. */
export const intArithmetic: Record<ArithmeticOp, PairKernel> = { ...floatArithmetic, mul: mulInt, pow: powInt };
