import { ArgumentError } from '@kindling/tensor-core';

/** Turns the scores of a trained model into probabilities that come true as often as they say. */
export interface Calibrator {
  /** Learns from scores of rows that the model was not trained on, and their true classes, 0 and 1. */
  fit(scores: ArrayLike<number>, targets: ArrayLike<number>): this;
  /** The probability of class 1 for each score. */
  transform(scores: ArrayLike<number>): Float64Array;
  /** What it learnt, as plain data. */
  toJSON(): CalibratorState;
}

/** What a calibrator learnt, as plain data. */
export type CalibratorState =
  | { readonly kind: 'temperature'; readonly temperature: number }
  | { readonly kind: 'platt'; readonly slope: number; readonly intercept: number }
  | { readonly kind: 'isotonic'; readonly scores: readonly number[]; readonly probabilities: readonly number[] };

/** Throws unless there is a finite score and a class, 0 or 1, for each row, and both classes. */
export function checkPairs(where: string, scores: ArrayLike<number>, targets: ArrayLike<number>): void {
  if (scores?.length === undefined || scores.length !== targets?.length) {
    throw new ArgumentError(`${where}: ${scores?.length} scores for ${targets?.length} targets`);
  }
  let ones = 0;
  for (let i = 0; i < scores.length; i++) {
    if (!Number.isFinite(scores[i])) throw new ArgumentError(`${where}: score ${i} is ${scores[i]}`);
    if (targets[i] !== 0 && targets[i] !== 1)
      throw new ArgumentError(`${where}: target ${i} is ${targets[i]}, not 0 or 1`);
    ones += targets[i]!;
  }
  if (ones === 0 || ones === scores.length) {
    throw new ArgumentError(`${where}: of ${scores.length} rows ${ones} are of class 1; both classes are needed`);
  }
}

/** The logistic function, without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const e = Math.exp(x);
  return e / (1 + e);
}

/** Throws unless a number has been learnt. */
export function learnt(where: string, value: number | null): number {
  if (value === null) throw new ArgumentError(`${where}: fit it first`);
  return value;
}
