import { describe } from '@internal/arguments';
import { ArgumentError } from '@kindling/tensor-core';
import type { RandomSource } from '../splits/random-source.js';

/** A table of numbers, one array of rows after rows, with a class for each row. */
export interface LabelledData {
  /** The values, `rows` times `columns` of them. */
  readonly data: Float64Array;
  /** The class of each row, from 0. */
  readonly target: Int32Array;
  readonly rows: number;
  readonly columns: number;
}

/** A table of zeros to be filled. */
export function emptyData(rows: number, columns: number): LabelledData {
  return { data: new Float64Array(rows * columns), target: new Int32Array(rows), rows, columns };
}

/** The same rows in random order. */
export function shuffleRows({ data, target, rows, columns }: LabelledData, rng: RandomSource): LabelledData {
  const order = Int32Array.from({ length: rows }, (_, i) => i);
  rng.shuffle(order);
  const out = emptyData(rows, columns);
  for (let i = 0; i < rows; i++) {
    const from = order[i]!;
    out.data.set(data.subarray(from * columns, (from + 1) * columns), i * columns);
    out.target[i] = target[from]!;
  }
  return out;
}

/** Adds normal noise of this standard deviation to every value, in place. */
export function addNoise({ data }: LabelledData, noise: number, rng: RandomSource): void {
  const values = rng.normal(0, noise, data.length);
  for (let i = 0; i < data.length; i++) data[i]! += values[i]!;
}

/** The rows of two halves: a number is divided, the second half larger where it is odd; a pair is taken as it is. */
export function twoHalves(where: string, nSamples: number | readonly [number, number]): readonly [number, number] {
  const halves =
    typeof nSamples === 'number'
      ? ([Math.floor(nSamples / 2), nSamples - Math.floor(nSamples / 2)] as const)
      : nSamples;
  if (!Array.isArray(halves) || halves.length !== 2) {
    throw new ArgumentError(`${where}: nSamples must be a number or two of them, got ${describe(nSamples)}`);
  }
  for (const count of halves) checkRows(where, count);
  return halves;
}

/** Throws unless `count` is a whole number of rows, 0 or more. */
export function checkRows(where: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new ArgumentError(`${where}: expects a whole number of rows, 0 or more, got ${count}`);
  }
}

/** `n` angles from 0 to `stop` in equal steps, with or without `stop` itself. */
export function angles(stop: number, n: number, endpoint: boolean): Float64Array {
  const steps = endpoint ? n - 1 : n;
  const out = Float64Array.from({ length: n }, (_, i) => i * (steps > 0 ? stop / steps : stop));
  if (endpoint && n > 1) out[n - 1] = stop;
  return out;
}
