import type { TypedArray } from '@kindling/tensor-core';

/** Numbers of a tensor that have been read: what a {@link Metric} gets, and what `@kindling/metrics` takes. */
export interface Values {
  /** `[rows, …]`. */
  readonly shape: readonly number[];
  /** The numbers, row after row. */
  dataSync(): TypedArray;
}

/** A number that says how good predictions are. Arguments are in the order of `@kindling/metrics`: the truth first. */
export type Metric = (target: Values, prediction: Values) => number;

/** Metrics by name. */
export type Metrics<Name extends string = string> = Readonly<Record<Name, Metric>>;

/** Values from rows that were read batch by batch. */
export function joinValues(parts: readonly Values[]): Values {
  const [first] = parts;
  if (first === undefined) return { shape: [0], dataSync: () => new Float32Array(0) };
  if (parts.length === 1) return first;
  const arrays = parts.map((part) => part.dataSync());
  const joined = new (arrays[0]!.constructor as new (size: number) => TypedArray)(sum(arrays.map((a) => a.length)));
  let at = 0;
  for (const array of arrays) {
    joined.set(array, at);
    at += array.length;
  }
  return { shape: [sum(parts.map((part) => part.shape[0]!)), ...first.shape.slice(1)], dataSync: () => joined };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
