import type { Tensor } from '@kindling/tensor-core';
import { type DType, makeArray, type TypedArray } from '@kindling/tensor-core/backend';

/** What a case calls an operation with besides tensors. */
export type Arguments = Readonly<Record<string, unknown>>;

/** One of our operations, as a case calls it. */
export type Run = (inputs: readonly Tensor[], args: Arguments) => Tensor | readonly Tensor[];

/** A number as JSON holds it: those it has no notation for are strings. */
export type Written = number | 'nan' | 'inf' | '-inf' | '-0';

/** A tensor as JSON holds it. */
export interface WrittenTensor {
  readonly t: Kind;
  readonly s: readonly number[];
  readonly v?: readonly Written[];
  /** Instead of `v`: the values are `arange(n) % m / d`. */
  readonly n?: number;
  readonly m?: number;
  readonly d?: number;
  /** Views to take, one of the other: the name of a method and what to call it with. */
  readonly w?: readonly (readonly [string, ...unknown[]])[];
}

export type Kind = 'f32' | 'f64' | 'i32' | 'b';

export const dtypes: Record<Kind, DType> = { f32: 'float32', f64: 'float64', i32: 'int32', b: 'bool' };

/** The number that was written. */
export function parse(value: Written): number {
  if (typeof value === 'number') return value;
  if (value === '-0') return -0;
  return value === 'nan' ? Number.NaN : value === 'inf' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
}

/** The elements of a written tensor. */
export function elements(given: WrittenTensor): TypedArray {
  const dtype = dtypes[given.t];
  if (given.v !== undefined) return array(given.v, dtype);
  const { n = 0, m = 1, d = 1 } = given;
  const result = makeArray(dtype, n);
  for (let i = 0; i < n; i++) result[i] = (i % m) / d;
  return result;
}

/** Written numbers as an array of a dtype. */
export function array(values: readonly Written[], dtype: DType): TypedArray {
  const result = makeArray(dtype, values.length);
  for (let i = 0; i < values.length; i++) result[i] = parse(values[i]!);
  return result;
}
